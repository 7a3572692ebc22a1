import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import { compareMessages } from '#lib/i18n/views/compare.ts';
import type { CompareView } from '#lib/state/compare-view.ts';
import { compareHeadings } from './headings.ts';
import { SAMPLE_VIEW, sampleModel, sampleScheme } from './testing/sample.ts';

const MANIFEST = { edition: { id: '2025', cutoff: '2025-12-31' } } as never;

const headings = (part: Partial<CompareView>) =>
  compareHeadings(
    sampleModel(part),
    { ...SAMPLE_VIEW, ...part },
    sampleScheme(),
    MANIFEST,
    'zh',
    compareMessages('zh'),
    messagesFor('zh'),
  );

describe('what must be known', () => {
  it('of the table: differences, places, what an average rests on', () => {
    const notes = headings({ against: 'city-mean' }).notes.join('');
    for (const part of ['差距', '名次', '算术平均']) expect(notes).toContain(part);
  });

  it('of a picture: nothing of what it does not show', () => {
    const notes = headings({ against: 'city-mean' }).figureNotes.join('');
    expect(notes).toContain('算术平均');
    expect(notes).not.toMatch(/差距|计入总分|名次/u);
    expect(headings({}).figureNotes.join('')).not.toMatch(/差距|名次/u);
  });
});
