import type { inboxOperations } from '#contract/inbox/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findShared, type ShareRow } from '#database/inbox/share-views.ts';
import { refuse } from '#domain/inbox/refusals.ts';
import type { ShareKind } from '#domain/inbox/share.ts';
import { formatOf } from '#words/format.ts';
import { say } from '#words/index.ts';
import type { Context } from '../context.ts';

type Operation = typeof inboxOperations.getShareText;

const pages: Readonly<Record<ShareKind, string>> = {
  commitment: 'compromisos',
  agreement: 'convenios',
  plan: 'planes',
  path: 'ruta',
};

/** A few words and the address: what is not everybody's is shared without its title, for a chat has more readers than its sender knows. */
export async function getShareText(
  context: Context,
  { kind, id }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const row = await inScope(context.database, context.actor.scope, (tx) => findShared(tx, kind, id));
  if (!row) throw refuse('inbox.nothing-to-share');
  const path = `/${pages[kind]}/${id}`;
  const link = `${context.installation.origin}${path}`;
  return { title: row.title, text: `${wordsOf(context.language, kind, row)} ${link}`, path };
}

function wordsOf(language: Context['language'], kind: ShareKind, row: ShareRow): string {
  if (!row.is_public) return say(language, `inbox.share.closed.${kind}`);
  const parts = [row.title];
  if (row.owner !== null) parts.push(say(language, `inbox.share.owner`, { owner: row.owner }));
  if (row.on_day !== null) {
    const day = formatOf(language, undefined, 'UTC').longDay(row.on_day);
    parts.push(say(language, kind === 'agreement' ? 'inbox.share.ends' : 'inbox.share.due', { day }));
  }
  return parts.map((part) => (part.endsWith('.') ? part : `${part}.`)).join(' ');
}
