import { expect, it } from 'vitest';
import { formatVerdicts } from './report-recomputed.ts';

const differing = (differences: number) => ({
  layer: 'synthetic' as const,
  scheme: 's',
  names: new Map(),
  verdict: {
    kind: 'differs' as const,
    differences,
    first: [
      {
        unit: 'u',
        period: '2025',
        element: 'I',
        what: 'score' as const,
        scored: 1,
        recomputed: 2,
      },
    ] as const,
  },
});

it('counts differences, which are no places', () => {
  expect(formatVerdicts([differing(513)], 'en')[0]).toContain('differ (513 differences): nothing');
  expect(formatVerdicts([differing(1)], 'en')[0]).toContain('differ (1 difference): nothing');
  expect(formatVerdicts([differing(513)], 'zh')[0]).toContain('不一致（513 处）');
});
