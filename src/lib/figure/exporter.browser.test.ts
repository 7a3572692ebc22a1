import * as XLSX from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rankingChart } from '#lib/charts/index.ts';
import { sampleRanking } from '#lib/charts/testing/sample-ranking.ts';
import type { FigurePreset } from '#lib/export/index.ts';
import { readProvenance } from '#lib/export/read-provenance.ts';
import { exportOptionWords } from '#lib/i18n/export-options.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import { exportFigure, type ExportJob } from './exporter.ts';
import type { Background, PictureJob } from './picture-file.ts';
import type { FigureSubject } from './subject.ts';
import type { TableJob } from './table-file.ts';
import { watermark } from './watermark.svelte.ts';

beforeEach(() => watermark.set({ on: false, text: '' }));
afterEach(() => vi.restoreAllMocks());

const m = messagesFor('zh');
const SUBJECT: FigureSubject = {
  name: 'x',
  locale: 'zh',
  layer: 'synthetic',
  text: {
    title: '图 1 县级排名',
    subtitle: '',
    unit: '分',
    source: '示例',
    cutoff: '2025-12-31',
    scheme: '',
    edition: '2025',
    note: '',
  },
  chart: () => {
    throw new Error('no chart is needed for a table');
  },
  sheet: () => ({
    columns: ['机构', '得分'],
    rows: [
      ['椒江区𠀀', -5.2],
      ['=1+1', null],
    ],
  }),
  fileParts: ['示例数据', '排名'],
  provenance: { view: '' },
};

interface Options {
  readonly preset?: FigurePreset;
  readonly background?: Background;
  readonly tell?: (words: string) => void;
}

/** The file that a job saves. */
async function savedBy(job: ExportJob, subject: FigureSubject, options: Options = {}) {
  const links: { name: string; href: string }[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    links.push({ name: this.download, href: this.href });
  });
  const said = await exportFigure({ subject, job, m, ...options });
  click.mockRestore();
  const [link] = links;
  if (!link) throw new Error(said);
  const blob = await (await fetch(link.href)).blob();
  return { said, name: link.name, blob, bytes: new Uint8Array(await blob.arrayBuffer()) };
}

const saved = (kind: TableJob['kind'], subject = SUBJECT) => savedBy({ kind }, subject);

describe('a table saved from a figure', () => {
  it('as a workbook has numbers, texts and its origin', async () => {
    const { said, name, bytes } = await saved('xlsx');
    expect(name).toBe('示例数据_排名_20251231.xlsx');
    expect(said).toBe(m.export.saved(name));
    const book = XLSX.read(bytes, { dense: true });
    expect(book.SheetNames).toEqual(['表', '方法与来源']);
    const cells = (book.Sheets['表'] as unknown as { '!data': XLSX.CellObject[][] })[
      '!data'
    ].flat();
    expect(cells.find((cell) => cell?.v === -5.2)?.t).toBe('n');
    expect(cells.find((cell) => cell?.v === '=1+1')).toMatchObject({ t: 's' });
  });

  it('as a workbook of scores asks for what they are made of', async () => {
    const check = vi.fn(() => null);
    await saved('xlsx', { ...SUBJECT, check });
    expect(check).toHaveBeenCalledOnce();
  });

  it('as CSV is the same in both encodings, under two names', async () => {
    const utf8 = await saved('csv');
    const gb = await saved('csv-gb18030');
    expect([utf8.name, gb.name]).toEqual([
      '示例数据_排名_20251231.csv',
      '示例数据_排名_GB18030_20251231.csv',
    ]);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(utf8.bytes);
    expect(new TextDecoder('gb18030', { fatal: true }).decode(gb.bytes)).toBe(text);
    expect(text).toContain('椒江区𠀀,-5.2');
    expect([...gb.bytes.slice(0, 2)]).toEqual([0xca, 0xbe]);
  });
});

describe('a table with a watermark', () => {
  beforeEach(() => watermark.set({ on: true, text: '=示例市计量院' }));

  it('says it at the end of both CSV files, as words', async () => {
    const utf8 = await saved('csv');
    const text = new TextDecoder('utf-8', { fatal: true }).decode(utf8.bytes);
    expect(text.trimEnd().split('\r\n').at(-1)).toBe('水印：=示例市计量院,,');
    const gb = await saved('csv-gb18030');
    expect(new TextDecoder('gb18030', { fatal: true }).decode(gb.bytes)).toBe(text);
    expect(utf8.name).toBe('示例数据_排名_水印_20251231.csv');
  });

  it('says it among the sources of the workbook', async () => {
    const { bytes } = await saved('xlsx');
    const about = XLSX.utils.sheet_to_csv(XLSX.read(bytes).Sheets['方法与来源']!);
    expect(about).toContain('水印,=示例市计量院');
  });

  it('says nothing when it is off', async () => {
    watermark.set({ on: false });
    expect(new TextDecoder().decode((await saved('csv')).bytes)).not.toContain('水印');
  });
});

describe('a picture saved from a figure', () => {
  const PICTURED: FigureSubject = { ...SUBJECT, chart: () => rankingChart(sampleRanking(4)) };
  const picture = (job: PictureJob, options: Options = {}) => savedBy(job, PICTURED, options);
  const png = { kind: 'png', scale: 1 } as const;

  async function pixelsOf(blob: Blob): Promise<ImageData> {
    const bitmap = await createImageBitmap(blob);
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  }

  it('has its exact size with a watermark, and other pixels than without', async () => {
    const plain = await picture({ kind: 'png', scale: 2 }, { preset: 'wide' });
    watermark.set({ on: true, text: '示例市计量院 2026年11月22日' });
    const marked = await picture({ kind: 'png', scale: 2 }, { preset: 'wide' });
    expect(marked.name).toBe('示例数据_排名_wide_2x_水印_20251231.png');
    const [before, after] = [await pixelsOf(plain.blob), await pixelsOf(marked.blob)];
    expect([after.width, after.height]).toEqual([3200, 1800]);
    let changed = 0;
    let darkest = 255;
    for (let i = 0; i < after.data.length; i += 4) {
      if (after.data[i] === before.data[i]) continue;
      changed += 1;
      // On white, the letters of the watermark are a light grey.
      if (before.data[i] === 255) darkest = Math.min(darkest, after.data[i] ?? 255);
    }
    expect(changed).toBeGreaterThan(20_000);
    expect(darkest).toBeGreaterThan(220);
    expect(darkest).toBeLessThan(245);
    watermark.set({ on: false });
    expect((await picture({ kind: 'png', scale: 2 }, { preset: 'wide' })).bytes).toEqual(
      plain.bytes,
    );
  });

  it('without ground is clear at its corner, keeps the ground of the mark, and is named so', async () => {
    const { blob, name } = await picture(png, { background: 'transparent' });
    expect(name).toBe('示例数据_排名_auto_1x_透明_20251231.png');
    const { data } = await pixelsOf(blob);
    expect([...data.slice(-4)]).toEqual([0, 0, 0, 0]);
    expect([...data.slice(0, 4)]).toEqual([0xf7, 0xe6, 0xb5, 255]);
  });

  it('for paper is named by its dots per inch, which stand in the file', async () => {
    const { name, bytes, blob } = await picture({ kind: 'png', scale: 2 }, { preset: 'a4' });
    expect(name).toBe('示例数据_排名_a4_600dpi_20251231.png');
    expect((await pixelsOf(blob)).width).toBe(3686);
    const text = new TextDecoder('latin1').decode(bytes.slice(0, 400));
    const at = text.indexOf('pHYs') + 4;
    const perMetre = new DataView(bytes.buffer).getUint32(at);
    expect(Math.round(perMetre * 0.0254)).toBe(600);
  });

  it('as SVG has its text as text, or as outlines while saying what it waits for', async () => {
    watermark.set({ on: true, text: '示例市计量院' });
    const text = await picture({ kind: 'svg' });
    const told: string[] = [];
    const outlined = await picture({ kind: 'svg-outline' }, { tell: (words) => told.push(words) });
    const [plain, drawn] = [text, outlined].map(({ bytes }) => new TextDecoder().decode(bytes));
    expect(plain).toMatch(/<text[^>]*>示例市计量院</u);
    expect(drawn).not.toContain('<text');
    expect(drawn).toContain('data-role="watermark"');
    expect(told).toEqual([exportOptionWords('zh').letters]);
    expect(outlined.name).toBe('示例数据_排名_auto_轮廓_水印_20251231.svg');
    expect(readProvenance(outlined.bytes)).toEqual(readProvenance(text.bytes));
  });

  it('says which letters no font has', async () => {
    const subject = {
      ...PICTURED,
      text: { ...PICTURED.text, title: '图 1 \u{10ffff}县' },
    };
    const { said } = await savedBy({ kind: 'svg-outline' }, subject);
    expect(said).toContain(exportOptionWords('zh').lettersKept('\u{10ffff}'));
  });

  it('is copied with what to do where its clear ground turns black', async () => {
    const written: unknown[] = [];
    vi.spyOn(navigator.clipboard, 'write').mockImplementation((items) => {
      written.push(...items);
      return Promise.resolve();
    });
    const order = { subject: PICTURED, job: { kind: 'copy' } as const, m };
    expect(await exportFigure(order)).toBe(exportOptionWords('zh').copied);
    expect(await exportFigure({ ...order, background: 'transparent' })).toContain('发黑');
    expect(written).toHaveLength(2);
  });
});
