import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type MailServer = {
  /** How an installation names it. */
  readonly mail: { readonly address: string; readonly from: string };
  /** Every message as it came, byte for character. */
  readonly received: { readonly to: string; readonly text: string }[];
  stop(): Promise<void>;
};

/** A mail server that keeps what it is given; it knows no addressee who begins with "rechazado". */
export async function startMailServer(): Promise<MailServer> {
  const received: { to: string; text: string }[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const isRefused = address.startsWith('rechazado');
      done(isRefused ? Object.assign(new Error('No such user here'), { responseCode: 550 }) : null);
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((one) => one.address).join();
        received.push({ to, text: Buffer.concat(parts).toString('latin1') });
        done();
      });
    },
  });
  const listening = once(smtp.server, 'listening');
  smtp.listen(0, '127.0.0.1');
  await listening;
  const { port } = smtp.server.address() as AddressInfo;
  return {
    mail: { address: `smtp://127.0.0.1:${port}`, from: 'articula@example.org' },
    received,
    stop: () => new Promise<void>((resolve) => smtp.close(resolve)),
  };
}
