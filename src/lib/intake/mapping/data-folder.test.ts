import { describe, expect, it } from 'vitest';
import { checkData } from '../check-data.ts';
import { readData } from '../raw/read-data.ts';
import { smallData } from '../testing/small-data.ts';

const folder = (mapping: string) => smallData({ files: { 'mapping.json': mapping } });

describe('data/mapping.json', () => {
  it('is read with the folder', () => {
    const text = '{"version":1,"headings":[{"heading":"台账数","indicator":"A"}]}';
    const { data, findings } = readData(folder(text));
    expect([...data.mapping.headings]).toEqual([['台账数', { indicator: 'A' }]]);
    expect(findings.filter(({ file }) => file === 'mapping.json')).toEqual([]);
  });

  it('is not needed', () => {
    expect(readData(smallData({})).data.mapping.headings.size).toBe(0);
  });

  it('with faults is refused, each told with its place', () => {
    const { data, findings } = readData(
      folder('{"version":1,"headings":[{"heading":"台账数","indicator":"A"},{"heading":""}]}'),
    );
    expect(data.mapping.headings.size).toBe(0);
    expect(
      findings
        .filter(({ file }) => file === 'mapping.json')
        .map(({ code, column, severity }) => [code, column, severity]),
    ).toEqual([
      ['mapping_invalid', 'headings[1].heading', 'error'],
      ['mapping_invalid', 'headings[1].indicator', 'error'],
    ]);
    expect(readData(folder('{')).findings.map(({ code }) => code)).toContain('json_invalid');
  });

  it('may speak of what is no longer there, which is a warning', () => {
    const text = `{"version":1,"headings":[{"heading":"旧","indicator":"OLD"},{"heading":"不读","ignore":true}],
      "institutions":[{"name":"老所","institution_id":"syn-old"},{"name":"甲","institution_id":"syn-1"}]}`;
    const stale = checkData(folder(text)).findings.filter(({ code }) => code === 'mapping_stale');
    expect(stale.map(({ severity, found }) => [severity, found])).toEqual([
      ['warning', '旧'],
      ['warning', '老所'],
    ]);
  });
});

describe('data/synonyms.csv', () => {
  const codes = (text: string) =>
    checkData(smallData({ files: { 'synonyms.csv': `indicator,synonym\n${text}` } }))
      .findings.filter(({ file }) => file === 'synonyms.csv')
      .map(({ code, cell }) => `${code} ${cell}`);
  it('names indicators that exist, each synonym once', () => {
    expect(codes('A,甲级人员\nB,乙级人员\n')).toEqual([]);
    expect(codes('A,强检人员\nB,强制检定 人员\n')).toEqual(['duplicate_key B3']);
    expect(codes('OLD,甲级人员\n')).toEqual(['indicator_unknown A2']);
  });
});
