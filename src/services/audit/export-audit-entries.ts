import type { auditOperations } from '#contract/audit.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { listEntries } from '#database/audit/entry-views.ts';
import { inScope } from '#database/connection.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { refuse } from '#domain/audit/refusals.ts';
import { tableMediaTypes, type TableRow, writeTable } from '#formats/tables/index.ts';
import { type Say, voiceOf } from '#words/index.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { filterOf } from './list-audit-entries.ts';
import { record } from './record.ts';
import { showEntries, type ShownEntry } from './show-entries.ts';
import { territoryOfExport } from './territory-of-export.ts';

type Operation = typeof auditOperations.exportAuditEntries;

const maximumRows = 20_000;

/** The trail as a file: one row for each value that changed. Who exported what is itself written down. */
export async function exportAuditEntries(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'read-audit');
  const say = voiceOf(context.language);
  const { format, ...asked } = input;
  const { rows, today } = await inScope(context.database, context.actor.scope, async (tx) => {
    const found = await listEntries(tx, filterOf(asked), { after: null, limit: maximumRows + 1 });
    if (found.length > maximumRows)
      throw refuse('audit.too-many-to-export', { values: { maximum: maximumRows } });
    const entries = await showEntries(tx, found);
    const territoryId = await territoryOfExport(tx, context, input.territory);
    await record(tx, context, {
      operation: 'exportAuditEntries',
      subjectKind: 'audit-trail',
      subjectId: context.requestId,
      territoryId,
      organisationId: null,
      before: null,
      after: { ...asked, format, entries: entries.length },
      freeText: ['who', 'text'],
    });
    return {
      rows: entries.flatMap((entry) => rowsOf(say, entry)),
      today: await todayOf(tx, context, territoryId),
    };
  });
  const name = say('audit.export-name');
  const bytes = await writeTable([{ name, columns: columnsIn(say), rows }], format, { excel: true });
  return {
    fileName: `${name}-${today}.${format}`,
    mediaType: tableMediaTypes[format],
    bytes,
  };
}

function columnsIn(say: Say) {
  return [
    { key: 'id', header: say('audit.entry'), kind: 'code' },
    { key: 'at', header: say('audit.when'), kind: 'text', width: 22 },
    { key: 'who', header: say('audit.who') },
    { key: 'operation', header: say('audit.what') },
    { key: 'subject', header: say('audit.subject') },
    { key: 'territory', header: say('audit.territory') },
    { key: 'organisation', header: say('audit.organisation') },
    { key: 'field', header: say('shared.field') },
    { key: 'before', header: say('audit.before') },
    { key: 'after', header: say('audit.after') },
  ] as const;
}

function rowsOf(say: Say, entry: ShownEntry): TableRow[] {
  const { actor, subject, territory, organisation } = entry;
  const facts = {
    id: entry.id,
    at: entry.at,
    who: actor.kind === 'account' ? (actor.name ?? say('audit.by-unknown')) : say(`audit.by-${actor.kind}`),
    operation: entry.operation,
    subject: [subject.kind, subject.name ?? subject.id].join(': '),
    territory: `${territory.reference} ${territory.name}`,
    organisation: organisation?.name ?? null,
  };
  if (entry.changes.length === 0) return [facts];
  return entry.changes.map((change) => ({
    ...facts,
    field: change.field,
    before: textOf(say, change.state, change.before),
    after: textOf(say, change.state, change.after),
  }));
}

function textOf(say: Say, state: ShownEntry['changes'][number]['state'], value: unknown): string {
  if (state !== 'open' && value === null) return say(`audit.${state}`);
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
