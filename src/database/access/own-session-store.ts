import { inScope, type Database, type Transaction } from '#database/connection.ts';
import { selfScope } from '#domain/access/scope.ts';

// Sessions and tokens of an account, always in that account's own scope.

type OfAccount = { readonly accountId: string; readonly personId: string };
type OfSession = OfAccount & { readonly sessionId: string };

export type NewSession = {
  readonly id: string;
  readonly accountId: string;
  readonly secretHash: Buffer;
  readonly secondFactorAt: Date | null;
  readonly userAgent: string;
  readonly address: string;
  readonly now: Date;
  readonly expiresAt: Date;
};

/** Begins a session. */
export async function insertSession(tx: Transaction, session: NewSession): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      id: session.id,
      account_id: session.accountId,
      secret_hash: session.secretHash,
      second_factor_at: session.secondFactorAt,
      user_agent: session.userAgent,
      address: session.address,
      created_at: session.now,
      last_seen_at: session.now,
      rotated_at: session.now,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** Notes that the newest secret came back: the one before it is good only for requests under way. */
export function confirmSession(database: Database, session: OfSession, now: Date): Promise<void> {
  return changeSession(database, session, { confirmed_at: now, last_seen_at: now });
}

export function seeSession(database: Database, session: OfSession, now: Date): Promise<void> {
  return changeSession(database, session, { last_seen_at: now });
}

export function endSession(database: Database, session: OfSession, now: Date): Promise<void> {
  return changeSession(database, session, { revoked_at: now });
}

function changeSession(database: Database, session: OfSession, change: Record<string, Date>): Promise<void> {
  return inScope(database, selfScope(session.accountId, session.personId), async (tx) => {
    await tx.updateTable('session').set(change).where('id', '=', session.sessionId).execute();
  });
}

/**
 * Gives a session a new secret. Of a secret that was confirmed it becomes the successor; where the last new secret never came back,
 * it takes that one's place, and the earlier secret stays the earlier one.
 * Answers whether it did: of two requests at once only one rotates.
 */
export function rotateSession(
  database: Database,
  session: OfSession & { isNewest: boolean; rotatedAt: Date },
  hash: Buffer,
  now: Date,
): Promise<boolean> {
  return inScope(database, selfScope(session.accountId, session.personId), async (tx) => {
    const result = await tx
      .updateTable('session')
      .set((eb) => ({
        ...(session.isNewest ? { previous_secret_hash: eb.ref('secret_hash') } : {}),
        secret_hash: hash,
        rotated_at: now,
        confirmed_at: null,
        last_seen_at: now,
      }))
      .where('id', '=', session.sessionId)
      .where('rotated_at', '=', session.rotatedAt)
      .executeTakeFirst();
    return result.numUpdatedRows === 1n;
  });
}

/** Marks a half session as whole, under a new secret. */
export async function completeSession(
  tx: Transaction,
  sessionId: string,
  change: { hash: Buffer; now: Date; expiresAt: Date },
): Promise<void> {
  await tx
    .updateTable('session')
    .set({
      secret_hash: change.hash,
      second_factor_at: change.now,
      rotated_at: change.now,
      last_seen_at: change.now,
      expires_at: change.expiresAt,
    })
    .where('id', '=', sessionId)
    .execute();
}

export type SessionRow = {
  readonly id: string;
  readonly userAgent: string | null;
  readonly address: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
};

/** The open sessions of whoever asks. */
export function listOwnSessions(tx: Transaction, accountId: string, now: Date): Promise<SessionRow[]> {
  return tx
    .selectFrom('session')
    .select([
      'id',
      'user_agent as userAgent',
      'address',
      'created_at as createdAt',
      'last_seen_at as lastSeenAt',
      'expires_at as expiresAt',
    ])
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .execute();
}

/** Ends one's own sessions: one, or all but one. Answers how many were open. */
export async function endOwnSessions(
  tx: Transaction,
  accountId: string,
  which: { only: string } | { allBut: string | null },
  now: Date,
): Promise<number> {
  const result = await tx
    .updateTable('session')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .$if('only' in which, (query) => query.where('id', '=', 'only' in which ? which.only : ''))
    .$if('allBut' in which && which.allBut !== null, (query) =>
      query.where('id', '!=', 'allBut' in which ? (which.allBut ?? '') : ''),
    )
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Notes that a token was used. */
export function seeToken(
  database: Database,
  token: OfAccount & { tokenId: string },
  now: Date,
): Promise<void> {
  return inScope(database, selfScope(token.accountId, token.personId), async (tx) => {
    await tx.updateTable('api_token').set({ last_used_at: now }).where('id', '=', token.tokenId).execute();
  });
}

export type TokenRow = {
  readonly id: string;
  readonly name: string;
  readonly mayWrite: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
};

export async function insertToken(
  tx: Transaction,
  token: {
    id: string;
    accountId: string;
    name: string;
    secretHash: Buffer;
    mayWrite: boolean;
    now: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await tx
    .insertInto('api_token')
    .values({
      id: token.id,
      account_id: token.accountId,
      name: token.name,
      secret_hash: token.secretHash,
      may_write: token.mayWrite,
      created_at: token.now,
      expires_at: token.expiresAt,
    })
    .execute();
}

/** The tokens of whoever asks that are still good. */
export function listOwnTokens(tx: Transaction, accountId: string, now: Date): Promise<TokenRow[]> {
  return tx
    .selectFrom('api_token')
    .select([
      'id',
      'name',
      'may_write as mayWrite',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'last_used_at as lastUsedAt',
    ])
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute();
}

/** Ends a token of one's own. Answers its name, or nothing when there is no such token. */
export async function endOwnToken(
  tx: Transaction,
  accountId: string,
  id: string,
  now: Date,
): Promise<string | undefined> {
  const row = await tx
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst();
  return row?.name;
}
