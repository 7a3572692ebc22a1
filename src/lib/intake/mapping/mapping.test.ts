import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingKey, placeKey } from './keys.ts';
import { EMPTY_MAPPING, type Mapping } from './mapping.ts';
import { parseMapping } from './parse-mapping.ts';
import { printMapping } from './print-mapping.ts';
import { withAnswer } from './with-answer.ts';

const read = (json: unknown): Mapping => {
  const result = parseMapping(json);
  if (!result.ok) throw new Error(result.faults.map(({ path }) => path).join(' '));
  return result.mapping;
};
const again = (mapping: Mapping) => read(JSON.parse(printMapping(mapping)));

describe('keys', () => {
  it.each([
    [['强检项目数'], '强检项目数'],
    [['强制检定', '项目数'], '强制检定/项目数'],
    [['强制检定/项目数'], '强制检定/项目数'],
    [['强制检定', '强制检定', '项目数'], '强制检定/项目数'],
    [[' 强制 检定 ', '', '其中', '项目数：'], '强制检定/项目数'],
    [['一、强制检定', '1.项目数（项）'], '强制检定/项目数(项)'],
    [['2023年', '台账数'], '台账数'],
    [['台账数', '2024年度'], '台账数'],
    [['2023年台账数'], '台账数'],
    [['台账数（2023年）'], '台账数'],
    [['2023年'], '2023年'],
    [['台账数（家）'], '台账数(家)'],
    [['__proto__'], '__proto__'],
    [[], ''],
  ])('%j: %s', (path, key) => {
    expect(headingKey(path)).toBe(key);
  });

  it.each([
    [' 甲　县\u00a0', null, '甲县'],
    ['Jia County', null, 'JiaCounty'],
    ['甲县/乙县', null, '甲县／乙县'],
    ['青山县', '北市', '北市/青山县'],
    ['青山县', ' ', '青山县'],
  ])('%j in %j: %s', (name, city, key) => {
    expect(placeKey(name, city)).toBe(key);
  });

  it('are their own keys', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 20, unit: 'binary' }),
      fc.constantFrom(
        '2023年',
        '1.',
        '其中',
        '其中：甲',
        '（项）',
        '２０２３年',
        '/',
        '①',
        '：',
        '强检',
      ),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (path) => {
        const key = headingKey(path);
        expect(headingKey([key])).toBe(key);
        expect(headingKey([path.join('/')])).toBe(key);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(text, (name) => {
        expect(placeKey(placeKey(name))).toBe(placeKey(name));
      }),
    );
  });
});

describe('a mapping file', () => {
  it('may be written by hand', () => {
    const mapping = read({
      version: 1,
      headings: [
        { heading: ' 强制检定 / 台账数 ', indicator: 'TZ1' },
        { heading: '2023年上年数', ignore: true },
      ],
      institutions: [
        { name: '甲 县', institution_id: 'syn-990121' },
        { name: '北市/青山县', institution_id: 'syn-n' },
        { name: '全系统', ignore: true },
      ],
      units: [{ heading: '检定台件', unit: '万台件' }],
    });
    expect([...mapping.headings]).toEqual([
      ['强制检定/台账数', { indicator: 'TZ1' }],
      ['上年数', 'ignore'],
    ]);
    expect([...mapping.institutions]).toEqual([
      ['甲县', { institution_id: 'syn-990121' }],
      ['北市/青山县', { institution_id: 'syn-n' }],
      ['全系统', 'ignore'],
    ]);
    expect([...mapping.units]).toEqual([['检定台件', '万台(件)']]);
  });

  it('may be a draft that was filled in', () => {
    const proposals = ['TZ4A 服务企业数', 'TZ4B 帮助企业解决问题数'];
    const mapping = read({
      version: 1,
      headings: [
        { heading: 'a', indicator: 'TZ4A', proposals },
        { heading: 'b', indicator: '', ignore: true, proposals },
      ],
    });
    expect([...mapping.headings.values()]).toEqual([{ indicator: 'TZ4A' }, 'ignore']);
    const open = { version: 1, headings: [{ heading: 'a', indicator: '', proposals }] };
    expect(parseMapping(open).ok).toBe(false);
  });

  it('may leave lists out', () => {
    expect(read({ version: 1 })).toEqual(EMPTY_MAPPING);
  });

  it('is printed with one answer a line, sorted', () => {
    const mapping: Mapping = {
      version: 1,
      headings: new Map<string, { indicator: string } | 'ignore'>([
        ['b', 'ignore'],
        ['__proto__', { indicator: 'TZ1' }],
        ['a"\\', { indicator: 'TZ2' }],
      ]),
      institutions: new Map([['甲县', { institution_id: 'syn-1' }]]),
      units: new Map(),
    };
    expect(printMapping(mapping)).toBe(`{
  "version": 1,
  "headings": [
    { "heading": "__proto__", "indicator": "TZ1" },
    { "heading": "a\\"\\\\", "indicator": "TZ2" },
    { "heading": "b", "ignore": true }
  ],
  "institutions": [
    { "name": "甲县", "institution_id": "syn-1" }
  ],
  "units": []
}
`);
    expect(again(mapping)).toEqual(mapping);
  });

  it.each<[unknown, readonly string[]]>([
    [null, ['']],
    [[], ['']],
    ['{}', ['']],
    [{}, ['version']],
    [{ version: '1' }, ['version']],
    [{ version: 2, headings: {} }, ['version', 'headings']],
    [{ version: 1, heading: [] }, ['heading']],
    [{ version: 1, headings: [1, null, []] }, ['headings[0]', 'headings[1]', 'headings[2]']],
    [{ version: 1, headings: [{ heading: '', indicator: 'TZ1' }] }, ['headings[0].heading']],
    [{ version: 1, headings: [{ indicator: 'TZ1' }] }, ['headings[0].heading']],
    [{ version: 1, headings: [{ heading: 'a' }] }, ['headings[0].indicator']],
    [{ version: 1, headings: [{ heading: 'a', indicator: 5 }] }, ['headings[0].indicator']],
    [{ version: 1, headings: [{ heading: 'a', indicator: 'TZ1', ignore: true }] }, ['headings[0]']],
    [
      { version: 1, headings: [{ heading: 'a', indicator: 'TZ1', ignore: 'no' }] },
      ['headings[0].ignore'],
    ],
    [
      { version: 1, headings: [{ heading: 'a', code: 'TZ1' }] },
      ['headings[0].code', 'headings[0].indicator'],
    ],
    [
      {
        version: 1,
        headings: [
          { heading: '台账数', indicator: 'TZ1' },
          { heading: '2024年 台账 数', indicator: 'TZ2' },
        ],
      },
      ['headings[1]'],
    ],
    [
      {
        version: 1,
        institutions: [
          { name: '甲县', ignore: true },
          { name: '甲 县', ignore: true },
        ],
      },
      ['institutions[1]'],
    ],
    [{ version: 1, institutions: [{ name: 7, institution_id: 'x' }] }, ['institutions[0].name']],
    [{ version: 1, units: [{ heading: 'a', unit: '打' }] }, ['units[0].unit']],
    [{ version: 1, units: [{ heading: 'a', ignore: true }] }, ['units[0].ignore', 'units[0].unit']],
    [JSON.parse('{"version":1,"__proto__":{"x":1}}'), ['__proto__']],
  ])('%j: faults at %j', (json, paths) => {
    const result = parseMapping(json);
    expect(result.ok ? [] : result.faults.map(({ path }) => path)).toEqual(paths);
    if (!result.ok)
      for (const { rule, todo } of result.faults)
        for (const text of [rule.zh, rule.en, todo.zh, todo.en]) expect(text).not.toBe('');
  });

  it('what was found is shown, shortened', () => {
    const result = parseMapping({ version: 'x'.repeat(500) });
    expect(result.ok ? '' : result.faults[0]?.found.length).toBe(81);
  });
});

const word = fc.oneof(
  fc.string({ maxLength: 12, unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor', 'toString', '2023年', '强检/项目数', '"', '\\', '\n'),
);
const code = fc.stringMatching(/^[\w-]{1,12}$/);
const mappings: fc.Arbitrary<Mapping> = fc
  .record({
    headings: fc.array(fc.tuple(word, fc.option(code))),
    institutions: fc.array(fc.tuple(word, fc.option(code))),
    units: fc.array(fc.tuple(word, fc.constantFrom('项', '万元', '台(件)', '人次', '%'))),
  })
  .map(({ headings, institutions, units }) => ({
    version: 1,
    headings: new Map(
      headings
        .map(
          ([name, to]) => [headingKey([name]), to === null ? 'ignore' : { indicator: to }] as const,
        )
        .filter(([key]) => key !== ''),
    ),
    institutions: new Map(
      institutions
        .map(
          ([name, to]) =>
            [placeKey(name), to === null ? 'ignore' : { institution_id: to }] as const,
        )
        .filter(([key]) => key !== ''),
    ),
    units: new Map(
      units
        .map(([name, unit]) => [headingKey([name]), unit] as const)
        .filter(([key]) => key !== ''),
    ),
  }));

describe('any mapping', () => {
  it('is the same after printing and parsing', () => {
    fc.assert(
      fc.property(mappings, (mapping) => {
        expect(again(mapping)).toEqual(mapping);
      }),
      { numRuns: 1000 },
    );
  });

  it('is printed alike whatever the order of its answers', () => {
    fc.assert(
      fc.property(mappings, (mapping) => {
        const turned: Mapping = {
          version: 1,
          headings: new Map([...mapping.headings].reverse()),
          institutions: new Map([...mapping.institutions].reverse()),
          units: new Map([...mapping.units].reverse()),
        };
        expect(printMapping(turned)).toBe(printMapping(mapping));
      }),
    );
  });

  it('with an answer holds that answer and the others', () => {
    fc.assert(
      fc.property(mappings, word, code, (mapping, name, to) => {
        const key = headingKey([name]);
        fc.pre(key !== '');
        const more = withAnswer(mapping, { kind: 'heading', key }, { code: to });
        expect(more.headings.get(key)).toEqual({ indicator: to });
        expect(more.headings.size).toBe(
          mapping.headings.size + (mapping.headings.has(key) ? 0 : 1),
        );
        expect(mapping.headings.get(key)).not.toBe(more.headings.get(key));
        expect(again(more)).toEqual(more);
      }),
    );
  });

  it('any JSON is read or refused', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const entry = [json];
        for (const value of [
          json,
          { version: 1, headings: entry, institutions: entry, units: json },
        ])
          expect(typeof parseMapping(value).ok).toBe('boolean');
      }),
    );
  });
});

describe('an answer', () => {
  it('to a question about an institution or a unit', () => {
    const one = withAnswer(EMPTY_MAPPING, { kind: 'institution', key: '甲所' }, { code: 'syn-1' });
    const two = withAnswer(one, { kind: 'unit', key: '台账数' }, { code: '台件' });
    const three = withAnswer(two, { kind: 'institution', key: '甲所' }, 'ignore');
    expect([...two.institutions]).toEqual([['甲所', { institution_id: 'syn-1' }]]);
    expect([...two.units]).toEqual([['台账数', '台(件)']]);
    expect([...three.institutions]).toEqual([['甲所', 'ignore']]);
    expect(EMPTY_MAPPING.institutions.size).toBe(0);
  });
  it('to leave out the lane whose unit is asked', () => {
    const mapping = withAnswer(EMPTY_MAPPING, { kind: 'unit', key: '台账数' }, 'ignore');
    expect([...mapping.headings]).toEqual([['台账数', 'ignore']]);
    expect(mapping.units.size).toBe(0);
  });
});
