import { expect, it } from 'vitest';
import { runInLanes, type LaneStep } from './lanes.ts';

/** Runs the steps, each as long as it says, and keeps the order in which they began and ended. */
async function played(
  steps: readonly (LaneStep & { readonly ticks?: number; readonly failed?: number })[],
  lanes: number,
) {
  const log: string[] = [];
  let most = 0;
  let now = 0;
  const outcomes = await runInLanes(steps, {
    lanes,
    run: async ({ name, ticks = 1, failed = 0 }, broken) => {
      now += 1;
      most = Math.max(most, now);
      log.push(broken === null ? `${name} begins` : `${name} not: ${broken}`);
      for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
      log.push(`${name} ends`);
      now -= 1;
      return { name, failed };
    },
  });
  return { log, most, order: outcomes.map(({ name }) => name) };
}

it('with one lane runs in the order of the list, as far as needs allow', async () => {
  const { log, most } = await played(
    [{ name: 'a', needs: ['b'] }, { name: 'b' }, { name: 'c' }],
    1,
  );
  expect(log.filter((line) => line.endsWith('begins'))).toEqual([
    'b begins',
    'a begins',
    'c begins',
  ]);
  expect(most).toBe(1);
});

it('with two lanes never runs three, and nothing before what it needs has ended', async () => {
  const steps = [
    { name: 'build', ticks: 9 },
    { name: 'system', needs: ['build'], ticks: 5 },
    { name: 'unit', ticks: 3 },
    { name: 'lint', ticks: 2 },
  ];
  const { log, most, order } = await played(steps, 2);
  expect(most).toBe(2);
  expect(log.indexOf('system begins')).toBeGreaterThan(log.indexOf('build ends'));
  expect(log.indexOf('lint begins')).toBeLessThan(log.indexOf('build ends'));
  expect(order).toEqual(['build', 'system', 'unit', 'lint']);
});

it('tells a step which of its needs failed', async () => {
  const { log } = await played(
    [
      { name: 'build', failed: 1 },
      { name: 'system', needs: ['build'] },
    ],
    2,
  );
  expect(log).toContain('system not: build');
});

it('does not wait for a step that was not chosen', async () => {
  const { order } = await played([{ name: 'system', needs: ['build'] }], 2);
  expect(order).toEqual(['system']);
});

it('refuses steps that wait for each other', async () => {
  const circle = [
    { name: 'a', needs: ['b'] },
    { name: 'b', needs: ['a'] },
  ];
  await expect(played(circle, 2)).rejects.toThrow('a, b');
});
