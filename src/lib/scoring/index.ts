export { checkScheme } from './check-scheme.ts';
export type { SchemeFault } from './check-scheme.ts';
export { explain } from './explain.ts';
export type { Explanation } from './explain.ts';
export { hierarchyOf, walk } from './hierarchy.ts';
export type { Element, Hierarchy } from './hierarchy.ts';
export { score } from './score.ts';
export { weightsOf } from './weights.ts';
