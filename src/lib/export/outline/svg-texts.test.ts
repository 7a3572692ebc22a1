import { describe, expect, it } from 'vitest';
import { svgTexts } from './svg-texts.ts';

const only = (svg: string) => svgTexts(svg)[0];

describe('svgTexts', () => {
  it('reads a line of the frame', () => {
    const svg =
      '<svg><text data-role="title" x="24" y="40.7" font-size="20" font-weight="600" fill="#16201f">图 1</text></svg>';
    expect(only(svg)).toEqual({
      start: 5,
      end: svg.length - 6,
      text: '图 1',
      x: 24,
      y: 40.7,
      anchor: 'start',
      size: 20,
      weight: 'bold',
      rest: ' data-role="title" fill="#16201f"',
    });
  });

  it('reads a label of a chart: shift in em, style, and what else it has', () => {
    const svg =
      '<text dy="0.36em" text-anchor="end" style="font-size:12px;font-weight:400;letter-spacing:0" y="-9"' +
      ' transform="translate(3 4) rotate(-24)" fill="#fff" fill-opacity="0.8" paint-order="stroke">a</text>';
    expect(only(svg)).toMatchObject({ x: 0, anchor: 'end', size: 12, weight: 'regular' });
    expect(only(svg)?.y).toBeCloseTo(-9 + 0.36 * 12);
    expect(only(svg)?.rest).toBe(
      ' transform="translate(3 4) rotate(-24)" fill="#fff" fill-opacity="0.8" paint-order="stroke"' +
        ' style="letter-spacing:0"',
    );
  });

  it('takes 600, 700 and bold for bold, and nothing else', () => {
    const weights = ['400', '500', 'normal', '600', '700', 'bold'].map(
      (weight) => only(`<text font-weight="${weight}">a</text>`)?.weight,
    );
    expect(weights).toEqual(['regular', 'regular', 'regular', 'bold', 'bold', 'bold']);
  });

  it('reads entities, and blanks as a reader of SVG does', () => {
    expect(only('<text>  a &lt;b&gt; &amp;lt; &quot;&#39;\n  c </text>')?.text).toBe(
      `a <b> &lt; "' c`,
    );
    expect(only('<text>1\u2009000\u3000x</text>')?.text).toBe('1\u2009000\u3000x');
  });

  it.each(['<text><tspan>a</tspan></text>', "<text x='1'>a</text>", '<text>a'])(
    'refuses what it cannot read: %s',
    (svg) => {
      expect(() => svgTexts(svg)).toThrow('A text of the figure cannot be read.');
    },
  );
});
