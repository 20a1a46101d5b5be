import { once } from 'node:events';
import { createServer } from 'node:net';

/** Finds out before anything is made or started whether the port is free; a taken one is told as the system tells it. */
export async function refuseTakenPort(port: number, host: string): Promise<void> {
  const probe = createServer();
  probe.listen(port, host);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}
