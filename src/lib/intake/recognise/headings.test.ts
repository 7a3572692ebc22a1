import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingKey } from '../mapping/keys.ts';
import { EMPTY_MAPPING } from '../mapping/mapping.ts';
import type { HeadingMatch } from './recogniser.ts';
import { spell } from './spelling.ts';
import { data, recogniser } from './testing/known.ts';
import { headingCases } from './testing/written-headings.ts';

const known = recogniser();

function meaning(match: HeadingMatch): string {
  switch (match.kind) {
    case 'indicator':
    case 'computed': {
      const code = match.kind === 'computed' ? `=${match.indicator}` : match.indicator;
      return match.period ? `${code}@${match.period.period}` : code;
    }
    case 'role':
      return `:${match.role}`;
    case 'period':
      return `@${match.period.period}`;
    case 'total':
      return '∑';
    case 'ignored':
      return `-${match.why}`;
    case 'unknown':
      return '?';
  }
}

const rows = (heading: string) => heading.split('/');

describe('headings as they are written', () => {
  const cases = headingCases();
  it('are several hundred', () => {
    expect(cases.length).toBeGreaterThan(500);
  });
  it.each(cases)('%j is %s', (heading, expected) => {
    expect(meaning(known.heading(rows(heading)))).toBe(expected);
  });
});

describe('words with two meanings', () => {
  it.each([
    ['单位', 'institution', 'unit'],
    ['名称', 'institution', 'indicator'],
    ['代码', 'region_code', 'indicator'],
  ])('%s is %s or %s', (heading, role, or) => {
    expect(known.heading([heading])).toEqual({ kind: 'role', role, or });
  });
});

describe('the names of the catalogue', () => {
  const shared = data.rows.indicator.filter(({ layer }) => layer === null);
  it.each(shared.map(({ values }) => [values.indicator ?? '', values] as const))(
    '%s is known by code, name and every synonym',
    (code, { name_zh, name_en, unit_zh }) => {
      const synonyms = data.rows.synonym.flatMap(({ values }) =>
        values.indicator === code ? [(values.synonym ?? '').split('/')] : [],
      );
      const [name, unit] = [name_zh ?? '', unit_zh ?? ''];
      const paths = [
        ...[[code], [name], [name_en ?? ''], [`${code}（${unit}）`], [`${name}（${unit}）`]],
        ...[[`${code} ${name}`], [`${name}（${code}）`], [name, code], [code, name], [name, unit]],
      ];
      for (const path of [...paths, ...synonyms])
        expect([path, known.heading(path)]).toEqual([
          path,
          expect.objectContaining({ indicator: code }),
        ]);
    },
  );

  it('share no synonym, and none repeats a name', () => {
    const names = new Map<string, string>();
    for (const { values } of shared)
      for (const name of [values.name_zh, values.name_en])
        names.set(spell(name ?? ''), values.indicator ?? '');
    const repeated = data.rows.synonym.filter(({ values }) =>
      names.has(spell(values.synonym ?? '')),
    );
    expect(repeated.map(({ values }) => values.synonym)).toEqual([]);
  });

  it('published facts have indicators of their own, which no table brings', () => {
    const own = data.rows.indicator.filter(({ layer }) => layer === 'reported');
    expect(own.length).toBeGreaterThan(100);
    for (const { values } of own)
      expect(known.heading([values.indicator ?? '']).kind).toBe('unknown');
  });

  it('have the unit of the catalogue; percentages are ratios', () => {
    expect(known.unitOf('TZ4C')).toEqual({ unit: '人次', ratio: false });
    expect(known.unitOf('LEG2')).toEqual({ unit: '%', ratio: true });
    expect(() => known.unitOf('__proto__')).toThrow();
  });
});

describe('cells that name an indicator', () => {
  it.each([
    ['强检项目数', 'TZ1'],
    ['1.强检项目数（项）', 'TZ1'],
    ['TZ4A', 'TZ4A'],
    ['持证比例', '=TZ3'],
    ['合计', '∑'],
    ['排名', '-rank'],
    ['地区', '?'],
    ['备注', '?'],
    ['2023年', '?'],
    ['', '?'],
  ])('%s is %s', (text, expected) => {
    expect(meaning(known.indicator(text))).toBe(expected);
  });
});

describe('proposals', () => {
  const proposed = (heading: string) => {
    const match = known.heading([heading]);
    return match.kind === 'unknown' ? match.proposals : [];
  };
  it.each([
    ['强检项日数', 'TZ1'],
    ['社会公用计量标淮数', 'TZ2'],
    ['培训人数', 'TZ4C'],
    ['服务企业人数', 'TZ4A'],
    ['帮扶企业解决的难题', 'TZ4B'],
    ['一级计量工程师', 'TZ3A'],
    ['省级重点实验室', 'TZ5'],
    ['机构的等次', 'CLASSA'],
  ])('%s: %s first', (heading, code) => {
    const match = known.heading([heading]);
    if (match.kind === 'unknown') expect(match.proposals[0]?.code).toBe(code);
    else expect(meaning(match)).toBe(code);
  });

  it('are few, sorted, none twice, and never what the program computes', () => {
    for (const [heading] of headingCases()) {
      const found = proposed(heading);
      expect(found.length).toBeLessThanOrEqual(5);
      expect(found.map(({ likeness }) => likeness)).toEqual(
        found.map(({ likeness }) => likeness).sort((a, b) => b - a),
      );
      expect(new Set(found.map(({ code }) => code)).size).toBe(found.length);
      for (const { code } of found) expect(['TZ1R', 'TZ3', 'TZ4', 'TZ6']).not.toContain(code);
    }
  });

  it('of nothing like it there are none', () => {
    for (const text of ['', 'xyz', '__proto__', '☃', '啊啊啊']) expect(proposed(text)).toEqual([]);
  });
});

describe('nothing is recognised by likeness', () => {
  const names = [
    ...data.rows.indicator.flatMap(({ layer, values }) => (layer === null ? [values.name_zh] : [])),
    ...data.rows.synonym.map(({ values }) => values.synonym),
  ].flatMap((name) => (name === null || name.includes('/') ? [] : [name]));
  const strange = fc.constantFrom(...'龘靐齉爩麤灪乂亜');

  it('one strange character anywhere makes a name unknown', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), strange, (name, at, char) => {
        const cut = at % (name.length + 1);
        const changed = name.slice(0, cut) + char + name.slice(cut);
        expect(known.heading([changed]).kind).toBe('unknown');
      }),
      { numRuns: 500 },
    );
  });

  it('any text and any path is answered, and the same way twice', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(...names, '__proto__', '合计', '2023年', '(', '((()))', '%', '/', '单位：'),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (path) => {
        expect(known.heading(path)).toEqual(known.heading(path));
      }),
      { numRuns: 500 },
    );
  });

  it('width, spaces, numbering and a known unit do not matter', () => {
    const full = (text: string) =>
      text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    const around = fc.constantFrom<(text: string) => string>(
      (text) => full(text),
      (text) => [...text].join(' '),
      (text) => [...text].join('\u00a0'),
      (text) => `\u3000${text}\n`,
      (text) => `3.${text}`,
      (text) => `（三）${text}`,
      (text) => `${text}：`,
      (text) => `${text}*`,
    );
    const chinese = names.filter((name) => !/[a-z]|^\d/i.test(name));
    fc.assert(
      fc.property(fc.constantFrom(...chinese), around, (name, write) => {
        expect(known.heading([write(name)])).toEqual(known.heading([name]));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a mapping', () => {
  const mapping = {
    ...EMPTY_MAPPING,
    headings: new Map<string, { indicator: string } | 'ignore'>([
      [headingKey(['台账数']), { indicator: 'TZ1' }],
      [headingKey(['强检项目数', '上年']), 'ignore'],
      [headingKey(['强检项目数']), { indicator: 'TZ1N' }],
      [headingKey(['持证', '比']), { indicator: 'TZ3' }],
      [headingKey(['旧指标']), { indicator: 'TZ_OLD' }],
      [headingKey(['__proto__']), { indicator: 'TZ5' }],
    ]),
  };
  const mapped = recogniser(mapping);
  it.each([
    [['台账数'], 'TZ1'],
    [['台账数（项）'], 'TZ1'],
    [['台 账 数'], 'TZ1'],
    [['2024年台账数'], 'TZ1@2024'],
    [['2024年', '台账数'], 'TZ1@2024'],
    [['台账数', '2024年'], 'TZ1@2024'],
    [['其他', '台账数'], '?'],
    [['强检项目数', '上年'], '-mapping'],
    [['强检项目数'], 'TZ1N'],
    [['持证', '比'], '=TZ3'],
    [['旧指标'], '?'],
    [['__proto__'], 'TZ5'],
    [['constructor'], '?'],
  ])('%j is %s', (path, expected) => {
    expect(meaning(mapped.heading(path))).toBe(expected);
  });
  it('tells that it was the mapping', () => {
    expect(mapped.heading(['台账数'])).toMatchObject({ by: 'mapping' });
  });
});

it('long headings are answered', () => {
  for (const text of [
    '2'.repeat(5000),
    '强检'.repeat(5000),
    '('.repeat(5000),
    '示例一市'.repeat(999),
  ])
    expect(['unknown', 'total']).toContain(known.heading([text, text]).kind);
});
