import { findSessions, type SessionRow } from '#database/agreements/course-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import type { Transaction } from '../context.ts';

/** A session of the commission of an agreement. */
export async function getSession(tx: Transaction, agreementId: string, id: string): Promise<SessionRow> {
  const session = (await findSessions(tx, agreementId)).find((one) => one.id === id);
  if (!session) throw refuse('agreement-life.session-not-found');
  return session;
}
