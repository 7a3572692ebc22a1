import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGeoJson } from './geo-file.ts';
import { matchShapes } from './geo-match.ts';
import { mapNumber } from './map-number.ts';

const RING = [
  [120, 28],
  [121, 28],
  [121, 29],
  [120, 28],
];
const feature = (properties: object, coordinates: unknown = [RING], type = 'Polygon') => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const file = (features: unknown[], more: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', features, ...more });
const faultOf = (text: string) => {
  const reading = readGeoJson(text);
  return 'fault' in reading ? reading.fault : reading.shapes.length;
};

describe('mapNumber(text)', () => {
  it.each([
    ['GS(2024)1234号', 'GS(2024)1234号'],
    ['GS（2019）1822号', 'GS(2019)1822号'],
    [' 审图号：gs（2024）1234号 ', 'GS(2024)1234号'],
    ['浙S(2023)12号', '浙S(2023)12号'],
    ['ＧＳ京〔２０２２〕０１２３号', 'GS京(2022)0123号'],
    ['浙台S[2021]1号', '浙台S(2021)1号'],
  ])('takes %j', (typed, number) => {
    expect(mapNumber(typed)).toBe(number);
    expect(mapNumber(number)).toBe(number);
  });

  it.each([
    '',
    '无',
    '1234',
    'GS(24)1234号',
    'GS(2024)1234',
    'XX(2024)12号',
    'GS(2024)号',
    'GS(2024)1号<b>',
  ])('refuses %j', (typed) => {
    expect(mapNumber(typed)).toBeNull();
  });

  it('refuses any text that has no year and number in it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/\d{4}\D\d/u.test(text.normalize('NFKC')));
        expect(mapNumber(text)).toBeNull();
      }),
    );
  });
});

describe('readGeoJson(text)', () => {
  it('keeps polygons with their codes and names', () => {
    const reading = readGeoJson(
      file([
        feature({ adcode: 331002, name: '椒江区' }),
        feature({ Name: 'Linhai', GB: '156331082' }, [[RING], [RING]], 'MultiPolygon'),
        { ...feature({}), id: '331004000000' },
        { type: 'Feature', properties: null, geometry: { type: 'Point', coordinates: [1, 2] } },
      ]),
    );
    expect(
      'shapes' in reading &&
        reading.shapes.map(({ codes, names, label, polygons }) => [
          codes,
          names,
          label,
          polygons.length,
        ]),
    ).toEqual([
      [['331002'], ['椒江区'], '椒江区', 1],
      [['331082'], ['Linhai'], 'Linhai', 2],
      [['331004'], [], '331004', 1],
    ]);
  });

  it.each([
    ['', 'not_json'],
    ['{"type":', 'not_json'],
    ['[]', 'not_geojson'],
    ['null', 'not_geojson'],
    ['{"type":"Topology"}', 'not_geojson'],
    ['{"type":"FeatureCollection","features":{}}', 'not_geojson'],
    ['{"type":"FeatureCollection","features":[1]}', 'not_geojson'],
    [file([]), 'no_polygons'],
    [file([feature({}, [1, 2], 'Point')]), 'no_polygons'],
    [
      file([
        feature({}, [
          [
            [120, '28'],
            [121, 28],
            [121, 29],
          ],
        ]),
      ]),
      'bad_coordinates',
    ],
    [file([feature({}, [[[120, 28]]])]), 'bad_coordinates'],
    [file([feature({}, 'x')]), 'bad_coordinates'],
    [
      file([
        feature({}, [
          [
            [40521345, 3212345],
            [40521346, 3212345],
            [40521346, 3212346],
          ],
        ]),
      ]),
      'wrong_crs',
    ],
    [
      file([feature({})], { crs: { type: 'name', properties: { name: 'EPSG:3857' } } }),
      'wrong_crs',
    ],
    [file([feature({})], { crs: { properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } }), 1],
    [file([feature({})], { crs: { properties: { name: 'urn:ogc:def:crs:EPSG::4490' } } }), 1],
    [file(Array.from({ length: 3001 }, () => feature({}))), 'too_detailed'],
    [file([feature({}, [Array.from({ length: 200_001 }, () => [1, 1])])]), 'too_detailed'],
    [' '.repeat(10_000_001), 'too_large'],
  ])('%.60j gives %j', (text, expected) => {
    expect(faultOf(text)).toBe(expected);
  });

  it('never throws, whatever JSON comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(() => readGeoJson(text)).not.toThrow();
      }),
    );
    const hostile = file([feature({ __proto__: { name: 'x' }, name: { toString: 1 } })]);
    expect(faultOf(hostile)).toBe(1);
    expect(
      faultOf(`{"type":"FeatureCollection","features":${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
    ).toBe('not_geojson');
  });
});

describe('matchShapes(shapes, regions)', () => {
  const regions = [
    { code: '331002', names: ['椒江区', 'Jiaojiang'] },
    { code: '331003', names: ['黄岩区'] },
  ];
  const shapesOf = (...properties: object[]) => {
    const reading = readGeoJson(file(properties.map((one) => feature(one))));
    return 'shapes' in reading ? reading.shapes : [];
  };

  it('goes by code before name, and joins the parts of one region', () => {
    const { polygons, strangers } = matchShapes(
      shapesOf({ adcode: '331002', name: '黄岩区' }, { name: 'Jiaojiang' }, { name: '黄岩区' }),
      regions,
    );
    expect([...polygons].map(([code, parts]) => [code, parts.length])).toEqual([
      ['331002', 2],
      ['331003', 1],
    ]);
    expect(strangers).toEqual([]);
  });

  it('lists what it does not know, and never guesses', () => {
    const { polygons, strangers } = matchShapes(
      shapesOf({ name: '黄岩' }, { adcode: 110101 }),
      regions,
    );
    expect(polygons.size).toBe(0);
    expect(strangers).toEqual(['黄岩', '110101']);
  });
});
