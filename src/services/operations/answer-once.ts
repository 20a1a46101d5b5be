import { createHash } from 'node:crypto';
import { scopeStatement } from '#database/connection.ts';
import { claimKey, keepAnswer, releaseKey } from '#database/operations/idempotency-store.ts';
import { refuse } from '#domain/shared/refusals.ts';
import type { Context } from '#services/context.ts';

const patience = 60_000;

type Asked = {
  readonly id: string;
  readonly method: string;
  readonly file?: readonly string[];
  readonly secret?: boolean;
};

/**
 * Does a request with an `Idempotency-Key` once: repeated, it gets the first answer again.
 * Without a key, or for a reading, the request is simply done.
 * An answer that holds a secret is never kept: then, and after a crash between the deed and its answer, the repetition is told that it is done.
 * @throws Refusal `shared.key-reused` when the key belongs to another request, `shared.key-in-progress` while the first one runs
 */
export async function answerOnce(
  context: Context,
  operation: Asked,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  input: unknown,
  run: (context: Context) => Promise<unknown>,
): Promise<unknown> {
  const key = headers['idempotency-key'];
  const { actor, database } = context;
  if (typeof key !== 'string' || operation.method === 'GET' || operation.file || actor.kind !== 'account') {
    return run(context);
  }
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) {
    throw refuse('shared.invalid', { problems: [{ code: 'request.bad-key' }] });
  }
  const claim = {
    accountId: actor.accountId,
    key,
    operation: operation.id,
    requestHash: hashOfInput(input),
    // What somebody was shown while they held a role isn't shown again once it has ended.
    seenUnder: createHash('sha256').update(scopeStatement(actor.scope)).digest('hex'),
    at: context.now,
  };
  const found = await claimKey(database, actor.scope, claim, new Date(context.now.getTime() - patience));
  if (found.standing === 'other-request') throw refuse('shared.key-reused');
  if (found.standing === 'done') throw refuse('shared.key-done');
  if (found.standing === 'in-progress') throw refuse('shared.key-in-progress');
  if (found.standing === 'answered') return JSON.parse(found.response) as unknown;
  try {
    const answer = await run({
      ...context,
      database: { ...database, claim },
    });
    if (!operation.secret) await keepAnswer(database, actor.scope, claim, JSON.stringify(answer ?? null));
    return answer;
  } catch (problem) {
    // Where the database has gone, the claim is given up by its age; what is told is what happened first.
    await releaseKey(database, actor.scope, claim).catch(() => undefined);
    throw problem;
  }
}

/** A mark of what was asked. A file counts by its bytes: written out as JSON it would be many times its size. */
function hashOfInput(input: unknown): string {
  const hash = createHash('sha256');
  const { bytes, ...rest } = input as { readonly bytes?: unknown };
  hash.update(JSON.stringify(rest));
  if (bytes instanceof Uint8Array) hash.update('\0').update(bytes);
  return hash.digest('hex');
}
