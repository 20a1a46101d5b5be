import { findAgreement, findLinkableLines, findLinkableNeeds } from '#database/agreements/agreement-views.ts';
import { findStructure } from '#database/actors/structure-views.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import { endOfTerm, lastDayOfTerm } from '#domain/agreements/term.ts';
import type { AgreementTemplate } from '#domain/agreements/template-schema.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Transaction } from '../context.ts';

/** What is written of an agreement as a whole. */
export type AgreementBody = {
  readonly title: string;
  readonly shortName: string | null;
  readonly object: string | null;
  readonly territories: readonly string[];
  readonly needIds: readonly string[];
  readonly noNeedReason: string | null;
  readonly lineIds: readonly string[];
  readonly parentId: string | null;
  readonly commissionStructureId: string | null;
  readonly currency: string | null;
  readonly termMonths: number | null;
  readonly endsOn: string | null;
  readonly confirmText: boolean;
};
type At = {
  readonly country: string;
  readonly territoryId: number;
  readonly today: string;
  readonly template: AgreementTemplate;
  /** A new draft is given the term of its instrument where it names none. */
  readonly isNew: boolean;
};

/** What was written of an agreement, once its faults, its texts and all that it names have been looked at. */
export async function readAgreementBody(tx: Transaction, body: AgreementBody, at: At) {
  const { title, object, noNeedReason } = body;
  refusePersonalText({ title, object, noNeedReason }, body.confirmText);
  const isUntimed = body.endsOn === null && body.termMonths === null;
  const termMonths = isUntimed && at.isNew ? at.template.term.defaultMonths : body.termMonths;
  const problems = faultsOf({ ...body, termMonths }, at);
  if (problems.length > 0) throw refuse('agreements.incomplete', { problems });
  await refuseUnknownParent(tx, body.parentId, at.country);
  await refuseUnknownCommission(tx, body.commissionStructureId, at.country);
  return {
    columns: {
      title,
      short_name: body.shortName,
      object,
      no_need_reason: noNeedReason,
      parent_id: body.parentId,
      commission_structure_id: body.commissionStructureId,
      currency: body.currency,
      term_months: body.endsOn === null ? termMonths : null,
      ends_on: body.endsOn,
    },
    links: await readLinks(tx, body, at.country),
  };
}

function faultsOf(body: AgreementBody, { today, template }: At): Problem[] {
  const problems: Problem[] = [];
  const { endsOn, termMonths } = body;
  const say = (code: string, field: string, values?: Problem['values']) =>
    problems.push({ code: `agreements.${code}`, field, ...(values ? { values } : {}) });
  if (endsOn !== null && termMonths !== null) say('two-terms', 'endsOn');
  if (endsOn !== null && endsOn < today) say('ends-in-the-past', 'endsOn');
  const { maxMonths } = template.term;
  const end = endOfTerm({ effectiveOn: null, endsOn, termMonths }, today);
  if (maxMonths !== null && end !== null && end > lastDayOfTerm(today, maxMonths) && endsOn === null)
    say('term-too-long', 'termMonths', { months: maxMonths });
  if (body.needIds.length > 0 && body.noNeedReason !== null) say('need-and-reason', 'noNeedReason');
  return problems;
}

async function readLinks(tx: Transaction, body: AgreementBody, country: string) {
  const places = [];
  for (const reference of new Set(body.territories)) {
    const place = await getPlace(tx, reference);
    if (place.country !== country)
      throw refuse('agreements.incomplete', {
        problems: [{ code: 'agreements.another-country', field: 'territories' }],
      });
    places.push(place.id);
  }
  const needs = [...new Set(body.needIds)];
  const threads = [...new Set(body.lineIds)];
  // What only some may read yet cannot stand in a text that all of them sign.
  if ((await findLinkableNeeds(tx, country, needs)).length < needs.length)
    throw refuse('agreements.need-not-found', { field: 'needIds' });
  if ((await findLinkableLines(tx, threads)).length < threads.length)
    throw refuse('agreements.line-not-found', { field: 'lineIds' });
  return { places, needs, threads };
}

async function refuseUnknownParent(tx: Transaction, id: string | null, country: string): Promise<void> {
  if (id === null) return;
  const parent = await findAgreement(tx, id);
  const over = ['abandoned', 'annulled', 'closed', 'terminating', 'settlement'];
  if (!parent || parent.country !== country || parent.kind === 'addendum' || over.includes(parent.standing))
    throw refuse('agreements.parent-not-found', { field: 'parentId' });
}

async function refuseUnknownCommission(tx: Transaction, id: string | null, country: string): Promise<void> {
  if (id === null) return;
  const structure = await findStructure(tx, id);
  if (!structure || structure.country !== country || structure.standing !== 'active')
    throw refuse('agreements.holder-not-found', { field: 'commissionStructureId' });
}
