import { findOrganisation } from '#database/actors/organisation-views.ts';
import { findStructure } from '#database/actors/structure-views.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { freeTextOfNeeds, refuseIncomplete, type NeedFields } from '#domain/diagnosis/need.ts';
import { refuse } from '#domain/diagnosis/refusals.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { Transaction } from '../context.ts';

type Body = NeedFields & { readonly confirmText: boolean };

/** What was written of a need, once its faults, its texts and who prioritised it have been looked at. */
export async function readNeedBody(
  tx: Transaction,
  body: Body,
  at: { readonly country: string; readonly today: Day },
): Promise<NeedFields> {
  const fields: NeedFields = {
    problem: body.problem,
    detail: body.detail,
    groups: body.groups,
    groupWords: body.groupWords,
    violence: body.violence,
    ecologicalLevel: body.ecologicalLevel,
    factor: body.factor,
    factorEffect: body.factorEffect,
    sourceKind: body.sourceKind,
    sourceTitle: body.sourceTitle,
    sourceDate: body.sourceDate,
    sourceAddress: body.sourceAddress,
    prioritisedOn: body.prioritisedOn,
    structureId: body.structureId,
    organisationId: body.organisationId,
    office: body.office,
    priority: body.priority,
    priorityReason: body.priorityReason,
  };
  refuseIncomplete(fields, at.today);
  const texts = Object.fromEntries(freeTextOfNeeds.map((field) => [field, fields[field]]));
  refusePersonalText(texts, body.confirmText);
  await refuseUnknownPrioritiser(tx, fields, at.country);
  return fields;
}

// One that has ended may well have prioritised it while it stood; one that was annulled never was.
async function refuseUnknownPrioritiser(tx: Transaction, fields: NeedFields, country: string): Promise<void> {
  const named = [
    ['structureId', fields.structureId && (await findStructure(tx, fields.structureId))],
    ['organisationId', fields.organisationId && (await findOrganisation(tx, fields.organisationId))],
  ] as const;
  for (const [field, found] of named) {
    if (found === null) continue;
    if (!found || found.country !== country || found.standing === 'annulled') {
      throw refuse('diagnosis.prioritiser-not-found', { field });
    }
  }
}
