import { findNotices, type NoticeRow } from '#database/agreements/course-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import type { Transaction } from '../context.ts';

/** A formal notice of an agreement. */
export async function getNotice(tx: Transaction, agreementId: string, id: string): Promise<NoticeRow> {
  const notice = (await findNotices(tx, agreementId)).find((one) => one.id === id);
  if (!notice) throw refuse('agreement-life.notice-not-found');
  return notice;
}
