import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findHolders } from '#database/actors/people-views.ts';
import type { AgreementPartyRow } from '#database/agreements/party-views.ts';
import { findPapersOf } from '#database/files/file-store.ts';
import { inScope } from '#database/connection.ts';
import { mayActFor } from '#domain/access/acting-for.ts';
import { sumsOf } from '#domain/agreements/budget.ts';
import { possibleActs, standingOn } from '#domain/agreements/lifecycle.ts';
import { mayOversee, mayWorkOn } from '#domain/agreements/permissions.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { addTogether } from './add-together.ts';
import type { GatheredText } from './assemble-content.ts';
import { findOpenAgreement, inQuestion, partyOf } from './open-agreement.ts';
import { showActs, showCommitments, showPath, showText, showTree } from './show-agreement-parts.ts';
import { showAgreement, showHolder } from './show-agreements.ts';
import { studyAgreement } from './study-agreement.ts';

type Operation = typeof agreementsOperations.getAgreement;

/** An agreement as its page shows it, as far as whoever asks may see. */
export async function getAgreement(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { agreement: row } = await findOpenAgreement(tx, input.agreementId);
    const today = await todayOf(tx, context, row.territoryId);
    const study = await studyAgreement(tx, row.id, today);
    const { text, hash } = study;
    const { agreement, parties, links, budget } = text;
    const question = inQuestion(text);
    const mayWork = mayWorkOn(context.actor, question);
    const names = await lookUp(tx, context, { territories: [agreement.territoryId, ...links.places] });
    const present = parties.filter(({ standing }) => standing !== 'withdrawn');
    return {
      ...showAgreement(agreement, { place: (id) => names.place(id), today, partiesOf: () => present }),
      ...termsOf(text),
      template: showTemplate(text, context.language),
      partyList: await showParties(tx, context, parties, mayWork ? hash : null),
      territories: links.places.map((id) => names.place(id)),
      needs: links.needs,
      lines: links.lines.map(({ id, code, title }) => ({ id, code, title })),
      ...(await showText(tx, text)),
      commitments: await showCommitments(tx, agreement.id, today),
      budget: [...budget],
      sums: sumsOf(budget),
      together: await addTogether(tx, agreement, budget, today),
      ...showPath(study, mayWork, await findPapersOf(tx, agreement.id)),
      ...(await showTree(tx, agreement, today)),
      acts: await showActs(tx, agreement.id, parties),
      hash: mayWork ? hash : null,
      possible: possibleActs(standingOn(agreement, today)),
      abilities: [...(mayWork ? ['work'] : []), ...(mayOversee(context.actor, question) ? ['oversee'] : [])],
      version: agreement.version,
    };
  });
}

function termsOf({ agreement, values, content: { addendum } }: GatheredText) {
  const { commissionStructureId: id } = agreement;
  return {
    language: agreement.language,
    addendumKind: agreement.addendumKind,
    addendum: addendum && {
      newEndsOn: addendum.newEndsOn,
      changes: addendum.changes.map(({ clause, before, after }) => ({ clause, before, after })),
      reschedulings: [...(addendum.reschedulings ?? [])],
    },
    object: agreement.object,
    standingReason: agreement.standingReason,
    origin: agreement.origin,
    effectiveRule: agreement.effectiveRule,
    amendmentRule: agreement.amendmentRule,
    signedOn: agreement.signedOn,
    termMonths: agreement.termMonths,
    reviewOn: agreement.reviewOn,
    cureBy: agreement.cureBy,
    settleBy: agreement.settleBy,
    registryNumber: agreement.registryNumber,
    verificationCode: agreement.verificationCode,
    noNeedReason: agreement.noNeedReason,
    currency: agreement.currency,
    meetingEvery: agreement.meetingEvery,
    reportEvery: agreement.reportEvery,
    noticeDays: agreement.noticeDays,
    cureDays: agreement.cureDays,
    withdrawalDays: agreement.withdrawalDays,
    commission: id === null ? null : { id, name: values['commission'] ?? '' },
  };
}

function showTemplate({ template }: GatheredText, language: Context['language']) {
  return {
    id: template.id,
    number: template.number,
    title: template.title[language],
    nativeName: template.nativeName,
    basis: template.basis.map((one) => ({ ...one, norm: one.norm[language] })),
    maxMonths: template.term.maxMonths,
  };
}

async function showParties(
  tx: Transaction,
  context: Context,
  parties: readonly AgreementPartyRow[],
  hash: string | null,
) {
  const people = await findHolders(
    tx,
    parties.map(({ representativeId }) => representativeId),
  );
  return parties.map((party) => {
    const person = people.get(party.representativeId ?? '');
    return {
      id: party.id,
      holder: showHolder(party),
      role: party.role,
      capacity: party.capacity,
      competence: party.competence,
      representativeOffice: party.representativeOffice,
      representative: person ? { id: person.id, name: person.name } : null,
      appointmentAct: party.appointmentAct,
      powerSource: party.powerSource,
      standing: party.standing,
      hasConfirmed: hash !== null && party.confirmedHash === hash,
      isYours: mayActFor(context.actor, partyOf(party)),
      joinedOn: party.joinedOn,
      leftOn: party.leftOn,
      version: party.version,
    };
  });
}
