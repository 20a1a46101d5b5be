import type { registeringOperations } from '#contract/agreements/registering.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { insertAgreement, replaceAgreementLinks } from '#database/agreements/agreement-store.ts';
import { insertAgreementParties } from '#database/agreements/party-store.ts';
import { findTemplate } from '#database/agreements/template-views.ts';
import { inScope } from '#database/connection.ts';
import { findRegisteredAlike } from '#database/registering/entered-views.ts';
import { standingAfter } from '#domain/agreements/lifecycle.ts';
import { permitWorkOn } from '#domain/agreements/permissions.ts';
import { refuse as refuseAgreement } from '#domain/agreements/refusals.ts';
import { problemsOfRegistration } from '#domain/agreements/registering.ts';
import { refuse } from '#domain/agreements/registering-refusals.ts';
import type { AgreementTemplate } from '#domain/agreements/template-schema.ts';
import { fold } from '#domain/shared/fold.ts';
import { getPlace } from '../actors/look-up.ts';
import { readAgreementBody } from '../agreements/agreement-body.ts';
import { keepAgreementAct, makeAgreementFindable, recordAgreement } from '../agreements/move-agreement.ts';
import { findOpenAgreement } from '../agreements/open-agreement.ts';
import { readParties, type ReadParty } from '../agreements/read-parties.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';

type Operation = typeof registeringOperations.registerAgreement;
type Body = InputOf<Operation>['body'];

/** Registers an agreement that was signed on paper as it stands: in force, with no approvals or signatures made up. */
export async function registerAgreement(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, body.territory);
    const today = await todayOf(tx, context, place.id);
    const problems = problemsOfRegistration(body, today);
    if (problems.length > 0) throw refuse('registering.incomplete', { problems });
    const parties = await readParties(tx, place.country, body.parties.map(asWritten));
    const held = parties.map(({ holder }) => holder);
    permitWorkOn(context.actor, { territoryId: place.id, commissionStructureId: null, parties: held });
    const template = await getInstrument(tx, body.templateId);
    const links = await readLinks(tx, body, { ...place, territoryId: place.id, today, template });
    if (!body.confirmNew) await refuseAlike(tx, place.country, body, held);
    const id = newId();
    await insertAgreement(tx, {
      id,
      country: place.country,
      territory_id: place.id,
      ...columnsOf(body, template),
      standing: standingAfter(null, 'registered'),
      standing_on: today,
      parties: held.map((one) => one.id),
      party_territories: held.map((one) => one.territoryId),
      created_by: context.actor.kind === 'account' ? context.actor.accountId : null,
    });
    await replaceAgreementLinks(tx, { id, territoryId: place.id }, links);
    await insertAgreementParties(
      tx,
      parties.map((party, position) => partyRow(id, party, position, body)),
    );
    return finish(tx, context, id, today);
  });
}

async function finish(tx: Transaction, context: Context, id: string, today: string) {
  const { agreement } = await findOpenAgreement(tx, id);
  const act = { act: 'registered', from: null, to: agreement.standing, on: today, isPublic: true } as const;
  await keepAgreementAct(tx, context, agreement, act);
  await makeAgreementFindable(tx, agreement);
  await recordAgreement(tx, context, 'registerAgreement', { before: null, after: agreement });
  return { id, version: agreement.version };
}

function asWritten(party: Body['parties'][number]) {
  const nothing = {
    capacity: null,
    competence: null,
    representativeId: null,
    appointmentAct: null,
    powerSource: null,
  };
  return { ...party, ...nothing };
}

async function getInstrument(tx: Transaction, id: string): Promise<AgreementTemplate> {
  const template = await findTemplate(tx, id);
  if (!template) throw refuseAgreement('agreements.template-not-found', { field: 'templateId' });
  if (!template.isEngine) throw refuseAgreement('agreements.only-a-library', { field: 'templateId' });
  return template;
}

/** What it names, looked at as a draft's is; its dates are not: they are those of the paper. */
async function readLinks(
  tx: Transaction,
  body: Body,
  at: {
    readonly country: string;
    readonly territoryId: number;
    readonly today: string;
    readonly template: AgreementTemplate;
  },
) {
  const { links } = await readAgreementBody(
    tx,
    {
      title: body.title,
      shortName: null,
      object: body.object,
      territories: body.territories,
      needIds: body.needs,
      noNeedReason: body.noNeedReason,
      lineIds: [],
      parentId: body.parentId,
      commissionStructureId: null,
      currency: null,
      termMonths: null,
      endsOn: null,
      confirmText: body.confirmText,
    },
    { ...at, isNew: false },
  );
  return links;
}

function columnsOf(body: Body, template: AgreementTemplate) {
  return {
    template_id: template.id,
    template_number: template.number,
    kind: template.kind,
    language: body.language,
    origin: 'registered',
    title: body.title,
    number: body.number,
    object: body.object,
    parent_id: body.parentId,
    no_need_reason: body.noNeedReason,
    signed_on: body.signedOn,
    effective_on: body.effectiveOn ?? body.signedOn,
    ends_on: body.endsOn,
    first_ends_on: body.endsOn,
    registry_number: body.registryNumber,
    is_public: body.isPublic,
    effective_rule: template.effectiveRule,
    amendment_rule: template.amendmentRule,
    notice_days: template.breach.noticeDays,
    cure_days: template.breach.cureDays,
    withdrawal_days: template.termination.withdrawalDays,
    // Whether it renews by itself is in the paper, which nobody here has read.
    renews_tacitly: false,
  };
}

function partyRow(agreementId: string, { holder, written }: ReadParty, position: number, body: Body) {
  return {
    id: newId(),
    agreement_id: agreementId,
    territory_id: holder.territoryId,
    organisation_id: holder.kind === 'organisation' ? holder.id : null,
    structure_id: holder.kind === 'structure' ? holder.id : null,
    ...written,
    standing: 'signed',
    joined_on: body.signedOn,
    position,
  };
}

async function refuseAlike(
  tx: Transaction,
  country: string,
  body: Body,
  parties: readonly { readonly id: string }[],
): Promise<void> {
  const found = await findRegisteredAlike(tx, country, body.signedOn);
  const wanted = new Set(parties.map(({ id }) => id));
  const alike = found.find(
    (one) =>
      fold(one.title) === fold(body.title) &&
      one.parties.length === wanted.size &&
      one.parties.every((id) => wanted.has(id)),
  );
  if (alike) throw refuse('registering.looks-alike', { current: { id: alike.id, title: alike.title } });
}
