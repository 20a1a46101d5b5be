import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import type { Context } from '../context.ts';
import { addCommitments } from './add-commitments.ts';
import { readSheet, type ReadRow } from './read-sheet.ts';
import { showRowProblems } from './show-row-problems.ts';

type Operation = typeof commitmentsOperations.createCommitments;

/** Enters a sheet: all of it, or those rows that are sound, and then says which were left and why. */
export async function createCommitments(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'act-for-party');
  return inScope(context.database, context.actor.scope, async (tx) => {
    const rows = await readSheet(tx, context, input.body);
    const left = rows.filter(({ draft }) => draft === null);
    if (input.body.keep === 'all') refuseAnyProblem(left);
    const good = rows.flatMap(({ row, draft }) => (draft === null ? [] : [{ row, draft }]));
    const added = await addCommitments(
      tx,
      context,
      good.map(({ draft }) => draft),
      { operation: 'createCommitments' },
    );
    return {
      kept: good.flatMap(({ row }, index) => {
        const one = added[index];
        return one ? [{ row, id: one.id, score: one.score, missing: [...one.missing] }] : [];
      }),
      left: left.map(({ row, problems }) => ({
        row,
        problems: showRowProblems(problems, context.language),
      })),
    };
  });
}

function refuseAnyProblem(left: readonly ReadRow[]): void {
  const problems = left.flatMap(({ row, problems: own }) => own.map((problem) => ({ ...problem, row })));
  if (problems.length === 0) return;
  throw refuse('commitments.rows-with-problems', { problems, values: { count: problems.length } });
}
