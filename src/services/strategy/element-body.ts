import { findOrganisationsOf } from '#database/strategy/strategy-views.ts';
import type { ElementRow } from '#database/strategy/element-views.ts';
import type { StrategyRow } from '#database/strategy/strategy-columns.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { elementFields, problemsOfElement, yearsOf, type ElementFields } from '#domain/strategy/element.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';

type Body = ElementFields & { readonly confirmText: boolean };

/** What was written of an element, once its faults, its texts and the institutions that it names have been looked at. */
export async function readElementBody(
  tx: Transaction,
  body: Body,
  strategy: StrategyRow,
): Promise<ElementFields> {
  const fields: ElementFields = {
    code: body.code,
    title: body.title,
    description: body.description,
    preventionLevel: body.preventionLevel,
    preventionTypes: body.preventionTypes,
    inspire: body.inspire,
    ecologicalLevels: body.ecologicalLevels,
    roles: body.roles,
    indicators: body.indicators,
  };
  const problems = problemsOfElement(fields, yearsOf(strategy));
  if (problems.length > 0) throw refuse('strategy.incomplete', { problems });
  const { title, description } = fields;
  refusePersonalText({ title, description }, body.confirmText);
  const named = fields.roles.map(({ organisationId }) => organisationId);
  const known = await findOrganisationsOf(tx, strategy.country, named);
  if (known.size < new Set(named).size) throw refuse('strategy.organisation-not-found', { field: 'roles' });
  return fields;
}

function audited(element: ElementRow) {
  const said = Object.fromEntries(elementFields.map((field) => [field, element[field]]));
  return {
    ...said,
    roles: element.roles.map(({ organisationId, role }) => `${role} ${organisationId}`),
    indicators: element.indicators.map((indicator) => JSON.stringify(indicator)),
    parentId: element.parentId,
    position: element.position,
  };
}

/** Writes a deed done to an element down. */
export async function recordElement(
  tx: Transaction,
  context: Context,
  operation: string,
  rows: { readonly before: ElementRow | null; readonly after: ElementRow | null },
): Promise<void> {
  const element = rows.after ?? rows.before;
  if (!element) return;
  await record(tx, context, {
    operation,
    subjectKind: 'strategy-element',
    subjectId: element.id,
    territoryId: element.territoryId,
    organisationId: null,
    before: rows.before && audited(rows.before),
    after: rows.after && audited(rows.after),
    freeText: ['title', 'description', 'indicators'],
  });
}
