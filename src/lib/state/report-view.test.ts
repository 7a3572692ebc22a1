import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Manifest, Scheme } from '#lib/model/index.ts';
import {
  parseReportView,
  REPORT_CHOICES,
  REPORT_FORMATS,
  reportOptions,
  reportSearch,
  type ReportView,
} from './report-view.ts';

const manifest = {
  edition: { cutoff: '2025-12-31', layer: 'synthetic', scheme: 'six' },
  files: [{ layer: 'synthetic' }, { layer: 'template' }],
} as unknown as Manifest;
const schemes = ['six', 'three'].map((id) => ({ id }) as Scheme);
const options = reportOptions(manifest, schemes, { synthetic: ['2024', '2025'] });
const parse = (search: string) => parseReportView(new URLSearchParams(search), options);

describe('the address of a report', () => {
  it('is empty for the default', () => {
    expect(reportSearch(options.defaults, options)).toBe('');
    expect(parse('')).toEqual(options.defaults);
  });

  it('ignores what it does not know', () => {
    expect(parse('template=novel&format=pdf&year=1999')).toEqual(options.defaults);
  });

  it('reads back what was printed', () => {
    const views = fc.record<ReportView>({
      layer: fc.constantFrom('synthetic', 'template'),
      period: fc.constantFrom('2024', '2025'),
      city: fc.constantFrom(null, '990100'),
      level: fc.constantFrom('county', 'city'),
      scheme: fc.constantFrom('six', 'three'),
      template: fc.constantFrom(...REPORT_CHOICES),
      format: fc.constantFrom(...REPORT_FORMATS),
    });
    fc.assert(
      fc.property(views, (view) => {
        expect(parse(reportSearch(view, options))).toEqual(view);
      }),
    );
  });
});
