import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { insertAgreement, replaceAgreementLinks } from '#database/agreements/agreement-store.ts';
import { insertClauseEditions, insertClauses } from '#database/agreements/clause-store.ts';
import { insertAgreementParties } from '#database/agreements/party-store.ts';
import { findTemplate } from '#database/agreements/template-views.ts';
import { draftFrom } from '#domain/agreements/draft.ts';
import { standingAfter } from '#domain/agreements/lifecycle.ts';
import { permitWorkOn } from '#domain/agreements/permissions.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import { placesIn } from '#domain/agreements/template-places.ts';
import type { AgreementTemplate } from '#domain/agreements/template-schema.ts';
import { say } from '#words/index.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { readAgreementBody } from './agreement-body.ts';
import { keepAgreementAct, makeAgreementFindable, recordAgreement } from './move-agreement.ts';
import { findOpenAgreement } from './open-agreement.ts';
import { partyRow, readParties } from './read-parties.ts';

type Operation = typeof agreementsOperations.createAgreement;

/** Drafts an agreement from an instrument, with its parties and the clauses that the instrument brings. */
export async function createAgreement(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, body.territory);
    const parties = await readParties(tx, place.country, body.parties);
    permitWorkOn(context.actor, {
      territoryId: place.id,
      commissionStructureId: body.commissionStructureId,
      parties: parties.map(({ holder }) => holder),
    });
    const template = await getEngine(tx, body.templateId);
    const today = await todayOf(tx, context, place.id);
    const at = { country: place.country, territoryId: place.id, today };
    const { columns, links } = await readAgreementBody(tx, body, { ...at, template, isNew: true });
    const id = newId();
    await insertAgreement(tx, {
      id,
      country: place.country,
      territory_id: place.id,
      template_id: template.id,
      template_number: template.number,
      kind: template.kind,
      language: body.language,
      standing: standingAfter(null, 'drafted'),
      standing_on: today,
      ...columns,
      ...defaultsOf(template, body.language),
      parties: parties.map(({ holder }) => holder.id),
      party_territories: parties.map(({ holder }) => holder.territoryId),
      created_by: context.actor.kind === 'account' ? context.actor.accountId : null,
    });
    await replaceAgreementLinks(tx, { id, territoryId: place.id }, links);
    await insertAgreementParties(
      tx,
      parties.map((party, position) => partyRow(newId(), id, party, position)),
    );
    await insertDraftClauses(tx, context, { id, territoryId: place.id, language: body.language }, template);
    return finish(tx, context, id, today);
  });
}

async function finish(tx: Transaction, context: Context, id: string, today: string) {
  const { agreement } = await findOpenAgreement(tx, id);
  const act = { act: 'drafted', from: null, to: agreement.standing, on: today } as const;
  await keepAgreementAct(tx, context, agreement, act);
  await makeAgreementFindable(tx, agreement);
  await recordAgreement(tx, context, 'createAgreement', { before: null, after: agreement });
  return { id, version: agreement.version };
}

async function getEngine(tx: Transaction, id: string): Promise<AgreementTemplate> {
  const template = await findTemplate(tx, id);
  if (!template) throw refuse('agreements.template-not-found', { field: 'templateId' });
  if (!template.isEngine) throw refuse('agreements.only-a-library', { field: 'templateId' });
  return template;
}

/** What an instrument says of the terms of an agreement until its parties say otherwise. */
export function defaultsOf(template: AgreementTemplate, language: 'es' | 'en') {
  return {
    effective_rule: template.effectiveRule,
    amendment_rule: template.amendmentRule,
    notice_days: template.breach.noticeDays,
    cure_days: template.breach.cureDays,
    withdrawal_days: template.termination.withdrawalDays,
    renews_tacitly: template.term.tacitRenewal.allowed,
    meeting_every: say(language, 'agreements.text.every-three-months'),
    report_every: say(language, 'agreements.text.every-six-months'),
  };
}

/** Puts in the clauses that an instrument brings, each with its first edition and with what is said already of its places. */
export async function insertDraftClauses(
  tx: Transaction,
  context: Context,
  agreement: { readonly id: string; readonly territoryId: number; readonly language: 'es' | 'en' },
  template: AgreementTemplate,
  said: Readonly<Record<string, string>> = {},
): Promise<void> {
  const beside = { agreement_id: agreement.id, territory_id: agreement.territoryId };
  const clauses = draftFrom(template, agreement.language).map((clause, position) => ({
    id: newId(),
    ...beside,
    type: clause.type,
    position,
    title: clause.title,
    body: clause.body,
    template_key: clause.key,
    fields: fieldsOf(
      placesIn(clause.body).filter((place) => Object.hasOwn(said, place)),
      said,
    ),
  }));
  await insertClauses(tx, clauses);
  await insertClauseEditions(
    tx,
    clauses.map(({ id, title, body }) => ({
      clause_id: id,
      number: 1,
      ...beside,
      title,
      body,
      account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
      at: context.now,
    })),
  );
}

function fieldsOf(places: readonly string[], said: Readonly<Record<string, string>>): string {
  if (places.length === 0) return '{}';
  return JSON.stringify({ places: Object.fromEntries(places.map((place) => [place, said[place]])) });
}
