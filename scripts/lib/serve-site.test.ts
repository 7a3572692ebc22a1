import { describe, expect, it } from 'vitest';
import { serveFlags } from './serve-site.ts';

describe('serveFlags', () => {
  it('serves this machine alone by default', () => {
    expect(serveFlags([])).toEqual({ port: 4173, host: '127.0.0.1', base: '/' });
  });

  it('takes --host with or without an address', () => {
    expect(serveFlags(['--host']).host).toBe('0.0.0.0');
    expect(serveFlags(['--host', '--port', '80'])).toMatchObject({ host: '0.0.0.0', port: 80 });
    expect(serveFlags(['--host', '10.1.2.3']).host).toBe('10.1.2.3');
  });

  it('normalises the base path', () => {
    expect(serveFlags(['--base', 'sub/path']).base).toBe('/sub/path/');
  });

  it.each([['--port', 'abc'], ['--port', '70000'], ['--prot', '80'], ['extra']])(
    'refuses %s %s',
    (...argv) => {
      expect(() => serveFlags(argv.filter((arg) => arg !== undefined))).toThrow();
    },
  );
});
