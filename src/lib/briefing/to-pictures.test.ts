import { unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { PNG_KEYWORD, readPngText, type Figure } from '#lib/export/index.ts';
import { withPngText } from '#lib/export/png-chunks.ts';
import type { KeptFigure } from '#lib/figure/tray/kept-figure.ts';
import { sampleKept } from '#lib/figure/tray/testing/sample-kept.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { FORMULA_PAYLOADS } from '#lib/office/testing/formulas.ts';
import { samplePng } from '#lib/office/testing/sample-png.ts';
import { collectionReport } from './collection.ts';
import { writeReport, type Writing } from './make-report.ts';
import { column, missing, number, text, type Report } from './report.ts';

/** As large as the figure, with what the painters write into it. */
const paint = ({ width, height, provenance, dpi }: Figure) =>
  Promise.resolve(
    withPngText(samplePng(width, height), { keyword: PNG_KEYWORD, text: provenance, dpi }),
  );

const reportOf = (figures: readonly KeptFigure[], locale: Locale = 'zh') =>
  collectionReport({ title: '图表', figures, locale, m: messagesFor(locale) });

async function filesOf(report: Report, writing: Writing = {}) {
  const { bytes } = await writeReport(report, 'zip', paint, writing);
  return unzipSync(bytes);
}

const textOf = (files: Record<string, Uint8Array>, name: string): string => {
  const bytes = files[name];
  if (!bytes) throw new Error(`There is no ${name} among ${Object.keys(files).join(', ')}.`);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
};

const both = (): KeptFigure[] => [
  { ...sampleKept('甲'), part: 'both' },
  { ...sampleKept('乙'), part: 'table', columns: [1, 2] },
];

describe('the pictures of a report', () => {
  it('are numbered files with readable names, and a text that says what they are', async () => {
    const files = await filesOf(reportOf(both()));
    expect(Object.keys(files)).toEqual([
      '说明.txt',
      '图1_甲省县级机构排名_20251231.png',
      '图1_甲省县级机构排名_20251231.svg',
      '表1_甲省县级机构排名_20251231.csv',
      '表2_乙省县级机构排名_20251231.csv',
    ]);
    const readme = textOf(files, '说明.txt');
    expect(readme.startsWith('\ufeff图表\r\n示例数据 · ')).toBe(true);
    expect(readme.replace(/\r\n/gu, '')).not.toMatch(/[\r\n]/u);
    for (const said of [
      '图注：甲省县级机构排名：甲县居首；乙县上升 3 位，升幅最大。',
      '数据来源：示例数据生成器（虚构）；截至日期：2025年12月31日；方案：示例六维 v1；版次：2025',
      '注意：示例数据 · ',
      '图1_甲省县级机构排名_20251231.svg',
      '表2_乙省县级机构排名_20251231.csv',
    ])
      expect(readme).toContain(said);
    expect(readme).not.toContain('水印');
    expect(Object.keys(await filesOf(reportOf(both(), 'en')))[0]).toBe('README.txt');
  });

  it('are 156 mm wide at 300 dots to the inch, and remember where they are from', async () => {
    const files = await filesOf(reportOf(both()));
    const bytes = files['图1_甲省县级机构排名_20251231.png']!;
    const png = PNG.sync.read(Buffer.from(bytes));
    expect(png.width).toBe(1843);
    const at = Buffer.from(bytes).indexOf('pHYs');
    expect(new DataView(bytes.buffer, bytes.byteOffset + at + 4).getUint32(0)).toBe(11811);
    expect(readPngText(bytes, PNG_KEYWORD)).toContain('"edition":"2025"');
    const svg = textOf(files, '图1_甲省县级机构排名_20251231.svg');
    expect(svg).toContain('data-role="title"');
    expect(svg).toContain('甲省县级机构排名');
    expect(svg).toContain('data-role="mark"');
  });

  it('have tables in full numbers, empty where there are none, that run no formula', async () => {
    const figure = sampleKept('甲');
    const rows = [
      ['甲县', 87.123456789],
      ['乙县', null],
      ...FORMULA_PAYLOADS.map((payload) => [payload, 1] as const),
      ...Array.from({ length: 600 }, () => ['丙县', 2] as const),
    ];
    const sheet = { columns: ['机构', '得分'], rows };
    const files = await filesOf(reportOf([{ ...figure, part: 'table', columns: [0, 1], sheet }]));
    const csv = textOf(files, '表1_甲省县级机构排名_20251231.csv');
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv).toContain('\r\n甲县,87.123456789,');
    expect(csv).toContain('\r\n乙县,,');
    expect(csv.split('丙县,2,').length - 1).toBe(600);
    const records = csv.split(/\r\n(?=[^\n]*,)/u);
    for (const record of records) expect(record).not.toMatch(/^\ufeff?"?\s*[=+@＝＋＠]/u);
  });

  it('carry the watermark that was asked for', async () => {
    const files = await filesOf(reportOf(both()), { watermark: ' 甲局\n2026-11-22 ' });
    const svg = textOf(files, '图1_甲省县级机构排名_20251231.svg');
    expect(svg).toContain('data-role="watermark"');
    expect(svg).toContain('甲局 2026-11-22');
    expect(textOf(files, '说明.txt')).toContain('水印“甲局 2026-11-22”');
  });

  it('are numbered so that their names sort, and each name is there once', async () => {
    const many = Array.from({ length: 12 }, () => sampleKept('甲'));
    const names = Object.keys(await filesOf(reportOf(many)));
    expect(names).toHaveLength(25);
    expect(names).toContain('图01_甲省县级机构排名_20251231.png');
    expect(names).toContain('图12_甲省县级机构排名_20251231.svg');
  });

  it('come from tables of templates as they are printed', async () => {
    const report: Report = {
      ...reportOf(both()),
      pieces: [
        {
          kind: 'table',
          caption: '目标',
          columns: [column('目标', 1), column('值', 1, 'right')],
          rows: [
            [text('=甲'), number('80.50')],
            [text('乙'), missing('缺（未报送）')],
            [text('丙'), number('1（并列）')],
          ],
        },
      ],
    };
    const csv = textOf(await filesOf(report), '表1_目标_20251231.csv');
    expect(csv).toContain("\r\n'=甲,80.5,");
    expect(csv).toContain('\r\n乙,缺（未报送）,');
    expect(csv).toContain('\r\n丙,1（并列）,');
    expect(csv).toContain('示例数据');
  });

  it('stops when it is not wanted any more, and says so where there is nothing', async () => {
    const stop = new AbortController();
    const told: number[] = [];
    const made = writeReport(reportOf(both()), 'zip', paint, {
      watch: {
        signal: stop.signal,
        onProgress: (done) => {
          told.push(done);
          if (done === 1) stop.abort();
        },
      },
    });
    await expect(made).rejects.toMatchObject({ name: 'AbortError' });
    expect(told).toEqual([0, 1]);
    const empty = await filesOf({ ...reportOf(both()), pieces: [] });
    expect(Object.keys(empty)).toEqual(['说明.txt']);
    expect(textOf(empty, '说明.txt')).toContain('没有图');
  });
});
