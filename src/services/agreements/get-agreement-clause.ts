import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findAccountNames } from '#database/agreements/author-views.ts';
import { findClause, findClauseEditions, type ClauseRow } from '#database/agreements/clause-views.ts';
import { findRemarks } from '#database/agreements/negotiation-views.ts';
import { findTemplates } from '#database/agreements/template-views.ts';
import { inScope } from '#database/connection.ts';
import { mayActFor } from '#domain/access/acting-for.ts';
import { statedTotals, writtenPlaces } from '#domain/agreements/clause-fields.ts';
import { fillPlaces, gapsOf } from '#domain/agreements/fill-places.ts';
import { isTextOpen } from '#domain/agreements/negotiation.ts';
import { mayOversee, permitWorkOn } from '#domain/agreements/permissions.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type { AgreementTemplate } from '#domain/agreements/template-schema.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { gatherText, valuesOfClause, type GatheredText } from './assemble-content.ts';
import { inQuestion, partyOf } from './open-agreement.ts';
import { mayAnswer } from './open-remark.ts';

type Operation = typeof agreementsOperations.getAgreementClause;

/** A clause as its editor shows it, for those who work on its text. */
export async function getAgreementClause(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const clause = await findClause(tx, input.clauseId);
    if (!clause) throw refuse('agreements.clause-not-found');
    const text = await gatherText(tx, clause.agreementId);
    permitWorkOn(context.actor, inQuestion(text));
    const { agreement } = text;
    const values = valuesOfClause(text.values, clause);
    const names = await lookUp(tx, context, { territories: [agreement.territoryId] });
    const templates = await findTemplates(tx);
    const own = text.parties.filter(
      (party) => party.standing !== 'withdrawn' && mayActFor(context.actor, partyOf(party)),
    );
    return {
      id: clause.id,
      agreement: {
        id: agreement.id,
        title: agreement.title,
        standing: agreement.standing,
        territory: names.place(agreement.territoryId),
        language: agreement.language,
      },
      type: clause.type,
      title: clause.title,
      body: clause.body,
      filled: fillPlaces(clause.body, values),
      gaps: gapsOf(`${clause.title}\n${clause.body}`, values),
      fields: fieldsOf(text, clause),
      isRemoved: clause.removedAt !== null,
      ...ofInstrument(templates, text, clause, context.language),
      editions: await showEditions(tx, text, clause),
      remarks: await showRemarks(tx, context, text, clause),
      others: othersOf(templates, text, clause),
      parties: own.map(({ id, name }) => ({ id, name })),
      isOpen: isTextOpen(agreement.standing),
      version: clause.version,
    };
  });
}

function fieldsOf({ agreement, values }: GatheredText, clause: ClauseRow) {
  const { commissionStructureId: id } = agreement;
  return {
    termMonths: agreement.termMonths,
    endsOn: agreement.endsOn,
    noticeDays: agreement.noticeDays,
    cureDays: agreement.cureDays,
    withdrawalDays: agreement.withdrawalDays,
    commission: id === null ? null : { id, name: values['commission'] ?? '' },
    meetingEvery: agreement.meetingEvery,
    reportEvery: agreement.reportEvery,
    amendmentRule: agreement.amendmentRule,
    totals: statedTotals(clause.fields),
    places: writtenPlaces(clause.fields),
  };
}

function ofInstrument(
  templates: readonly AgreementTemplate[],
  { agreement }: GatheredText,
  clause: ClauseRow,
  language: 'es' | 'en',
) {
  const template = templates.find(({ id }) => id === agreement.templateId);
  const given =
    template?.clauses.find(({ key }) => key === clause.templateKey) ??
    template?.clauses.find(({ type }) => type === clause.type);
  const basis = given?.basis ?? null;
  return {
    guidance: given?.guidance?.[language] ?? null,
    basis: basis && { ...basis, norm: basis.norm[language] },
    need: given?.need ?? null,
  };
}

// In the language of the agreement: what is taken over has to stand in it.
function othersOf(templates: readonly AgreementTemplate[], { agreement }: GatheredText, clause: ClauseRow) {
  const { language, templateId } = agreement;
  return templates.flatMap((template) =>
    template.clauses
      .filter(
        ({ type, key }) =>
          type === clause.type && !(template.id === templateId && key === clause.templateKey),
      )
      .map((one) => ({
        templateId: template.id,
        key: one.key,
        country: template.instrumentCountry,
        instrument: template.title[language],
        title: one.title[language],
        body: one.body[language],
      })),
  );
}

async function showEditions(tx: Transaction, { parties }: GatheredText, clause: ClauseRow) {
  const editions = await findClauseEditions(tx, clause.id);
  const names = await findAccountNames(
    tx,
    editions.map(({ account_id: id }) => id),
  );
  return editions.map((edition) => ({
    number: edition.number,
    title: edition.title,
    body: edition.body,
    by: {
      name: names.get(edition.account_id ?? '') ?? null,
      party: parties.find(({ id }) => id === edition.party_id)?.name ?? null,
    },
    reason: edition.reason,
    at: edition.at.toISOString(),
  }));
}

async function showRemarks(tx: Transaction, context: Context, text: GatheredText, clause: ClauseRow) {
  const remarks = await findRemarks(tx, { agreementId: clause.agreementId, clauseId: clause.id });
  const acting = text.parties.filter((party) => mayActFor(context.actor, partyOf(party)));
  const oversees = mayOversee(context.actor, inQuestion(text));
  return remarks.map((remark) => {
    const isOpen = remark.standing === 'open';
    return {
      id: remark.id,
      kind: remark.kind as 'remark',
      party: text.parties.find(({ id }) => id === remark.party_id)?.name ?? null,
      body: remark.body,
      proposedTitle: remark.proposed_title,
      proposedBody: remark.proposed_body,
      standing: remark.standing as 'open',
      answer: remark.answer,
      at: remark.created_at.toISOString(),
      mayAnswer: isOpen && acting.some(({ id }) => mayAnswer(context.actor, text, remark, id)),
      mayWithdraw:
        isOpen && (remark.party_id === null ? oversees : acting.some(({ id }) => id === remark.party_id)),
      version: remark.version,
    };
  });
}
