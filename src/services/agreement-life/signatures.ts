import { lockAgreement } from '#database/agreements/life-commitments.ts';
import { updateAgreementPartyRow } from '#database/agreements/party-store.ts';
import type { AgreementPartyRow } from '#database/agreements/party-views.ts';
import { reachByRule } from '#database/agreements/rule-reach.ts';
import {
  findOffices,
  findSealedText,
  findSignatures,
  type SealedText,
  type SignatureRow,
} from '#database/agreements/text-store.ts';
import { findAgreement } from '#database/agreements/agreement-views.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { standingOn } from '#domain/agreements/lifecycle.ts';
import {
  isSignedByAll,
  officeToSign,
  partiesThatSigned,
  refuseMethod,
  refuseSecondSignature,
  type OfficeHeld,
  type SignatureMethod,
} from '#domain/agreements/signing.ts';
import type { AmendmentRule } from '#domain/agreements/vocabulary.ts';
import type { Context, Transaction } from '../context.ts';
import { contentOfAddendum } from './apply-addendum.ts';
import { followDates } from './follow-dates.ts';
import { findLife, move, type Life } from './open-life.ts';

/** How many have to sign: of an agreement everybody; of an addendum as many as its agreement asks for; errata everybody again. */
export function ruleOf({ agreement }: Life): AmendmentRule {
  const isShort = agreement.kind === 'addendum' && agreement.addendumKind !== 'errata';
  return isShort ? agreement.amendmentRule : 'unanimity';
}

/** A party without which it is never enough: the one that accedes. */
export function alwaysAsked({ agreement }: Life): string[] {
  const { accedes } = contentOfAddendum(agreement.addendumContent);
  return agreement.kind === 'addendum' && accedes !== null ? [accedes] : [];
}

/** The text that was put to signature. */
export async function getSealed(tx: Transaction, agreementId: string): Promise<SealedText> {
  const text = await findSealedText(tx, agreementId);
  if (!text) throw refuse('agreement-life.not-sealed');
  return text;
}

/**
 * The text that a party is about to sign, if it may: the very one that it was shown, by a way that suffices, once.
 * @throws Refusal
 */
export async function openToSign(
  tx: Transaction,
  life: Life,
  asked: { readonly party: AgreementPartyRow; readonly hash: string; readonly method: SignatureMethod },
): Promise<{ text: SealedText; signatures: SignatureRow[] }> {
  const { agreement, template, today } = life;
  if (agreement.textHash === null) throw refuse('agreement-life.not-sealed');
  if (agreement.standing !== 'ready-to-sign') throw refuse('agreement-life.not-as-it-stands');
  const text = await getSealed(tx, agreement.id);
  if (text.hash !== asked.hash || text.hash !== agreement.textHash)
    throw refuse('agreement-life.text-differs', { field: 'hash' });
  refuseMethod(template, asked.method);
  const signatures = await findSignatures(tx, text.id);
  refuseSecondSignature(signatures, asked.party.id);
  await refuseAfterEnd(tx, life, today);
  return { text, signatures };
}

// An addendum is signed while its agreement still runs; what ended before it was signed is not signed any more.
async function refuseAfterEnd(tx: Transaction, { agreement }: Life, today: string): Promise<void> {
  const bound =
    agreement.parentId === null || agreement.kind !== 'addendum'
      ? agreement
      : await findAgreement(tx, agreement.parentId);
  if (!bound) return;
  const isOver =
    bound === agreement
      ? bound.endsOn !== null && bound.endsOn < today
      : standingOn(bound, today) === 'expired';
  if (isOver) throw refuse('agreement-life.after-the-end', { values: { day: bound.endsOn ?? today } });
}

/**
 * The office in which somebody signs for a party on a day.
 * @throws Refusal `agreement-life.not-signatory`, `agreement-life.office-ended`
 */
export async function officeOf(
  tx: Transaction,
  personId: string,
  party: AgreementPartyRow,
  day: string,
): Promise<OfficeHeld> {
  const offices = await findOffices(tx, personId, { kind: party.kind, id: party.holderId });
  return officeToSign(offices, { isNamed: party.representativeId === personId, party: party.name }, day);
}

/**
 * What follows when a signature has come to count: the party has signed; when all have, the agreement is signed, and in
 * force where nothing else is waited for.
 */
export async function followSignature(
  tx: Transaction,
  context: Context,
  done: {
    readonly agreementId: string;
    readonly partyId: string;
    readonly operation: string;
    readonly on: string;
  },
): Promise<Life> {
  await reachByRule(tx);
  // Two who sign at once follow one another.
  await lockAgreement(tx, done.agreementId);
  let life = await findLife(tx, context, done.agreementId);
  const party = life.parties.find(({ id }) => id === done.partyId);
  if (party) await updateAgreementPartyRow(tx, party, { standing: 'signed' });
  life = await move(tx, context, life, {
    operation: done.operation,
    act: 'signed-by-one',
    on: done.on,
    partyId: done.partyId,
  });
  const text = await getSealed(tx, done.agreementId);
  const signatures = await findSignatures(tx, text.id);
  const all = { hash: text.hash, rule: ruleOf(life), always: alwaysAsked(life) };
  if (!isSignedByAll(life.parties, signatures, all)) return life;
  const good = partiesThatSigned(signatures, text.hash);
  const days = signatures
    .filter((one) => good.has(one.partyId) && !one.withdrawn)
    .map(({ signedOn }) => signedOn);
  const signedOn = days.reduce((latest, day) => (day > latest ? day : latest), done.on);
  life = await move(tx, context, life, {
    operation: done.operation,
    act: 'signed-by-all',
    on: signedOn,
    change: { signed_on: signedOn },
    isPublic: true,
  });
  return followDates(tx, context, life);
}
