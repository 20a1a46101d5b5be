import { insertBulletin } from '#database/reports/bulletin-store.ts';
import type { BulletinContent } from '#domain/reports/bulletin.ts';
import { newVerificationCode } from '../agreement-life/verification-code.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import type { BulletinSubject } from './gather-bulletin.ts';
import { hashOfBulletin } from './write-bulletin.ts';

type Kept = {
  readonly content: BulletinContent;
  readonly subject: BulletinSubject;
  readonly scheduleId: string | null;
};

/** Keeps a content for good and writes it down. @returns isNew false where its order made one of the quarter already */
export async function keepContent(tx: Transaction, context: Context, { content, subject, scheduleId }: Kept) {
  const { actor, now } = context;
  const id = newId();
  const hash = hashOfBulletin(content);
  const code = newVerificationCode();
  const isNew = await insertBulletin(tx, {
    id,
    content,
    quarter: content.from,
    territoryId: subject.place.id,
    organisationId: subject.organisationId,
    hash,
    code,
    scheduleId,
    accountId: actor.kind === 'account' ? actor.accountId : null,
    madeAt: now,
  });
  if (isNew) {
    const { kind, quarter, audience, language } = content;
    await record(tx, context, {
      operation: 'keepBulletin',
      subjectKind: 'bulletin',
      subjectId: id,
      territoryId: subject.place.id,
      organisationId: subject.organisationId,
      before: null,
      after: { kind, quarter, audience, language, hash, code },
    });
  }
  return { id, hash, code, isNew };
}
