export { checkScheme } from './check/check-scheme.ts';
export type { SchemeFault } from './check/fault.ts';
export { explain } from './explain.ts';
export type { Explanation } from './explain.ts';
export { hierarchyOf, walk } from './structure/hierarchy.ts';
export type { Element, Hierarchy } from './structure/hierarchy.ts';
export { score } from './score.ts';
export { weightsOf } from './weigh/weights.ts';
