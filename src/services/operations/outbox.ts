import {
  countMailAttempts,
  insertMail,
  listAttachments,
  listWaitingMail,
  noteMailProblem,
  noteMailSent,
  postponeMail,
  type Attachment,
  type Mail,
  type WaitingMail,
} from '#database/operations/mail-store.ts';
import type { Database, Transaction } from '#database/connection.ts';
import { quietUntil } from '#domain/inbox/quiet-hours.ts';
import { newId } from '../new-id.ts';

export type Message = {
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly attachments: readonly Attachment[];
};

/**
 * Puts a mail in the post; it leaves once the transaction has held.
 * @param id under which others know the mail
 */
export function queueMail(tx: Transaction, mail: Omit<Mail, 'id'>, id: string = newId()): Promise<void> {
  return insertMail(tx, { ...mail, id });
}

const batch = 50;
const waits = [1, 5, 15, 60, 240, 720].map((minutes) => minutes * 60_000);

/**
 * Sends what waits in the post. What cannot be sent is tried again after longer and longer, and given up after a day
 * or as soon as the server refuses it for good; the invitation or the reminder says so. What its reader wants no mail for yet waits.
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
    const until = quietOf(mail, now);
    if (until !== null) {
      await postponeMail(database, mail.id, until);
      continue;
    }
    try {
      await deliver({ ...mail, attachments: await listAttachments(database, mail.id) });
      await noteMailSent(database, mail.id, now);
      sent += 1;
    } catch (problem) {
      const wait = isFinal(problem) ? undefined : waits[await countMailAttempts(database, mail.id)];
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

function quietOf(
  { quiet_from: from, quiet_to: to, time_zone: timeZone }: WaitingMail,
  now: Date,
): Date | null {
  return from === null || to === null || timeZone === null ? null : quietUntil({ from, to }, timeZone, now);
}

/** Codes from 500 on: the server will not take this mail, however often it is offered. */
function isFinal(problem: unknown): boolean {
  const code = (problem as { readonly responseCode?: unknown } | null)?.responseCode;
  return typeof code === 'number' && code >= 500;
}
