import { describe, expect, it } from 'vitest';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import { open, packageFaults, part } from '../testing/opened.ts';
import { named, textOf, type Node } from '../testing/xml-reader.ts';
import { SLIDE } from './body.ts';
import { writePptx, type Deck } from './index.ts';

const deck = (watermark?: string): Deck => ({
  locale: 'zh',
  title: '年度分析',
  mark: '示例数据',
  ...(watermark === undefined ? {} : { watermark }),
  day: '2025-12-31',
  slides: [
    {
      title: '标题',
      subtitle: '',
      body: { kind: 'text', paragraphs: ['甲'] },
      source: '',
      notes: [],
    },
  ],
});

const MASTER = 'ppt/slideMasters/slideMaster1.xml';
const markOf = (node: Node): Node | undefined =>
  named(node, 'p:sp').find((shape) =>
    named(shape, 'p:cNvPr').some(({ attributes }) => attributes.get('name') === 'Watermark'),
  );

describe('the watermark of slides', () => {
  it('is none without a text', async () => {
    for (const none of [deck(), deck(''), deck(' ')])
      expect(markOf(part(open(await writePptx(none)), MASTER))).toBeUndefined();
  });

  it.each(['甲', '台州市市场监督管理局 2026-11-22', '市'.repeat(40)])(
    'stands on the master, turned, within the slide: %s',
    async (text) => {
      const opened = open(await writePptx(deck(text)));
      expect(packageFaults(opened)).toEqual([]);
      const shape = markOf(part(opened, MASTER))!;
      expect(textOf(shape, 'a:t')).toBe(text);
      const turn = Number(named(shape, 'a:xfrm')[0]!.attributes.get('rot')) / 60_000;
      const inches = (name: string, side: string) =>
        Number(named(shape, name)[0]!.attributes.get(side)) / 914_400;
      const [width, height] = [inches('a:ext', 'cx'), inches('a:ext', 'cy')];
      const angle = (Math.abs(turn) * Math.PI) / 180;
      expect(turn).toBeLessThan(0);
      expect(width * Math.cos(angle) + height * Math.sin(angle)).toBeLessThan(SLIDE.w);
      expect(width * Math.sin(angle) + height * Math.cos(angle)).toBeLessThan(SLIDE.h);
      expect(inches('a:off', 'x') + width / 2).toBeCloseTo(SLIDE.w / 2, 2);
      expect(inches('a:off', 'y') + height / 2).toBeCloseTo(SLIDE.h / 2, 2);
      // Slides of themselves have none: it is taken away once, on the master.
      expect(markOf(part(opened, 'ppt/slides/slide1.xml'))).toBeUndefined();
    },
  );

  it('is numbered apart from the other shapes of the master, and shows markup as text', async () => {
    for (const payload of MARKUP_PAYLOADS.slice(0, 12)) {
      const master = part(open(await writePptx(deck(payload))), MASTER);
      const ids = named(master, 'p:cNvPr').map(({ attributes }) => attributes.get('id'));
      expect(new Set(ids).size).toBe(ids.length);
      expect(textOf(markOf(master)!, 'a:t')).toBe(payload);
    }
  }, 60_000);
});
