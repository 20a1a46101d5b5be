import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A port of this machine that nobody listens on: the wished one if it is free, otherwise any. */
export async function freePort(wished: number | null): Promise<number> {
  return (wished !== null && (await tryPort(wished))) || (await tryPort(0)) || 0;
}

/** The port, if nobody listens on it; null otherwise. 0 asks for any. */
export async function tryPort(port: number): Promise<number | null> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch {
    return null;
  } finally {
    server.close();
  }
}
