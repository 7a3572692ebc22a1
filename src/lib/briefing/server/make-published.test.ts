import { describe, expect, it } from 'vitest';
import type { Figure } from '#lib/export/index.ts';
import { open, part } from '#lib/office/testing/opened.ts';
import { samplePng } from '#lib/office/testing/sample-png.ts';
import { composePublished, makePublished, requestOf } from './make-published.ts';

const paint = ({ width, height }: Figure) => Promise.resolve(samplePng(width, height));

describe('x', () => {
  it('y', async () => {
    for (const template of ['notice', 'counties', 'review'] as const) {
      const request = await requestOf({ template, locale: 'zh' });
      const report = await composePublished(request);
      console.log(
        report.pieces
          .slice(0, template === 'counties' ? 14 : 80)
          .map((piece) =>
            'text' in piece
              ? `[${piece.kind}] ${piece.text}`
              : piece.kind === 'table'
                ? `[table] ${piece.caption} ${piece.columns.map(({ title }) => title).join('|')}\n   ${piece.rows
                    .slice(0, 4)
                    .map((row) => row.map((cell) => cell.text).join('|'))
                    .join('\n   ')} (${piece.rows.length})`
                : piece.kind === 'figure'
                  ? `[figure] ${piece.caption} ${piece.native.length}`
                  : piece.kind === 'pair'
                    ? `[pair] ${piece.figures.map((f) => f.caption).join(' / ')}`
                    : piece.kind,
          )
          .join('\n'),
      );
    }
    expect(1).toBe(1);
  });
});
