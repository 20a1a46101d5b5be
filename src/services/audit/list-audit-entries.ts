import type { auditOperations } from '#contract/audit.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { listEntries, type EntryFilter } from '#database/audit/entry-views.ts';
import { inScope } from '#database/connection.ts';
import { parseReference } from '#domain/territories/references.ts';
import type { Context } from '../context.ts';
import { cursorAfter, readCursor } from './entry-cursor.ts';
import { showEntries } from './show-entries.ts';

type Operation = typeof auditOperations.listAuditEntries;
type Asked = Omit<InputOf<Operation>, 'after' | 'limit'>;

/** What was done. Row security leaves what this person may audit, and what they did themselves. */
export async function listAuditEntries(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const after = readCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const rows = await listEntries(tx, filterOf(input), { after, limit: input.limit + 1 });
    const shown = rows.slice(0, input.limit);
    return {
      items: await showEntries(tx, shown),
      next: rows.length > input.limit ? cursorAfter(shown.at(-1)) : null,
    };
  });
}

/** What was asked, as the database is asked. */
export function filterOf(asked: Asked): EntryFilter {
  const { who, account, operation, subjectKind, subjectId, organisation, territory, from, to, text } = asked;
  const place =
    territory === undefined ? undefined : (parseReference(territory) ?? { country: '', code: territory });
  return { who, account, operation, subjectKind, subjectId, organisation, territory: place, from, to, text };
}
