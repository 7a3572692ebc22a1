import * as XLSX from '@e965/xlsx';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Scheme } from '#lib/model/index.ts';
import { writeWorkbook } from '#lib/office/xlsx/index.ts';
import { parsePeriod } from '../period.ts';
import { catalogueOf } from '../raw/catalogue.ts';
import { readData } from '../raw/read-data.ts';
import { readValue } from '../values/read-value.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import { FORM_LEFT, FORM_TOP } from './form-sheet.ts';
import type { TemplateOrder } from './order.ts';
import { templateWorkbook } from './template.ts';
import { GAP_WORDS, HEDGE_WORDS } from './words.ts';

const files = readdirSync('data', { recursive: true, encoding: 'utf8' })
  .filter((path) => statSync(join('data', path)).isFile())
  .map((path) => ({ path: path.replaceAll('\\', '/'), bytes: readFileSync(join('data', path)) }));
const { data } = readData(files);
const catalogue = catalogueOf(data);
const schemeOf = (id: string) =>
  JSON.parse(readFileSync(`data/schemes/${id}.json`, 'utf8')) as Scheme;

function order(more: Partial<TemplateOrder> & { year?: string } = {}): TemplateOrder {
  const { year = '2025', ...rest } = more;
  const period = parsePeriod(year);
  if (!period) throw new Error(year);
  return {
    data,
    catalogue,
    layer: 'template',
    level: 'county',
    scheme: schemeOf('taizhou'),
    period,
    locale: 'zh',
    ...rest,
  };
}

function grids(of: TemplateOrder) {
  const read = readWorkbook('form.xlsx', writeWorkbook(templateWorkbook(of)));
  if (!read.ok) throw new Error(read.detail);
  return read.grids;
}

const text = (grid: ReturnType<typeof grids>[number] | undefined, row: number, column: number) =>
  grid?.cell(row, column)?.text ?? '';

describe('the form', () => {
  it('has a row for every county and a column for every number, all of them empty', () => {
    const [form] = grids(order());
    expect(form?.rows).toBe(FORM_TOP + 9);
    expect(form?.columns).toBe(FORM_LEFT + 20 + 1);
    for (let row = FORM_TOP; row < FORM_TOP + 9; row++)
      for (let column = FORM_LEFT; column <= FORM_LEFT + 20; column++)
        expect(form?.cell(row, column)).toBeNull();
    expect(text(form, 0, 0)).toBe('2025年县级计量技术机构能力数据填报表');
    expect([0, 1, 2, 3, 4].map((column) => text(form, FORM_TOP, column))).toEqual([
      'tpl-331002',
      '331002',
      '椒江区',
      '椒江区（县级计量技术机构）',
      '2025',
    ]);
    expect([text(form, 2, FORM_LEFT), text(form, 3, FORM_LEFT)]).toEqual([
      '强制检定项目数量（项）',
      'TZ1',
    ]);
  });

  it('asks for the parts of ratios, never for ratios or composites', () => {
    const [form] = grids(order());
    const codes = Array.from({ length: 20 }, (_, i) => text(form, 3, FORM_LEFT + i));
    expect(codes).toContain('TZ3D');
    for (const computed of ['TZ1R', 'TZ3', 'TZ4', 'TZ6']) expect(codes).not.toContain(computed);
    const asked = data.rows.observation.filter(({ layer }) => layer === 'template');
    expect(new Set(codes)).toEqual(new Set(asked.map(({ values }) => values.indicator)));
  });

  it('follows scheme, level and year', () => {
    const [brief] = grids(order({ scheme: schemeOf('core3') }));
    expect(brief?.columns).toBeLessThan(FORM_LEFT + 21);
    const [cities] = grids(order({ layer: 'synthetic', level: 'city' }));
    expect(cities?.rows).toBe(FORM_TOP + 3);
    const [counties] = grids(order({ layer: 'synthetic', year: '2022' }));
    const codes = Array.from({ length: 30 }, (_, i) => text(counties, FORM_TOP + i, 1));
    expect(codes).toContain('990122');
    expect(codes).not.toContain('990185');
    expect(grids(order({ year: '2024' }))[0]?.rows).toBe(FORM_TOP);
  });

  it('marks fictional institutions as such', () => {
    expect(text(grids(order({ layer: 'synthetic' }))[0], 1, 0)).toMatch(/^示例数据/);
    expect(text(grids(order())[0], 1, 0)).not.toContain('示例');
  });

  it('locks all but the cells to fill, and lets them hold numbers, reasons and hedges', () => {
    const workbook = templateWorkbook(order({ layer: 'synthetic' }));
    const [form] = workbook.sheets;
    expect(workbook.sheets.every(({ locked }) => locked)).toBe(true);
    const styles = form?.rows[FORM_TOP]?.cells.map((cell) =>
      typeof cell === 'object' && cell
        ? workbook.styles[cell.style ?? '']?.unlocked === true
        : false,
    );
    expect(styles).toEqual([
      ...Array<boolean>(FORM_LEFT).fill(false),
      ...Array<boolean>((styles?.length ?? 0) - FORM_LEFT).fill(true),
    ]);
    const rules = form?.validations ?? [];
    expect(rules[0]).toMatchObject({
      kind: 'custom',
      formula:
        "IF(ISNUMBER(F5),AND(F5>=0,F5<=62,F5=INT(F5)),OR(SUMPRODUCT(--('选项'!$A$2:$A$5=F5))>0," +
        "SUMPRODUCT(--ISNUMBER(FIND('选项'!$B$2:$B$7,F5)))>0))",
    });
    expect(rules.filter(({ kind }) => kind === 'list')).toHaveLength(1);
    for (const rule of rules) {
      expect(rule.prompt?.text.length).toBeLessThanOrEqual(255);
      expect(rule.refusal?.text.length).toBeLessThanOrEqual(255);
      expect(rule.prompt?.title.length).toBeLessThanOrEqual(32);
    }
  });

  it('lists words that the intake reads as what they say', () => {
    const of = { unit: '家', ratio: false };
    for (const [word, reason] of GAP_WORDS)
      expect(readValue({ kind: 'text', text: word }, of)).toMatchObject({
        kind: 'missing',
        reason,
      });
    for (const [word, example] of HEDGE_WORDS) {
      expect(example).toContain(word);
      const read = readValue({ kind: 'text', text: example }, of);
      expect(read).toMatchObject({ kind: 'value', value: 30 });
      expect(read.kind === 'value' && read.qualifier).not.toBe('exact');
    }
  });

  it('is read by another library, with its comments, in both languages', () => {
    for (const locale of ['zh', 'en'] as const) {
      const bytes = writeWorkbook(templateWorkbook(order({ locale })));
      const book = XLSX.read(bytes.slice(), { dense: true });
      expect(book.SheetNames).toHaveLength(3);
      const sheet = book.Sheets[book.SheetNames[0] ?? ''] as unknown as {
        '!data': XLSX.CellObject[][];
      };
      const head = sheet['!data'][2]?.[FORM_LEFT];
      expect(head?.v).toBe('强制检定项目数量（项）');
      expect(head?.c?.[0]?.t).toContain('强检目录');
      expect(writeWorkbook(templateWorkbook(order({ locale })))).toEqual(bytes);
    }
  });
});
