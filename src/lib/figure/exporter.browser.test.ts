import * as XLSX from '@e965/xlsx';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import { exportFigure, type TableJob } from './exporter.ts';
import type { FigureSubject } from './subject.ts';

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

/** The file that a job saves. */
async function saved(kind: TableJob['kind'], subject = SUBJECT) {
  const links: { name: string; href: string }[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    links.push({ name: this.download, href: this.href });
  });
  const said = await exportFigure({ subject, job: { kind }, preset: 'auto', m });
  const [link] = links;
  if (!link) throw new Error(said);
  const bytes = new Uint8Array(await (await fetch(link.href)).arrayBuffer());
  return { said, name: link.name, bytes };
}

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
