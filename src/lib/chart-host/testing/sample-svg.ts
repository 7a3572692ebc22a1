import { rankingBars } from '#lib/charts/index.ts';
import { sampleRanking } from '#lib/charts/testing/sample-ranking.ts';
import { renderSvg } from '../render-svg.ts';

/**
 * A chart with all that is drawn (stacks, gaps, patterns, wrapped names and legend), and its hash.
 * Node and the browser both have to arrive at it; a change to the drawing changes it once, here.
 */
export function sampleSvg(): string {
  const input = sampleRanking(24, { gapEvery: 5, theme: 'print', suffix: '(Metrology)' });
  const { option, width, height } = rankingBars(input, { width: 700, height: null });
  return renderSvg(option, {
    width,
    height,
    locale: 'zh',
    theme: 'print',
    title: '图',
    description: '说明',
  });
}

/** FNV-1a of the text's UTF-16 units, as eight hexadecimal digits. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

export const SAMPLE_FINGERPRINT = 'e996e474';
