export {
  manifestFile,
  pack,
  rawPath,
  type PackInput,
  type PublishedFile,
  type SchemeInput,
} from './pack.ts';
