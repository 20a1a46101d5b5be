import { isWithin, type Day } from '#domain/shared/dates.ts';
import { refuse } from './life-refusals.ts';
import { isEnough, type LifeParty } from './life-parties.ts';
import type { AgreementTemplate } from './template-schema.ts';
import type { AmendmentRule } from './vocabulary.ts';

/** How a party signs. Words: `agreement-life.method.<method>`. */
export const signatureMethods = ['application', 'ink', 'external-pdf'] as const;
export type SignatureMethod = (typeof signatureMethods)[number];

/** An office of a party that somebody holds or held. */
export type OfficeHeld = {
  /** A head signs for the party by office; who holds another must be named in the agreement. */
  readonly isHead: boolean;
  readonly title: string;
  readonly from: Day;
  readonly to: Day | null;
};

/**
 * The office in which somebody signs for a party on a day: its head, or whoever the agreement names, while the office lasts.
 * @throws Refusal `agreement-life.not-signatory`, `agreement-life.office-ended`
 */
export function officeToSign(
  offices: readonly OfficeHeld[],
  signatory: { readonly isNamed: boolean; readonly party: string },
  day: Day,
): OfficeHeld {
  const entitled = offices.filter(({ isHead }) => isHead || signatory.isNamed);
  const held = entitled.filter(({ from, to }) => isWithin({ from, to }, day));
  const [best] = held.toSorted((one, other) => Number(other.isHead) - Number(one.isHead));
  if (best) return best;
  const ended = entitled
    .filter(({ to }) => to !== null && to <= day)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (ended?.to) {
    throw refuse('agreement-life.office-ended', { values: { office: ended.title, day: ended.to } });
  }
  throw refuse('agreement-life.not-signatory', { values: { party: signatory.party } });
}

/** Throws unless the template says that a method suffices. */
export function refuseMethod(template: Pick<AgreementTemplate, 'signature'>, method: SignatureMethod): void {
  if (!template.signature.methods.includes(method))
    throw refuse('agreement-life.method-not-sufficient', { field: 'method' });
}

/** A signature as it counts. */
export type SignatureGiven = {
  readonly partyId: string;
  readonly hash: string;
  readonly method: SignatureMethod;
  readonly confirmed: boolean;
  readonly withdrawn: boolean;
};

/** What was done on paper or elsewhere counts when a second person has compared it with the text. */
export function isSignatureGood(signature: SignatureGiven): boolean {
  return !signature.withdrawn && (signature.method === 'application' || signature.confirmed);
}

/** The parties whose good signature of this very text is there. */
export function partiesThatSigned(signatures: readonly SignatureGiven[], hash: string): Set<string> {
  return new Set(
    signatures.filter((one) => one.hash === hash && isSignatureGood(one)).map(({ partyId }) => partyId),
  );
}

/** Whether everybody who has to has signed the same text. */
export function isSignedByAll(
  parties: readonly LifeParty[],
  signatures: readonly SignatureGiven[],
  text: { readonly hash: string; readonly rule: AmendmentRule; readonly always: readonly string[] },
): boolean {
  return isEnough(parties, partiesThatSigned(signatures, text.hash), text.rule, text.always);
}

/** Throws where a party has signed already, or something of it waits for its second person. */
export function refuseSecondSignature(signatures: readonly SignatureGiven[], partyId: string): void {
  if (signatures.some((one) => one.partyId === partyId && !one.withdrawn))
    throw refuse('agreement-life.already-signed');
}

/**
 * The second person is not the one who registered, and comes from another side: acts for another party, or oversees.
 * @throws Refusal `agreement-life.same-person`, `agreement-life.same-party`
 */
export function refuseConfirmation(asked: {
  readonly registeredBy: string | null;
  readonly accountId: string;
  readonly actsForAnother: boolean;
  readonly oversees: boolean;
}): void {
  if (asked.registeredBy === asked.accountId) throw refuse('agreement-life.same-person');
  if (!asked.actsForAnother && !asked.oversees) throw refuse('agreement-life.same-party');
}
