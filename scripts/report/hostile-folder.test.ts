import { read } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Figure } from '#lib/export/index.ts';
import { writeReport } from '#lib/briefing/make-report.ts';
import {
  composePublished,
  requestOf,
  type PublishedFolder,
} from '#lib/briefing/server/make-published.ts';
import type { Report } from '#lib/briefing/report.ts';
import type { ReportFormat } from '#lib/briefing/request.ts';
import { plainLine } from '#lib/office/package/plain-line.ts';
import { open, packageFaults, type Opened } from '#lib/office/testing/opened.ts';
import { samplePng } from '#lib/office/testing/sample-png.ts';
import { everyNode, named, readXml } from '#lib/office/testing/xml-reader.ts';
import { readFolder } from '../data/read-folder.ts';
import { publishFiles, type TemporarySite } from './temporary-site.ts';
import { hostileFolder, PAYLOADS, type HostileFolder } from './testing/hostile-folder.ts';

let hostile: HostileFolder;
let attacked: TemporarySite;
let clean: TemporarySite;
let attackedReports: readonly Report[];
let cleanReports: readonly Report[];

beforeAll(async () => {
  const files = await readFolder('data');
  hostile = hostileFolder(files);
  const told: string[] = [];
  const publish = (all: typeof files) => publishFiles(all, 'data', 'en', (line) => told.push(line));
  attacked = await publish([...hostile.files]).catch((cause: unknown) => {
    throw new Error(told.join('\n'), { cause });
  });
  clean = await publish(files);
  attackedReports = await compose(attacked.published);
  cleanReports = await compose(clean.published);
}, 240_000);
afterAll(async () => {
  await attacked?.remove();
  await clean?.remove();
});

const CASES = [
  { template: 'notice', locale: 'zh' },
  { template: 'notice', locale: 'en' },
  { template: 'counties', locale: 'zh', city: '990300' },
] as const;

const compose = (from: PublishedFolder) =>
  Promise.all(CASES.map(async (wish) => composePublished(await requestOf(wish, from), from)));

interface Made {
  readonly opened: Opened[];
  readonly drawings: string[];
}

async function made(reports: readonly Report[], format: ReportFormat): Promise<Made> {
  const drawings: string[] = [];
  const paint = ({ svg, width, height }: Figure) => {
    drawings.push(svg);
    return Promise.resolve(samplePng(Math.round(width / 50), Math.round(height / 50)));
  };
  const opened: Opened[] = [];
  for (const report of reports) opened.push(open((await writeReport(report, format, paint)).bytes));
  return { opened, drawings };
}

const TEXT_PARTS =
  /^(?:word\/(?:document|header\d*)|ppt\/(?:slides|notesSlides|charts)\/\w+)\.xml$/u;

const textsOf = ({ xml }: Opened): string =>
  [...xml]
    .filter(([path]) => TEXT_PARTS.test(path))
    .flatMap(([, node]) => [...named(node, 'w:t'), ...named(node, 'a:t'), ...named(node, 'c:v')])
    .map(({ text }) => text)
    .join('\n');

/** Elements of the parts that hold text. */
const elementsOf = ({ xml }: Opened): Set<string> =>
  new Set(
    [...xml]
      .filter(([path]) => TEXT_PARTS.test(path))
      .flatMap(([, node]) => everyNode(node).map(({ name }) => name)),
  );

describe('a folder whose every text is an attack', () => {
  test('has each payload in it, and what would run in a table is refused before a report', () => {
    expect([...hostile.placed.keys()].sort()).toEqual([...PAYLOADS].sort());
    for (const payload of ["=cmd|' /C calc'!A0", '@SUM(1+1)', '\t=1+1'])
      expect([...hostile.refused].some((text) => text.startsWith(payload))).toBe(true);
  });

  test.each(['docx', 'pptx'] as const)(
    'comes out of %s as harmless text',
    async (format) => {
      const { opened, drawings } = await made(attackedReports, format);
      const before = await made(cleanReports, format);

      // Each payload stands in a report, letter for letter as far as a line of text can.
      const texts = opened.map(textsOf).join('\n');
      const missing = [...hostile.placed].filter(
        ([, all]) => !all.some((text) => texts.includes(plainLine(text))),
      );
      expect(missing).toEqual([]);

      // And nothing but text: no element, relation, field or formula that was not there before.
      const known = new Set(before.opened.flatMap((one) => [...elementsOf(one)]));
      for (const one of opened) {
        expect(packageFaults(one)).toEqual([]);
        expect([...elementsOf(one)].filter((name) => !known.has(name))).toEqual([]);
        for (const [path, node] of one.xml) {
          if (path.endsWith('.rels'))
            for (const { attributes } of named(node, 'Relationship'))
              expect(attributes.get('TargetMode')).not.toBe('External');
          for (const { text } of named(node, 'w:instrText'))
            expect(text.trim()).toMatch(/^(?:PAGE|SEQ (?:图|表|Figure|Table) \\\* ARABIC)$/u);
        }
        for (const [path, bytes] of one.bytes) {
          expect(path).not.toMatch(/vbaProject|externalLink|activeX|oleObject/iu);
          if (!path.endsWith('.xlsx')) continue;
          const book = read(bytes.slice(), { cellFormula: true });
          for (const name of book.SheetNames)
            for (const cell of Object.values(book.Sheets[name]!))
              expect(cell).not.toHaveProperty('f');
        }
      }

      // The pictures likewise.
      const shapes = new Set(
        before.drawings.flatMap((svg) => everyNode(readXml(svg)).map(({ name }) => name)),
      );
      for (const svg of drawings)
        for (const { name, attributes } of everyNode(readXml(svg))) {
          expect(shapes).toContain(name);
          for (const [key, value] of attributes)
            expect(`${key}=${value}`).not.toMatch(/^on|^(?:xlink:)?href=(?!#|data:image\/png)/iu);
        }
      expect(drawings).toHaveLength(before.drawings.length);
    },
    240_000,
  );
});
