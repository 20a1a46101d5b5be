import {
  countMailAttempts,
  insertMail,
  listWaitingMail,
  noteMailProblem,
  noteMailSent,
  type Mail,
} from '#database/operations/mail-store.ts';
import type { Database, Transaction } from '#database/connection.ts';
import { newId } from '../new-id.ts';

export type Message = { readonly recipient: string; readonly subject: string; readonly body: string };

/** Puts a mail in the post; it leaves once the transaction has held. */
export function queueMail(tx: Transaction, mail: Omit<Mail, 'id'>): Promise<void> {
  return insertMail(tx, { ...mail, id: newId() });
}

const batch = 50;
const waits = [1, 5, 15, 60, 240, 720].map((minutes) => minutes * 60_000);

/**
 * Sends what waits in the post. What cannot be sent is tried again after longer and longer, and given up after a day;
 * the invitation says so.
 * @param deliver sends one message, or throws with a reason that a person can read
 */
export async function drainOutbox(
  database: Database,
  now: Date,
  deliver: (message: Message) => Promise<void>,
): Promise<{ sent: number; failed: number }> {
  let sent = 0;
  let failed = 0;
  for (const mail of await listWaitingMail(database, now, batch)) {
    try {
      await deliver(mail);
      await noteMailSent(database, mail.id, now);
      sent += 1;
    } catch (problem) {
      const wait = waits[await countMailAttempts(database, mail.id)];
      const reason = problem instanceof Error ? problem.message.slice(0, 300) : 'unknown';
      await noteMailProblem(
        database,
        mail.id,
        reason,
        wait === undefined ? null : new Date(now.getTime() + wait),
      );
      failed += 1;
    }
  }
  return { sent, failed };
}
