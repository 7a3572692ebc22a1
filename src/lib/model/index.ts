export * from './result.ts';
export * from './robustness.ts';
export * from './scheme.ts';
export * from './tables.ts';
export * from './vocabulary.ts';
