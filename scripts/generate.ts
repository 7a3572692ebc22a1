/** npm run generate: writes the invented demonstration data to data/synthetic/. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateSynthetic, SEED } from './generate/synthetic.ts';

const data = join(import.meta.dirname, '..', 'data');
const files = generateSynthetic();
for (const [path, text] of files) {
  mkdirSync(dirname(join(data, path)), { recursive: true });
  writeFileSync(join(data, path), text);
  console.log(`data/${path}: ${text.trimEnd().split('\n').length - 1} rows`);
}
console.log(`Fictional data of seed ${SEED}: ${files.size} files written.`);
