import { createHash } from 'node:crypto';
import { countAttempts, forgetAttempts } from '#database/access/session-store.ts';
import { refuse } from '#domain/access/refusals.ts';
import { attemptLimits } from '#domain/access/session-rules.ts';
import type { Context } from '../context.ts';

type Limit = { readonly key: string; readonly attempts: number; readonly within: number };

/** An attempt that is under way; to be taken back when it succeeds. */
export type Attempt = { succeed(): Promise<void> };

/** Bears an attempt to sign in as somebody, or refuses when there were too many. */
export function bearNamedAttempt(context: Context, name: string): Promise<Attempt> {
  const who = digest(name.trim().toLowerCase());
  return bear(context, [
    { key: `pair:${who}:${context.address}`, ...attemptLimits.pair },
    { key: `name:${who}`, ...attemptLimits.name },
    { key: `address:${context.address}`, ...attemptLimits.address },
  ]);
}

/** Bears an attempt at a secret that needs no name: a link. */
export function bearAttemptFrom(context: Context): Promise<Attempt> {
  return bear(context, [{ key: `address:${context.address}`, ...attemptLimits.address }]);
}

/** Bears an attempt at the second factor or the password of an account that is known. */
export function bearAccountAttempt(context: Context, accountId: string): Promise<Attempt> {
  return bear(context, [{ key: `factor:${accountId}`, ...attemptLimits.factor }]);
}

// The attempt is counted before it is judged, so that a hundred at once are a hundred.
async function bear(context: Context, limits: readonly Limit[]): Promise<Attempt> {
  const keys = limits.map(({ key }) => key);
  const counts = await countAttempts(
    context.database,
    limits.map(({ key, within }) => ({ key, since: new Date(context.now.getTime() - within) })),
    context.now,
  );
  if (limits.some(({ attempts }, index) => (counts[index] ?? 0) > attempts)) {
    // What was not even tried doesn't make the wait longer.
    await forgetAttempts(context.database, keys, context.now);
    throw refuse('access.too-many-attempts');
  }
  return {
    async succeed() {
      const [narrowest = ''] = keys;
      await forgetAttempts(context.database, [narrowest], null);
      await forgetAttempts(context.database, keys, context.now);
    },
  };
}

// Names that people mistype may be passwords: only a digest is kept.
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
