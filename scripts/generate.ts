/** npm run generate: writes the invented demonstration data to data/synthetic/ and its ledger. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateEditions } from './generate/editions.ts';
import { generateSynthetic, SEED } from './generate/synthetic.ts';

const data = join(import.meta.dirname, '..', 'data');
const read = (path: string) => readFileSync(join(data, path), 'utf8');
const files = new Map([...generateSynthetic(), ...generateEditions(SEED, read)]);
for (const [path, text] of files) {
  mkdirSync(dirname(join(data, path)), { recursive: true });
  writeFileSync(join(data, path), text);
  const rows = text.trimEnd().split('\n').length - 1;
  console.log(path.endsWith('.csv') ? `data/${path}: ${rows} rows` : `data/${path}`);
}
console.log(`Fictional data of seed ${SEED}: ${files.size} files written.`);
