import type { documentsOperations } from '#contract/agreements/documents.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findTemplates } from '#database/agreements/template-views.ts';
import { inScope } from '#database/connection.ts';
import type { AgreementTemplate } from '#domain/agreements/template-schema.ts';
import type { Context } from '../context.ts';

type Operation = typeof documentsOperations.listTemplates;

export async function listTemplates(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const templates = await inScope(context.database, context.actor.scope, findTemplates);
  const { country } = input;
  const wanted = templates.filter(
    (template) => country === undefined || template.instrumentCountry === country,
  );
  return { items: wanted.map(showTemplate) };
}

/** An instrument in a line of a list. */
export function showTemplate(template: AgreementTemplate) {
  const { id, kind, isEngine, number, title, summary, nativeName } = template;
  return {
    id,
    country: template.instrumentCountry,
    kind,
    isEngine,
    number,
    title,
    summary,
    nativeName,
    clauses: template.clauses.length,
  };
}
