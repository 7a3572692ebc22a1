import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeKey } from '../mapping/keys.ts';
import { EMPTY_MAPPING } from '../mapping/mapping.ts';
import { parsePeriod } from '../period.ts';
import { catalogueOf } from '../raw/catalogue.ts';
import { readData } from '../raw/read-data.ts';
import { recogniserOf } from './recogniser-of.ts';
import type { PlaceMatch, PlaceText, Recogniser } from './recogniser.ts';
import { data, recogniser } from './testing/known.ts';

const known = recogniser();

/** `syn-990121 990121 name`, `∑`, `? [syn-…]` … */
function said(match: PlaceMatch): string {
  const ids = (list: readonly { code: string }[]) => list.map(({ code }) => code).join(' ');
  switch (match.kind) {
    case 'institution':
      return `${match.institution_id} ${match.region_code} ${match.by}`;
    case 'total':
      return '∑';
    case 'ignored':
      return '-';
    case 'not_valid':
      return `${match.institution_id} not in ${match.period}`;
    case 'contradiction':
      return `${match.by_code} ≠ ${match.by_name}`;
    case 'several':
      return `several: ${ids(match.proposals)}`;
    case 'unknown':
      return '?';
  }
}

/** `code | name | city | county | period`, each may be empty. */
function ask(line: string, of: Recogniser = known): string {
  const [code = '', name = '', city = '', region = '', period = ''] = line
    .split('|')
    .map((part) => part.trim());
  const text: PlaceText = {
    code: code === '' ? null : code,
    name: name === '' ? null : name,
    city: city === '' ? null : city,
    region: region === '' ? null : region,
  };
  return said(of.place(text, parsePeriod(period === '' ? '2025' : period)));
}

const JIA = 'syn-990121 990121';
const JIAOJIANG = 'tpl-331002 331002';

describe('institutions as they are written', () => {
  it.each([
    // By code.
    ['990121', `${JIA} code`],
    ['990121.0', `${JIA} code`],
    ['990,121', `${JIA} code`],
    ['９９０１２１', `${JIA} code`],
    ['99 01 21', `${JIA} code`],
    ["'990121", `${JIA} code`],
    ['990121000000', `${JIA} code`],
    ['990121000', `${JIA} code`],
    ['990121001', '?'],
    ['syn-990121', `${JIA} code`],
    ['SYN-990121', `${JIA} code`],
    ['tpl-331002', `${JIAOJIANG} code`],
    ['990199', '?'],
    ['99012', '?'],
    ['9901211', '?'],
    ['121', '?'],
    // By name.
    ['|甲县', `${JIA} name`],
    ['|甲　县', `${JIA} name`],
    ['| 甲\u00a0县 ', `${JIA} name`],
    ['|甲县计量检定测试所', `${JIA} name`],
    ['|甲县 计量检定 测试所', `${JIA} name`],
    ['|Jia County Metrology Institute (fictional)', `${JIA} name`],
    ['|jia county (fictional)', `${JIA} name`],
    ['|其中：甲县', `${JIA} name`],
    ['|示例一市甲县', `${JIA} name`],
    ['|示例省示例一市甲县', `${JIA} name`],
    ['|示例一市甲县计量检定测试所', `${JIA} name`],
    ['|椒江区', `${JIAOJIANG} name`],
    ['|椒 江 区', `${JIAOJIANG} name`],
    ['|台州市椒江区', `${JIAOJIANG} name`],
    ['|台州椒江区', `${JIAOJIANG} name`],
    ['|浙江省台州市椒江区', `${JIAOJIANG} name`],
    ['|浙江椒江区', `${JIAOJIANG} name`],
    ['|椒江区（县级计量技术机构）', `${JIAOJIANG} name`],
    ['|丁区', 'syn-990101 990101 name'],
    // By alias.
    ['|椒江', `${JIAOJIANG} alias`],
    ['|台州椒江', `${JIAOJIANG} alias`],
    ['|温岭', 'tpl-331081 331081 alias'],
    ['|临海', 'tpl-331082 331082 alias'],
    ['|椒江区计量所', `${JIAOJIANG} alias`],
    ['|椒江区计量检定测试所', `${JIAOJIANG} alias`],
    ['|台州市椒江区计量检定测试所', `${JIAOJIANG} alias`],
    ['|甲县计量所', `${JIA} alias`],
    ['|示例一市计量院', 'syn-990100 990100 alias'],
    ['|示例一市本级', 'syn-990100 990100 alias'],
    ['|市本级|示例二市', 'syn-990200 990200 alias'],
    // Codes in place of names.
    ['|990121', `${JIA} code`],
    ['|syn-990121', `${JIA} code`],
    ['|990122|||2021', 'syn-990122 990122 former_name'],
    ['|||990121', `${JIA} code`],
    ['990121|syn-990121', `${JIA} code`],
    ['990121|syn-990123', 'syn-990121 ≠ syn-990123'],
    ['|990100', 'several: syn-990100'],
    ['|331000', '∑'],
    ['|990199', '?'],
    // Another name than the one known, or half a name.
    ['|甲', '?'],
    ['|丁', '?'],
    ['|甲县计量检测中心', '?'],
    ['|甲县计量检定测试', '?'],
    ['|甲县计量检定测试所有限公司', '?'],
    ['|甲县市场监督管理局', '?'],
    ['|甲区', '?'],
    ['|甲市', '?'],
    ['|椒江县', '?'],
    ['|椒江区分局', '?'],
    ['|示例二市甲县', '?'],
    ['|台州市甲县', '?'],
    ['|杭州市椒江区', '?'],
    ['|椒江区、黄岩区', '?'],
    ['|椒江区黄岩区', '?'],
    ['|某县', '?'],
    ['|计量检定测试所', '?'],
    ['|__proto__', '?'],
    ['|constructor', '?'],
    ['|0', '?'],
    // Code and name.
    ['990121|甲县', `${JIA} code`],
    ['syn-990121|甲县', `${JIA} code`],
    ['990121|甲县计量检定测试所', `${JIA} code`],
    ['990121|乙县', 'syn-990121 ≠ syn-990123'],
    ['syn-990121|乙县计量检定测试所', 'syn-990121 ≠ syn-990123'],
    ['331002|黄岩区', 'tpl-331002 ≠ tpl-331003'],
    ['331002|甲县', 'tpl-331002 ≠ syn-990121'],
    ['|990121甲县', `${JIA} code`],
    ['|甲县（990121）', `${JIA} code`],
    ['|990121 甲县', `${JIA} code`],
    ['|990121乙县', 'syn-990121 ≠ syn-990123'],
    ['990121|甲县（990121）', `${JIA} code`],
    ['990121.0|990121甲县', `${JIA} code`],
    ['990121|甲县（990123）', '?'],
    ['990199|甲县', '?'],
    ['001|甲县', `${JIA} name`],
    ['3|甲县', `${JIA} name`],
    ['990121|新名字', '?'],
    ['syn-990121|新名字', `${JIA} code`],
    ['syn-990121|乙县某某所', 'syn-990121 ≠ syn-990123'],
    // A form whose institutions have no names yet takes the name that is filled in beside the code.
    ['331002|台州市椒江区质量技术检测研究院', `${JIAOJIANG} code`],
    ['331002|椒江区计量检测院', `${JIAOJIANG} alias`.replace('alias', 'code')],
    ['331002|黄岩区质量技术检测研究院', 'tpl-331002 ≠ tpl-331003'],
    ['331002|质量技术检测研究院', '?'],
    ['|台州市椒江区质量技术检测研究院', '?'],
    // A county in a lane of its own.
    ['|甲县计量检定测试所||甲县', `${JIA} name`],
    ['|甲县计量检定测试所||乙县', 'syn-990123 ≠ syn-990121'],
    ['|甲县水表检定站||甲县', '?'],
    ['||| 甲县', `${JIA} name`],
    ['990121|||甲县', `${JIA} code`],
    ['990121|||乙县', 'syn-990121 ≠ syn-990123'],
    ['|台州市椒江区质量技术检测研究院||椒江区', `${JIAOJIANG} name`],
    ['|示例一市计量技术研究院||示例一市', 'syn-990100 990100 name'],
    // In the lane of counties the city above, or a part of it that no list has.
    ['|甲县计量检定测试所||示例一市', `${JIA} name`],
    ['|甲县计量检定测试所||示例省', `${JIA} name`],
    ['|甲县计量检定测试所||示例二市', '?'],
    ['|甲县计量检定测试所||东片', `${JIA} name`],
    ['|甲县计量检定测试所||山区', `${JIA} name`],
    ['|甲县计量检定测试所||丑县', '?'],
    ['|椒江区||临海市', 'tpl-331082 ≠ tpl-331002'],
    // The city above.
    ['|甲县|示例一市', `${JIA} name`],
    ['|甲县|示例一', `${JIA} name`],
    ['|甲县|示例省', `${JIA} name`],
    ['|椒江区|浙江', `${JIAOJIANG} name`],
    ['|椒江区|江苏', '?'],
    ['|甲县|示例省示例一市', `${JIA} name`],
    ['|甲县|990100', `${JIA} name`],
    ['|甲县|示例二市', '?'],
    ['|甲县|不知道的市', '?'],
    ['990121|甲县|示例二市', '?'],
    ['|戊市|戊市', 'syn-990122 990185 name'],
    // The city itself: its institution, or the sum of its counties?
    ['|示例一市', 'several: syn-990100'],
    ['990100', 'several: syn-990100'],
    ['990100|示例一市', 'several: syn-990100'],
    ['990100|示例一市计量技术研究院', 'syn-990100 990100 code'],
    ['syn-990100|示例一市', 'syn-990100 990100 code'],
    ['|市本级', 'several: syn-990100 syn-990200 syn-990300'],
    ['|台州市', '∑'],
    ['331000|台州市', '∑'],
    ['|浙江省', '∑'],
    ['990100|甲县', 'syn-990100 ≠ syn-990121'],
    // Lines about the others.
    ['|合计', '∑'],
    ['|全市', '∑'],
    ['|全市平均', '∑'],
    ['|示例一市合计', '∑'],
    ['|合计（33家）', '∑'],
    ['990100|合计', '∑'],
    ['990121|合计', '?'],
    ['|||合计', '∑'],
    ['|', '?'],
  ])('%s: %s', (line, expected) => {
    expect(ask(line)).toBe(expected);
  });
});

describe('codes and names that changed', () => {
  it.each([
    ['|戊县|||2022', 'syn-990122 990122 former_name'],
    ['|戊县|||2023', 'syn-990122 990185 former_name'],
    ['|戊市|||2022', 'syn-990122 990122 name'],
    ['|戊市|||2023', 'syn-990122 990185 name'],
    ['990122||||2022', 'syn-990122 990122 former_name'],
    ['990122||||2025', 'syn-990122 990185 former_name'],
    ['990185||||2021', 'syn-990122 990122 code'],
    ['990185|戊县|||2024', 'syn-990122 990185 code'],
    ['990122|戊市|||2024', 'syn-990122 990185 name'],
    ['|戊县计量检定测试所|||2021', 'syn-990122 990122 former_name'],
    ['|示例一市戊县|||2025', 'syn-990122 990185 former_name'],
    ['|玉环县', 'tpl-331083 331083 former_name'],
    ['331021|玉环县', 'tpl-331083 331083 former_name'],
    ['331021|玉环市', 'tpl-331083 331083 name'],
    ['|玉环', 'tpl-331083 331083 alias'],
    ['|戊县|||2022-2023', 'syn-990122 990185 former_name'],
    ['|戊县|||2022-12', 'syn-990122 990122 former_name'],
    ['|戊县|||2023-01', 'syn-990122 990185 former_name'],
    ['|椒江区|||2024', 'tpl-331002 not in 2024'],
    ['331002||||2019', 'tpl-331002 not in 2019'],
    ['|甲县|||1999', 'syn-990121 not in 1999'],
  ])('%s: %s', (line, expected) => {
    expect(ask(line)).toBe(expected);
  });
  it('without a period the code of today', () => {
    expect(said(known.place({ code: null, name: '戊县', city: null }, null))).toBe(
      'syn-990122 990185 former_name',
    );
  });
});

describe('the same name in two cities', () => {
  const head =
    'region_code,name_zh,name_en,parent_code,level,valid_from,valid_to,successor_code,tile_row,tile_col,source_id,note';
  const regions = `${head}
991000,北市,North,,city,2000-01-01,,,,,made-up,
992000,南市,South,,city,2000-01-01,,,,,made-up,
991021,青山县,Qingshan,991000,county,2000-01-01,,,,,made-up,
992021,青山县,Qingshan,992000,county,2000-01-01,,,,,made-up,
991022,青山区,Qingshan Qu,991000,county,2000-01-01,,,,,made-up,
992022,北市区,Beishi,992000,county,2000-01-01,,,,,made-up,
992023,双所县,Shuangsuo,992000,county,2000-01-01,,,,,made-up,
`;
  const institutions = `institution_id,name_zh,name_en,region_code,level,legal_form,class,class_scheme,valid_from,valid_to,source_id,note
syn-n,青山县计量所,,991021,county,statutory,,,2000-01-01,,made-up,
syn-s,青山县计量所,,992021,county,statutory,,,2000-01-01,2023-12-31,made-up,
syn-q,青山区计量所,,991022,county,statutory,,,2000-01-01,,made-up,
syn-b,北市区计量所,,992022,county,statutory,,,2000-01-01,,made-up,
syn-1,双所县计量所,,992023,county,statutory,,,2000-01-01,,made-up,
syn-2,双所县水表检定站,,992023,county,authorised,,,2000-01-01,,made-up,
`;
  const small = readData(
    Object.entries({
      'synthetic/regions.csv': regions,
      'synthetic/institutions.csv': institutions,
    }).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })),
  ).data;
  const of = (institution: readonly (readonly [string, { institution_id: string } | 'ignore'])[]) =>
    recogniserOf(small, catalogueOf(small), {
      ...EMPTY_MAPPING,
      institutions: new Map(institution),
    });
  const plain = of([]);

  it.each([
    ['|青山县', 'several: syn-n syn-s'],
    ['|青山县计量所', 'several: syn-n syn-s'],
    ['|青山县|北市', 'syn-n 991021 name'],
    ['|青山县|南市||2023', 'syn-s 992021 name'],
    ['|青山县|南市', 'syn-s not in 2025'],
    ['|南市青山县||| 2023', 'syn-s 992021 name'],
    ['992021|青山县|||2023', 'syn-s 992021 code'],
    // 青山 may be the county or the district.
    ['|青山', 'several: syn-n syn-s syn-q'],
    ['|青山|北市', 'several: syn-n syn-q'],
    ['|青山区', 'syn-q 991022 name'],
    // 北市 is a city, and 北市区 the district of another.
    ['|北市区', 'syn-b 992022 name'],
    ['|北市', '∑'],
    // Two institutions in one county: only their own names tell.
    ['|双所县', 'several: syn-1 syn-2'],
    ['|双所县计量站', '?'],
    ['992023|双所县', 'several: syn-1 syn-2'],
    ['992023', 'several: syn-1 syn-2'],
    ['992023|双所县计量所', 'syn-1 992023 code'],
    ['|双所县水表检定站', 'syn-2 992023 name'],
  ])('%s: %s', (line, expected) => {
    expect(ask(line, plain)).toBe(expected);
  });

  it('an answer for the name holds where code and city do not say otherwise', () => {
    const mapped = of([
      [placeKey('青山县'), { institution_id: 'syn-n' }],
      [placeKey('青山', '南市'), { institution_id: 'syn-s' }],
      [placeKey('老城站'), { institution_id: 'syn-1' }],
      [placeKey('其他'), 'ignore'],
      [placeKey('撤销了'), { institution_id: 'syn-x' }],
      [placeKey('992023'), { institution_id: 'syn-2' }],
    ]);
    expect(ask('|青山县', mapped)).toBe('syn-n 991021 mapping');
    expect(ask('|青 山 县|北市', mapped)).toBe('syn-n 991021 mapping');
    expect(ask('|青山县|南市', mapped)).toBe('?');
    expect(ask('992021|青山县', mapped)).toBe('syn-s ≠ syn-n');
    expect(ask('|青山|南市||2022', mapped)).toBe('syn-s 992021 mapping');
    expect(ask('|青山|南市||2024', mapped)).toBe('syn-s not in 2024');
    expect(ask('|青山|北市', mapped)).toBe('several: syn-n syn-q');
    expect(ask('|老城站', mapped)).toBe('syn-1 992023 mapping');
    expect(ask('|其他', mapped)).toBe('-');
    expect(ask('|撤销了', mapped)).toBe('?');
    expect(ask('992023', mapped)).toBe('syn-2 992023 mapping');
  });
});

describe('every institution', () => {
  const all = data.rows.institution;
  it.each(all.map(({ values }) => [values.institution_id ?? '', values] as const))(
    '%s is known by id, code and name',
    (id, { name_zh, region_code, level }) => {
      const city = level === 'city';
      expect(ask(id)).toBe(`${id} ${region_code} code`);
      expect(ask(`|${name_zh}`)).toBe(`${id} ${region_code} name`);
      expect(ask(`${region_code}|${name_zh}`)).toBe(`${id} ${region_code} code`);
      if (!city) expect(ask(region_code ?? '')).toBe(`${id} ${region_code} code`);
      for (const text of [id, name_zh, region_code]) expect(known.isPlace(text ?? '')).toBe(true);
    },
  );

  it('one strange character anywhere makes a name unknown', () => {
    const names = all.flatMap(({ values }) => values.name_zh ?? []);
    const strange = fc.constantFrom(...'龘靐齉爩麤灪');
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), strange, (name, at, char) => {
        const cut = at % (name.length + 1);
        const changed = name.slice(0, cut) + char + name.slice(cut);
        expect(ask(`|${changed}`)).toBe('?');
        expect(known.isPlace(changed)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('code and name of two are a contradiction', () => {
    const counties = all.filter(({ values }) => values.level === 'county');
    const one = fc.constantFrom(...counties);
    fc.assert(
      fc.property(one, one, (a, b) => {
        fc.pre(a !== b);
        expect(ask(`${a.values.region_code}|${b.values.name_zh}`)).toBe(
          `${a.values.institution_id} ≠ ${b.values.institution_id}`,
        );
      }),
    );
  });
});

describe('proposals', () => {
  const proposed = (name: string) => {
    const match = known.place({ code: null, name, city: null }, null);
    return match.kind === 'unknown' ? match.proposals : [];
  };
  it.each([
    ['椒江区分局', 'tpl-331002'],
    ['甲县计量检测中心', 'syn-990121'],
    ['甲县计量检定侧试所', 'syn-990121'],
    ['台州市黄岩区质检院', 'tpl-331003'],
    ['示例二市计量研究院', 'syn-990200'],
    ['仙居县计量测试研究所', 'tpl-331024'],
    ['伍縣', 'syn-990323'],
  ])('%s: %s first', (name, id) => {
    expect(proposed(name)[0]?.code).toBe(id);
  });
  it('few, sorted, none twice; none for nothing like it', () => {
    for (const name of ['计量所', '县', '椒江', '示例市计量检定测试所', '某县计量检定测试所']) {
      const found = proposed(name);
      expect(found.length).toBeLessThanOrEqual(5);
      expect(new Set(found.map(({ code }) => code)).size).toBe(found.length);
      const order = found.map(({ likeness }) => likeness);
      expect(order).toEqual([...order].sort((a, b) => b - a));
    }
    expect(proposed('☃')).toEqual([]);
    expect(proposed('__proto__')).toEqual([]);
  });
});

describe('lines and lanes about all the others', () => {
  it.each([
    ...[
      '合计',
      '合 计',
      '总计',
      '小计',
      '共计',
      '全市',
      '全省',
      '平均',
      '平均值',
      '全市平均',
      '其中',
      '其中：',
    ],
    ...[
      '示例一市小计',
      '县级合计',
      '山区县合计',
      '合计（9家）',
      '全市（9个县市区）',
      'Total',
      '中位数',
      '本页小计',
    ],
  ])('%s', (text) => {
    expect(known.isTotal(text)).toBe(true);
    expect(known.isPlace(text)).toBe(false);
  });
  it.each([
    '甲县',
    '椒江区',
    '',
    '其中：甲县',
    '全市场监管所',
    '合计划',
    '强检项目数',
    '总工办',
    '990121',
    '市本级',
  ])('not %j', (text) => {
    expect(known.isTotal(text)).toBe(false);
  });
  it.each([
    '示例一市',
    '台州市',
    '台州',
    '浙江省',
    '戊县',
    '玉环县',
    '331021',
    '990100',
    '其中：甲县',
    '990121甲县',
  ])('%s is a place', (text) => {
    expect(known.isPlace(text)).toBe(true);
  });
  it.each([
    '',
    '项目',
    '2023',
    '100',
    '地区',
    '强检项目数',
    '备注',
    '单位：项',
    '注：甲县未报',
    '12.5',
    '示例',
  ])('%j is none', (text) => {
    expect(known.isPlace(text)).toBe(false);
  });
});

it('any text is answered', () => {
  const text = fc.option(
    fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('甲县', '示例一市', '__proto__', '合计'),
    ),
  );
  fc.assert(
    fc.property(text, text, text, text, (code, name, city, region) => {
      expect(() => known.place({ code, name, city, region }, null)).not.toThrow();
    }),
    { numRuns: 300 },
  );
  const long = '示例一市'.repeat(5000);
  expect(ask(`|${long}|${long}|${long}`)).toBe('?');
});
