import { describe, expect, it } from 'vitest';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import { readXml, named, textOf, type Node } from '../testing/xml-reader.ts';
import { withPageMark } from './page-mark.ts';

const HEADER =
  '<w:hdr xmlns:w="w" xmlns:v="v" xmlns:o="o" xmlns:w10="w10">' +
  '<w:p><w:r><w:t>示例数据</w:t></w:r></w:p></w:hdr>';

const shapeOf = (header: string): Node => named(readXml(header), 'v:shape')[0]!;
const points = (node: Node, side: string) =>
  Number(
    new RegExp(`(?:^|;)${side}:([\\d.]+)pt`, 'u').exec(node.attributes.get('style') ?? '')?.[1],
  );

describe('withPageMark', () => {
  it('leaves the header as it is without a text', () => {
    expect(withPageMark(HEADER, '')).toBe(HEADER);
    expect(withPageMark(HEADER, ' \n ')).toBe(HEADER);
  });

  it('stands behind the text, turned, in the middle of the page', () => {
    const header = withPageMark(HEADER, '台州市市场监督管理局 2026-11-22');
    const shape = shapeOf(header);
    const style = shape.attributes.get('style') ?? '';
    expect(style).toMatch(/rotation:315;z-index:-\d+/u);
    expect(style).toContain('mso-position-horizontal:center');
    expect(style).toContain('mso-position-vertical-relative:page');
    // The name by which word processors know their own watermarks.
    expect(shape.attributes.get('id')).toMatch(/^PowerPlusWaterMarkObject/u);
    expect(textOf(readXml(header), 'w:t')).toBe('示例数据');
  });

  it.each(['甲', '台州市市场监督管理局 2026-11-22', '市'.repeat(40), 'M'.repeat(40)])(
    'is as wide as its letters and within the page: %s',
    (text) => {
      const shape = shapeOf(withPageMark(HEADER, text));
      const [width, height] = [points(shape, 'width'), points(shape, 'height')];
      const letters =
        text.replace(/\p{ASCII}/gu, '').length + text.replace(/\P{ASCII}/gu, '').length / 2;
      expect(width / height).toBeCloseTo(letters, 0);
      // Turned by 45 degrees, it takes the same room across and down.
      expect(((width + height) / Math.SQRT2 / 72) * 25.4).toBeLessThan(200);
      expect(height).toBeGreaterThan(15);
    },
  );

  it('shows markup as text', () => {
    const shape = (node: Node): string => `${node.name}(${node.children.map(shape).join('')})`;
    const plain = shape(readXml(withPageMark(HEADER, '甲')));
    for (const payload of MARKUP_PAYLOADS)
      expect(shape(readXml(withPageMark(HEADER, payload)))).toBe(plain);
  });
});
