import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportsOperations } from '#contract/reports/index.ts';
import { findBulletinByCode } from '#database/reports/bulletin-store.ts';
import { refuse } from '#domain/reports/refusals.ts';
import type { Context } from '../context.ts';
import { hashOfBulletin, nameOf } from './write-bulletin.ts';

type Operation = typeof reportsOperations.verifyBulletin;

/** Says of a report that somebody holds in their hands whether it is what was kept. Of an internal one it opens no text, hence it is asked of the owner. */
export async function verifyBulletin(
  context: Context,
  { code }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const found = await context.database.owner
    .transaction()
    .execute((tx) => findBulletinByCode(tx, code.trim().toUpperCase()));
  if (!found) throw refuse('reports.code-not-found');
  const { kind, audience, country, hash, content } = found;
  return {
    id: audience === 'public' ? found.id : null,
    title: nameOf(content),
    kind,
    audience,
    quarter: content.quarter,
    country,
    hash,
    isUnchanged: hashOfBulletin(content) === hash,
    isExample: found.example,
    madeAt: found.madeAt.toISOString(),
  };
}
