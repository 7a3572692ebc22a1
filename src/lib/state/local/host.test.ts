import { describe, expect, it } from 'vitest';
import type { Manifest } from '#lib/model/index.ts';
import { Importing } from './host.ts';
import type { ImportSummary, Order, Progress, Report } from './orders.ts';

/** A worker that answers as it is told. */
class FakeWorker extends EventTarget {
  readonly orders: Order[] = [];
  ended = false;
  postMessage(order: Order) {
    this.orders.push(order);
  }
  terminate() {
    this.ended = true;
  }
  say(report: Report) {
    this.dispatchEvent(new MessageEvent('message', { data: report }));
  }
  crash(message: string) {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

function start(patience = 60_000) {
  const worker = new FakeWorker();
  const told: Progress[] = [];
  const importing = new Importing(
    { dataFolder: '/', published: {} as Manifest, kept: null, files: [] },
    (progress) => told.push(progress),
    { startWorker: () => worker as unknown as Worker, patience },
  );
  return { worker, told, importing };
}

const SUMMARY = { periods: [] } as unknown as ImportSummary;

describe('an import at work', () => {
  it('passes on progress, the summary and what is asked', async () => {
    const { worker, told, importing } = start();
    worker.say({ type: 'started' });
    const run = importing.run('{}', '2026');
    worker.say({ type: 'progress', stage: 'open', done: 1, total: 2 });
    worker.say({ type: 'imported', summary: SUMMARY });
    expect(await run).toBe(SUMMARY);
    expect(told).toMatchObject([{ stage: 'open', done: 1, total: 2 }]);
    expect(worker.orders.map(({ type }) => type)).toEqual(['import', 'run']);
    const asked = importing.ask('findings', { severity: null, file: null, from: 0, count: 1 });
    worker.say({ type: 'answer', id: 0, value: { findings: [], total: 3 } });
    expect(await asked).toEqual({ findings: [], total: 3 });
    importing.cancel();
  });

  it('ends the worker when it is cancelled', async () => {
    const { worker, importing } = start();
    const run = importing.run(null, null);
    importing.cancel();
    await expect(run).rejects.toMatchObject({ fault: { code: 'cancelled' } });
    expect(worker.ended).toBe(true);
    await expect(importing.run(null, null)).rejects.toMatchObject({ fault: { code: 'cancelled' } });
  });

  it('gives up what shows no progress for too long', async () => {
    const { worker, importing } = start(20);
    await expect(importing.run(null, null)).rejects.toMatchObject({ fault: { code: 'too_slow' } });
    expect(worker.ended).toBe(true);
  });

  it('tells a crash from a worker that cannot be started', async () => {
    const early = start();
    const first = early.importing.run(null, null);
    early.worker.crash('blocked');
    await expect(first).rejects.toMatchObject({ fault: { code: 'no_worker' } });
    const late = start();
    const second = late.importing.run(null, null);
    late.worker.say({ type: 'started' });
    late.worker.crash('out of memory');
    await expect(second).rejects.toMatchObject({
      fault: { code: 'crashed', detail: 'out of memory' },
    });
  });

  it('a fault of one question spoils nothing else', async () => {
    const { worker, importing } = start();
    const scope = { layer: 'synthetic', period: '2025', level: 'county', scheme: 's' } as const;
    const preview = importing.ask('preview', { ...scope, from: 0, count: 1 });
    worker.say({ type: 'failed', id: 0, fault: { code: 'unsound', detail: '' } });
    await expect(preview).rejects.toMatchObject({ fault: { code: 'unsound' } });
    expect(worker.ended).toBe(false);
    importing.cancel();
  });

  it('so many files are refused before a worker is started', () => {
    const files = Array.from({ length: 201 }, () => ({ size: 1 }) as File);
    const never = () => {
      throw new Error('started');
    };
    expect(
      () =>
        new Importing(
          { dataFolder: '/', published: {} as Manifest, kept: null, files },
          () => undefined,
          { startWorker: never },
        ),
    ).toThrow(/too_many/);
  });
});
