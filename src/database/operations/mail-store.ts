import type { Database, Transaction } from '#database/connection.ts';

export type Mail = {
  readonly id: string;
  readonly kind: 'invitation';
  /** What the mail is about: the invitation, which is told when it was sent. */
  readonly referenceId: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
};

/** Puts a mail in the post, in the transaction that causes it. */
export async function insertMail(tx: Transaction, mail: Mail): Promise<void> {
  await tx
    .insertInto('mail_outbox')
    .values({
      id: mail.id,
      kind: mail.kind,
      reference_id: mail.referenceId,
      recipient: mail.recipient,
      subject: mail.subject,
      body: mail.body,
    })
    .execute();
}

export type WaitingMail = {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
};

/** The mails whose time has come, oldest first. Asked by the job that sends them, which acts for everybody. */
export function listWaitingMail(database: Database, now: Date, limit: number): Promise<WaitingMail[]> {
  return database.owner
    .selectFrom('mail_outbox')
    .select(['id', 'recipient', 'subject', 'body'])
    .where('next_attempt_at', '<=', now)
    .orderBy('created_at')
    .limit(limit)
    .execute();
}

/** A mail that was sent is removed: it holds a link that lets somebody in. */
export async function noteMailSent(database: Database, id: string, now: Date): Promise<void> {
  await database.owner.transaction().execute(async (tx) => {
    const mail = await tx
      .deleteFrom('mail_outbox')
      .where('id', '=', id)
      .returning('reference_id')
      .executeTakeFirst();
    if (!mail?.reference_id) return;
    await tx
      .updateTable('invitation')
      .set({ sent_at: now, send_problem: null })
      .where('id', '=', mail.reference_id)
      .execute();
  });
}

/** Notes that a mail could not be sent: tried again later, or given up and removed when `nextAttempt` is null. */
export async function noteMailProblem(
  database: Database,
  id: string,
  problem: string,
  nextAttempt: Date | null,
): Promise<void> {
  await database.owner.transaction().execute(async (tx) => {
    const mail = nextAttempt
      ? await tx
          .updateTable('mail_outbox')
          .set((eb) => ({ attempts: eb('attempts', '+', 1), next_attempt_at: nextAttempt, problem }))
          .where('id', '=', id)
          .returning('reference_id')
          .executeTakeFirst()
      : await tx.deleteFrom('mail_outbox').where('id', '=', id).returning('reference_id').executeTakeFirst();
    if (!mail?.reference_id) return;
    await tx
      .updateTable('invitation')
      .set({ send_problem: problem })
      .where('id', '=', mail.reference_id)
      .execute();
  });
}

/** How often a mail was tried. */
export async function countMailAttempts(database: Database, id: string): Promise<number> {
  const row = await database.owner
    .selectFrom('mail_outbox')
    .select('attempts')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.attempts ?? 0;
}
