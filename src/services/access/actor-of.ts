import type { Database } from '#database/connection.ts';
import { findSession, findToken, type FoundSession, type Holder } from '#database/access/session-store.ts';
import {
  confirmSession,
  endSession,
  rotateSession,
  seeSession,
  seeToken,
} from '#database/access/own-session-store.ts';
import type { Actor, HeldRole } from '#domain/access/actor.ts';
import { isRole } from '#domain/access/roles.ts';
import { scopeOf } from '#domain/access/scope-of.ts';
import { visitorScope } from '#domain/access/scope.ts';
import { judgeSession } from '#domain/access/session-rules.ts';
import { hashSecret, newSecret } from './secrets.ts';

/** Who acts, and the new secret of the session when it was time for one. */
export type Found = {
  readonly actor: Actor;
  readonly rotated?: { readonly secret: string; readonly expiresAt: Date };
};

const visitor: Found = { actor: { kind: 'visitor', scope: visitorScope } };

// Writing "seen just now" at every request would be a write for every read.
const seenEvery = 60_000;

/** Who a request comes from, by its session's secret or its token. Whatever is not good makes a visitor. */
export async function actorOf(
  database: Database,
  secrets: { session: string | null; token: string | null },
  now: Date,
): Promise<Found> {
  if (secrets.token !== null) return tokenHolder(database, secrets.token, now);
  if (secrets.session !== null) return sessionHolder(database, secrets.session, now);
  return visitor;
}

async function sessionHolder(database: Database, secret: string, now: Date): Promise<Found> {
  const session = await findSession(database, hashSecret(secret), now);
  if (!session || session.standing !== 'active') return visitor;
  const presented = session.isNewest ? 'newest' : 'previous';
  const verdict = judgeSession({ ...session, presented }, now);
  if (verdict === 'copied') await endSession(database, session, now);
  if (verdict !== 'good' && verdict !== 'rotate') return visitor;
  const actor = actorFor(session, { via: 'session', sessionId: session.sessionId, mayWrite: true });
  if (verdict === 'rotate') return { actor, ...(await rotate(database, session, now)) };
  if (session.isNewest && session.confirmedAt === null) await confirmSession(database, session, now);
  else if (now.getTime() - session.lastSeenAt.getTime() > seenEvery) await seeSession(database, session, now);
  return { actor };
}

async function rotate(database: Database, session: FoundSession, now: Date): Promise<Pick<Found, 'rotated'>> {
  const secret = newSecret();
  const isDone = await rotateSession(database, session, hashSecret(secret), now);
  return isDone ? { rotated: { secret, expiresAt: session.expiresAt } } : {};
}

async function tokenHolder(database: Database, secret: string, now: Date): Promise<Found> {
  const token = await findToken(database, hashSecret(secret), now);
  if (!token || token.standing !== 'active' || token.revokedAt !== null || token.expiresAt <= now)
    return visitor;
  if (token.signedOutAt !== null && token.createdAt <= token.signedOutAt) return visitor;
  if (token.lastUsedAt === null || now.getTime() - token.lastUsedAt.getTime() > seenEvery)
    await seeToken(database, token, now);
  return { actor: actorFor(token, { via: 'token', sessionId: null, mayWrite: token.mayWrite }) };
}

/** An account that was found by a secret, as it acts. */
export function actorFor(
  holder: Holder,
  way: { via: 'session' | 'token'; sessionId: string | null; mayWrite: boolean },
): Extract<Actor, { kind: 'account' }> {
  const roles = holder.roles.flatMap((held): HeldRole[] =>
    isRole(held.role) ? [{ ...held, role: held.role }] : [],
  );
  const { accountId, personId, name, username } = holder;
  const scope = scopeOf({ accountId, personId, mayWrite: way.mayWrite }, roles);
  return { kind: 'account', accountId, personId, name, username, roles, scope, ...way };
}
