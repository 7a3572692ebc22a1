import { describe, expect, it } from 'vitest';
import { withDeadline } from './deadline.ts';
import { failureOf } from './testing/failure.ts';

const never = () => new Promise<never>(() => undefined);

describe('withDeadline', () => {
  it('hands on the value and the error of work that is in time', async () => {
    const patience = { deadline: 1000, subject: 'x' };
    expect(await withDeadline(() => Promise.resolve(7), patience)).toBe(7);
    const broken = withDeadline(() => Promise.reject(new TypeError('no')), patience);
    await expect(broken).rejects.toThrow(TypeError);
  });

  it('makes an Error of whatever else work rejects with', async () => {
    const work = () => Promise.resolve().then(() => AbortSignal.abort('text').throwIfAborted());
    await expect(withDeadline(work, { deadline: 1000, subject: 'x' })).rejects.toThrow('text');
  });

  it('gives up work that never settles, and tells it to stop', async () => {
    let stopped = false;
    const work = (stop: AbortSignal) => {
      stop.addEventListener('abort', () => (stopped = true));
      return never();
    };
    const error = await failureOf(withDeadline(work, { deadline: 10, subject: 'data.parquet' }));
    expect(error).toMatchObject({ code: 'deadline', subject: 'data.parquet' });
    expect(error.message).toContain('10 ms');
    expect(stopped).toBe(true);
  });

  it.each([0, -1])('does not begin with a deadline of %d', async (deadline) => {
    let begun = false;
    const work = () => {
      begun = true;
      return never();
    };
    expect((await failureOf(withDeadline(work, { deadline, subject: 'x' }))).code).toBe('deadline');
    expect(begun).toBe(false);
  });

  it.each([Infinity, 2 ** 31])('waits for work under a deadline of %d', async (deadline) => {
    const work = () => new Promise((resolve) => setTimeout(resolve, 20, 'done'));
    expect(await withDeadline(work, { deadline, subject: 'x' })).toBe('done');
  });

  it('follows the signal of the caller, before and while it runs', async () => {
    const caller = new AbortController();
    const patience = { signal: caller.signal, deadline: 1000, subject: 'x' };
    const running = failureOf(withDeadline(never, patience));
    caller.abort();
    expect((await running).code).toBe('aborted');
    expect((await failureOf(withDeadline(never, patience))).code).toBe('aborted');
  });

  it('leaves the rejection of abandoned work alone', async () => {
    const work = (stop: AbortSignal) =>
      new Promise<never>((_, reject) =>
        stop.addEventListener('abort', () => reject(new Error('late'))),
      );
    expect((await failureOf(withDeadline(work, { deadline: 1, subject: 'x' }))).code).toBe(
      'deadline',
    );
  });
});
