import { describe, expect, it } from 'vitest';
import { readTargetEvidence } from '#lib/state/server/targets.ts';
import { evaluateTarget } from '#lib/state/targets/evaluate.ts';
import { indexEvidence } from '#lib/state/targets/evidence.ts';

const NOW = { period: '2025', day: '2025-12-31' };

async function verdicts(layer: 'reported' | 'synthetic') {
  const evidence = indexEvidence(await readTargetEvidence(layer));
  return Object.fromEntries(
    evidence.targets.map((target) => {
      const { verdict, reason } = evaluateTarget(target, evidence, NOW);
      return [target.target_id, reason ? `${verdict}: ${reason}` : verdict];
    }),
  );
}

describe('the targets of the data folder', () => {
  it('that are published say no more than was published', async () => {
    expect(await verdicts('reported')).toEqual({
      'T-TZ-1': 'undecided: not_published',
      'T-TZ-2': 'undecided: not_published',
      'T-TZ-3': 'undecided: not_published',
      'T-TZ-4': 'undecided: not_published',
      'T-AH-1': 'met',
      'T-AH-2': 'met',
      'T-AH-3': 'bounds_only: hedged',
      'T-JL-1': 'undecided: not_published',
      'T-LN-1': 'undecided: not_published',
      'T-LN-2': 'undecided: not_published',
      'T-QZ-1': 'undecided: not_published',
      'T-QZ-2': 'undecided: not_published',
    });
  });

  it('that are invented show every verdict of each test', async () => {
    expect(await verdicts('synthetic')).toEqual({
      'T-SY-01-1': 'met',
      'T-SY-01-2': 'not_met',
      'T-SY-01-3': 'not_met',
      'T-SY-01-4': 'met',
      'T-SY-01-5': 'met',
      'T-SY-02-1': 'undecided: missing',
      'T-SY-02-2': 'not_met',
      'T-SY-02-3': 'not_met',
      'T-SY-02-4': 'not_met',
      'T-SY-02-5': 'not_met',
      'T-SY-03-1': 'not_met',
      'T-SY-03-2': 'not_met',
      'T-SY-03-3': 'met',
      'T-SY-03-4': 'undecided: missing',
      'T-SY-03-5': 'met',
    });
  });
});
