import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { streamLog } from './log.ts';

function written(isTTY: boolean): string {
  const stream = new PassThrough();
  const log = streamLog(Object.assign(stream, { isTTY }) as unknown as NodeJS.WriteStream);
  log.step('one');
  log.step('two');
  log.line('done');
  return String(stream.read());
}

test('into a pipe every step is a plain line', () => {
  expect(written(false)).toBe('one\ntwo\ndone\n');
});

test('on a terminal a step gives way to what follows it', () => {
  expect(written(true)).toBe('one\r\x1b[2Ktwo\r\x1b[2Kdone\n');
});
