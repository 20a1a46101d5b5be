import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import type { Context } from '../context.ts';
import { readSheet } from './read-sheet.ts';
import { showChoices } from './show-choices.ts';
import { showRowProblems } from './show-row-problems.ts';

type Operation = typeof commitmentsOperations.checkCommitments;

/** Says of every row what it would become; nothing is written. */
export async function checkCommitments(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'act-for-party');
  return inScope(context.database, context.actor.scope, async (tx) => {
    const rows = await readSheet(tx, context, input.body);
    const shown = await showChoices(
      tx,
      context,
      rows.flatMap(({ who, forWhom }) => [...who, ...forWhom]),
    );
    return {
      rows: rows.map(({ row, score, missing, who, forWhom, problems }) => ({
        row,
        score,
        missing: [...missing],
        who: who.map(shown),
        forWhom: forWhom.map(shown),
        problems: showRowProblems(problems, context.language),
      })),
    };
  });
}
