import { inScope } from '#database/connection.ts';
import type { JudgedRow } from '#domain/access/invitation-rows.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { say } from '#words/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { readInvitations } from './read-invitations.ts';

type Operation = typeof accessOperations.previewInvitations;
type Answer = OutputOf<Operation>;

/** Reads a table of people to invite and says everything that is wrong with it. Saves nothing. */
export async function previewInvitations(context: Context, input: InputOf<Operation>): Promise<Answer> {
  permitSomewhere(context.actor, 'invite');
  const { judged, problems } = await inScope(context.database, context.actor.scope, (tx) =>
    readInvitations(tx, context, input),
  );
  const faultyRows = new Set(problems.map(({ row }) => row));
  const rows = judged.map((one) => describeRow(one, faultyRows.has(one.row.row)));
  return {
    ready: rows.filter(({ standing }) => standing === 'ready').length,
    rows,
    problems: problems.map((problem) => ({
      ...problem,
      message: say.dynamic(context.language, `problem.${problem.code}`, problem.values ?? {}),
    })),
  };
}

function describeRow({ row, draft, isInvitedAlready }: JudgedRow, isFaulty: boolean): Answer['rows'][number] {
  const standing = isInvitedAlready ? 'invited-already' : isFaulty || !draft ? 'faulty' : 'ready';
  return {
    row: row.row,
    territory: draft ? `${draft.place.name} (${draft.place.code})` : (row.territory ?? ''),
    organisation: draft?.organisation?.name ?? row.organisation ?? '',
    name: row.name ?? '',
    username: draft?.username ?? row.username ?? '',
    phone: draft?.phone ?? row.phone,
    email: draft?.email ?? row.email,
    role: draft?.role ?? row.role ?? '',
    standing,
  };
}
