import type { Database, Transaction } from '#database/connection.ts';

/** Hours in which somebody wants no mail, on their own clock. */
export type QuietTimes = { readonly from: string; readonly to: string; readonly timeZone: string };

/** A file that travels with a message. */
export type Attachment = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

export type Mail = {
  readonly id: string;
  readonly kind: 'invitation' | 'reminder' | 'bulletin' | 'report-link';
  /** What the mail is about: the invitation, which is told when it was sent. Reminders know their mail instead. */
  readonly referenceId: string | null;
  /** From when it may leave; at once where nothing is said. */
  readonly at?: Date;
  /** When its reader wants no mail. */
  readonly quiet?: QuietTimes;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly attachments?: readonly Attachment[];
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
      quiet_from: mail.quiet?.from ?? null,
      quiet_to: mail.quiet?.to ?? null,
      time_zone: mail.quiet?.timeZone ?? null,
      ...(mail.at ? { next_attempt_at: mail.at } : {}),
    })
    .execute();
  const attachments = (mail.attachments ?? []).map((one, number) => ({
    mail_id: mail.id,
    number,
    file_name: one.fileName,
    media_type: one.mediaType,
    bytes: Buffer.from(one.bytes),
  }));
  if (attachments.length > 0) await tx.insertInto('mail_attachment').values(attachments).execute();
}

/** The files that travel with a message, in their order. */
export async function listAttachments(database: Database, mailId: string): Promise<Attachment[]> {
  return database.owner
    .selectFrom('mail_attachment')
    .select(['file_name as fileName', 'media_type as mediaType', 'bytes'])
    .where('mail_id', '=', mailId)
    .orderBy('number')
    .execute();
}

export type WaitingMail = {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly quiet_from: string | null;
  readonly quiet_to: string | null;
  readonly time_zone: string | null;
};

/** The mails whose time has come, oldest first. Asked by the job that sends them, which acts for everybody. */
export function listWaitingMail(database: Database, now: Date, limit: number): Promise<WaitingMail[]> {
  return database.owner
    .selectFrom('mail_outbox')
    .select(['id', 'recipient', 'subject', 'body', 'quiet_from', 'quiet_to', 'time_zone'])
    .where('next_attempt_at', '<=', now)
    .orderBy('created_at')
    .limit(limit)
    .execute();
}

/** Leaves a mail until its reader wants mail again; that is no attempt. */
export async function postponeMail(database: Database, id: string, until: Date): Promise<void> {
  await database.owner
    .updateTable('mail_outbox')
    .set({ next_attempt_at: until })
    .where('id', '=', id)
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
    await tx
      .updateTable('reminder')
      .set({ standing: 'sent', sent_at: now, problem: null })
      .where('mail_id', '=', id)
      .execute();
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
    await tx
      .updateTable('reminder')
      .set({ standing: nextAttempt ? 'waiting' : 'refused', problem })
      .where('mail_id', '=', id)
      .execute();
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
