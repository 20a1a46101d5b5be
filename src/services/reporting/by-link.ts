import { inScope } from '#database/connection.ts';
import { findLinkOfSecret } from '#database/reporting/link-store.ts';
import type { Scope } from '#domain/access/scope.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import { bearAttemptFrom } from '../access/bear-attempts.ts';
import { hashSecret } from '../access/secrets.ts';
import type { Context, Transaction } from '../context.ts';
import { openToChange, type OpenedReport } from './read-report.ts';

type Link = NonNullable<Awaited<ReturnType<typeof findLinkOfSecret>>>;

/**
 * Does something to the one report that a link opens, as a visitor whose reach is just where that report lies, whoever may be
 * signed in besides. Guesses are borne like those at invitations.
 * @throws Refusal where there is no such link, or it was used, revoked or has expired
 */
export async function byLink<Answer>(
  context: Context,
  secret: string,
  work: (tx: Transaction, visitor: Context, opened: OpenedReport, linkId: string) => Promise<Answer>,
): Promise<Answer> {
  const attempt = await bearAttemptFrom(context);
  const link = await findLinkOfSecret(context.database, hashSecret(secret));
  if (!link) throw refuse('reporting.link-not-found');
  await attempt.succeed();
  if (link.usedAt !== null || link.revokedAt !== null || link.expiresAt <= context.now)
    throw refuse('reporting.link-spent');
  const scope = scopeOf(link);
  const visitor: Context = { ...context, actor: { kind: 'visitor', scope } };
  return inScope(context.database, scope, async (tx) =>
    work(tx, visitor, await openToChange(tx, link.reportId), link.id),
  );
}

function scopeOf({ territoryId, organisationId, structureId }: Link): Scope {
  const ranges = [{ low: territoryId, high: territoryId }];
  const holder = organisationId ?? structureId;
  const reach = holder === null ? { ranges, within: {} } : { ranges: [], within: { [holder]: ranges } };
  return { accountId: null, personId: null, reach: { 'report-figures': reach } };
}
