export { cellAddress, columnLetters } from '#lib/model/index.ts';
