import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import {
  findAgreementActs,
  findAgreementChildren,
  findAgreements,
} from '#database/agreements/agreement-views.ts';
import { findSealedText } from '#database/agreements/content-views.ts';
import {
  findApprovals,
  findOpenRemarkCounts,
  findShownCommitments,
} from '#database/agreements/negotiation-views.ts';
import type { AgreementPartyRow } from '#database/agreements/party-views.ts';
import { findTemplate } from '#database/agreements/template-views.ts';
import { mayActFor } from '#domain/access/acting-for.ts';
import { sumsOf } from '#domain/agreements/budget.ts';
import { gapsOf } from '#domain/agreements/fill-places.ts';
import { agreementStandings, possibleActs, standingOn } from '#domain/agreements/lifecycle.ts';
import { mayOversee, mayWorkOn } from '#domain/agreements/permissions.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type { AgreementContent } from '#domain/agreements/text-content.ts';
import { findHolders } from '#database/actors/people-views.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { gatherText, hashOf, type GatheredText } from './assemble-content.ts';
import { inQuestion, partyOf } from './open-agreement.ts';
import { showAgreement, showHolder } from './show-agreements.ts';

type Operation = typeof agreementsOperations.getAgreement;

/** An agreement as its page shows it, as far as whoever asks may see. */
export async function getAgreement(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const text = await gatherText(tx, input.agreementId);
    const { agreement, parties, links, budget } = text;
    const question = inQuestion(text);
    const mayWork = mayWorkOn(context.actor, question);
    const hash = hashOf(text.content);
    const today = await todayOf(tx, context, agreement.territoryId);
    const names = await lookUp(tx, context, { territories: [agreement.territoryId, ...links.places] });
    const present = parties.filter(({ standing }) => standing !== 'withdrawn');
    return {
      ...showAgreement(agreement, { place: (id) => names.place(id), today, partiesOf: () => present }),
      ...termsOf(text),
      template: await showTemplate(tx, agreement.templateId, context.language),
      partyList: await showParties(tx, context, parties, mayWork ? hash : null),
      territories: links.places.map((id) => names.place(id)),
      needs: links.needs,
      lines: links.lines.map(({ id, code, title }) => ({ id, code, title })),
      ...(await showText(tx, text)),
      commitments: await showCommitments(tx, agreement.id),
      budget: [...budget],
      sums: sumsOf(budget),
      approvals: await showApprovals(tx, agreement.id),
      ...(await showTree(tx, agreement, today)),
      acts: await showActs(tx, agreement.id, parties),
      hash: mayWork ? hash : null,
      possible: possibleActs(standingOn(agreement, today)),
      abilities: [...(mayWork ? ['work'] : []), ...(mayOversee(context.actor, question) ? ['oversee'] : [])],
      version: agreement.version,
    };
  });
}

function termsOf({ agreement, values }: GatheredText) {
  const { commissionStructureId: id } = agreement;
  return {
    language: agreement.language,
    addendumKind: agreement.addendumKind,
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
    commission: id === null ? null : { id, name: values.commission ?? '' },
  };
}

async function showTemplate(tx: Transaction, id: string, language: Context['language']) {
  const template = await findTemplate(tx, id);
  if (!template) throw refuse('agreements.template-not-found');
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

// What was put to signature is shown as it was sealed; what was redacted, as the order left it.
async function showText(tx: Transaction, { agreement, clauses, values, content }: GatheredText) {
  const isSealed = agreementStandings.indexOf(agreement.standing) >= agreementStandings.indexOf('signed');
  const sealed = isSealed ? await findSealedText(tx, agreement.id) : undefined;
  if (sealed) {
    const kept = (sealed.redacted_content ?? sealed.content) as unknown as AgreementContent;
    return {
      clauses: kept.clauses.map((one) => ({ ...one, gaps: [], openRemarks: 0, version: 1 })),
      isSealed,
    };
  }
  const remarks = await findOpenRemarkCounts(tx, agreement.id);
  return {
    clauses: content.clauses.map((one) => {
      const row = clauses.find(({ id }) => id === one.id);
      return {
        ...one,
        gaps: row ? gapsOf(`${row.title}\n${row.body}`, values) : [],
        openRemarks: remarks.get(one.id) ?? 0,
        version: row?.version ?? 1,
      };
    }),
    isSealed: false,
  };
}

async function showCommitments(tx: Transaction, agreementId: string) {
  const rows = await findShownCommitments(tx, agreementId);
  return rows.map((row) => ({
    id: row.id,
    what: row.what,
    obligor: row.obligor ?? '',
    dueOn: row.due_on,
    standing: row.standing as 'proposed',
  }));
}

async function showApprovals(tx: Transaction, agreementId: string) {
  const rows = await findApprovals(tx, agreementId);
  return rows.map((row) => ({
    id: row.id,
    partyId: row.party_id,
    kind: row.kind as 'council',
    body: row.body,
    reference: row.reference,
    on: row.on_date,
  }));
}

async function showTree(tx: Transaction, agreement: GatheredText['agreement'], today: string) {
  const parent = (await findAgreements(tx, [agreement.parentId])).get(agreement.parentId ?? '');
  const children = await findAgreementChildren(tx, agreement.id);
  return {
    parent: parent ? { id: parent.id, title: parent.title } : null,
    children: children.map((child) => ({
      id: child.id,
      title: child.title,
      kind: child.kind,
      addendumKind: child.addendumKind,
      standing: standingOn(child, today),
    })),
  };
}

async function showActs(tx: Transaction, agreementId: string, parties: readonly AgreementPartyRow[]) {
  const rows = await findAgreementActs(tx, agreementId);
  return rows.toReversed().map((row) => ({
    act: row.act as 'drafted',
    on: row.on_date,
    at: row.done_at.toISOString(),
    reason: row.reason,
    party: parties.find(({ id }) => id === row.party_id)?.name ?? null,
    from: row.from_standing as 'draft' | null,
    to: row.to_standing as 'draft',
  }));
}
