import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Port a listening server got. Throws when it does not listen on TCP. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return (address satisfies AddressInfo).port;
}

function listenOnce(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      done();
    });
  });
}

/**
 * Listens on the wanted port, or on any free one when it is taken or not allowed.
 * Resolves to the port in use; other errors (an unknown host name) are thrown.
 */
export async function listen(server: Server, wanted: number, host: string): Promise<number> {
  try {
    await listenOnce(server, wanted, host);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (wanted === 0 || (code !== 'EADDRINUSE' && code !== 'EACCES')) throw cause;
    await listenOnce(server, 0, host);
  }
  return portOf(server);
}

/** Stops a server at once, open connections included. */
export function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
