import { describe, expect, it } from 'vitest';
import type { ReportView } from '#lib/state/report-view.ts';
import {
  Making,
  MakingError,
  type MadeFile,
  type MakeReport,
  type MakingWatch,
} from './making.svelte.ts';

const VIEW = { template: 'notice', format: 'docx' } as ReportView;
const FILE: MadeFile = { bytes: new Uint8Array([1]), name: '通报.docx' };

/** A maker whose work ends when the test says so. */
function setting() {
  const saved: MadeFile[] = [];
  let watch: MakingWatch | null = null;
  let finish: (file: MadeFile) => void = () => undefined;
  let fail: (cause: Error) => void = () => undefined;
  let made = 0;
  const make: MakeReport = (_view, watched) => {
    made += 1;
    watch = watched;
    return new Promise((resolve, reject) => {
      finish = resolve;
      fail = reject;
    });
  };
  const making = new Making(
    () => make,
    (file) => saved.push(file),
  );
  return {
    making,
    saved,
    progress: (done: number, total: number) => watch?.onProgress(done, total),
    aborted: () => watch?.signal.aborted,
    finish: (file: MadeFile) => finish(file),
    fail: (cause: Error) => fail(cause),
    made: () => made,
  };
}

describe('Making', () => {
  it('tells how far it is, saves the file and says its name', async () => {
    const { making, saved, progress, finish } = setting();
    expect(making.state).toEqual({ kind: 'idle' });
    const done = making.start(VIEW);
    expect(making.state).toEqual({ kind: 'preparing' });
    progress(3, 60);
    expect(making.state).toEqual({ kind: 'drawing', done: 3, total: 60 });
    expect(making.busy).toBe(true);
    finish(FILE);
    await done;
    expect(saved).toEqual([FILE]);
    expect(making.state).toEqual({ kind: 'saved', name: '通报.docx' });
  });

  it('makes one at a time', async () => {
    const { making, made, finish } = setting();
    const first = making.start(VIEW);
    await making.start(VIEW);
    expect(made()).toBe(1);
    finish(FILE);
    await first;
    void making.start(VIEW);
    expect(made()).toBe(2);
  });

  it('saves nothing once it is cancelled, whatever still comes', async () => {
    const { making, saved, progress, aborted, finish } = setting();
    const done = making.start(VIEW);
    making.cancel();
    expect(aborted()).toBe(true);
    progress(5, 60);
    finish(FILE);
    await done;
    expect(making.state).toEqual({ kind: 'cancelled' });
    expect(saved).toEqual([]);
  });

  it.each([
    [new MakingError('notLoaded'), 'notLoaded'],
    [new MakingError('noData'), 'noData'],
    [new Error('no canvas'), 'failed'],
  ])('says what went wrong: %s', async (cause, reason) => {
    const { making, saved, fail } = setting();
    const done = making.start(VIEW);
    fail(cause);
    await done;
    expect(making.state).toEqual({ kind: 'failed', reason });
    expect(saved).toEqual([]);
  });
});
