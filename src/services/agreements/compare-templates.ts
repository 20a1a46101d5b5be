import type { documentsOperations } from '#contract/agreements/documents.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { compareClauses } from '#domain/agreements/compare-templates.ts';
import { comparisonDimensions } from '#domain/agreements/template-places.ts';
import type { Context } from '../context.ts';
import { templateOf } from './get-template.ts';
import { showTemplate } from './list-templates.ts';

type Operation = typeof documentsOperations.compareTemplates;

export async function compareTemplates(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const a = await templateOf(tx, input.a);
    const b = await templateOf(tx, input.b);
    return {
      a: showTemplate(a),
      b: showTemplate(b),
      dimensions: comparisonDimensions.flatMap((dimension) => {
        const [ofA, ofB] = [a.comparison[dimension], b.comparison[dimension]];
        return ofA && ofB ? [{ dimension, a: ofA, b: ofB }] : [];
      }),
      clauses: compareClauses(a, b),
    };
  });
}
