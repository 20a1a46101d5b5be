import { findAgreementActs } from '#database/agreements/agreement-views.ts';
import { insertSignature } from '#database/agreements/text-store.ts';
import type { AgreementPartyRow } from '#database/agreements/party-views.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { keepFile } from '../files/keep-file.ts';
import type { Scan } from '../files/read-scan.ts';
import { newId } from '../new-id.ts';
import { openLife, partyAt, type Life } from './open-life.ts';
import { officeOf, openToSign } from './signatures.ts';

/** What is said of a signature that was given outside the application. */
export type SignedElsewhere = {
  readonly agreementId: string;
  readonly partyId: string;
  readonly office: string;
  readonly signatoryId?: string | undefined;
  readonly signedOn: string;
  readonly place?: string | undefined;
  readonly hash: string;
  readonly fileName: string;
};

/** What was found in the file. */
type FoundElsewhere = {
  readonly scan: Scan;
  readonly method: 'ink' | 'external-pdf';
  readonly operation: string;
  readonly check?: unknown;
};

/** Registers a signature given on paper or elsewhere, with its file; it counts when a second person has confirmed it. */
export async function registerSignature(
  tx: Transaction,
  context: Context,
  given: SignedElsewhere,
  found: FoundElsewhere,
): Promise<{ id: string }> {
  const life = await openLife(tx, context, { id: given.agreementId }, { asParty: given.partyId });
  const party = partyAt(life, given.partyId, 'partyId');
  const { text } = await openToSign(tx, life, { party, hash: given.hash, method: found.method });
  await refuseDay(tx, life, given.signedOn);
  const signatoryId = given.signatoryId ?? party.representativeId;
  if (signatoryId !== null) await officeOf(tx, signatoryId, party, given.signedOn);
  return keepSignature(tx, context, { life, party, given, found, signatoryId, textId: text.id });
}

type Keeping = {
  readonly life: Life;
  readonly party: AgreementPartyRow;
  readonly given: SignedElsewhere;
  readonly found: FoundElsewhere;
  readonly signatoryId: string | null;
  readonly textId: string;
};

async function keepSignature(
  tx: Transaction,
  context: Context,
  { life, party, given, found, signatoryId, textId }: Keeping,
): Promise<{ id: string }> {
  const id = newId();
  const { agreement } = life;
  const fileId = await keepFile(tx, context, {
    ...found.scan,
    name: given.fileName,
    territoryId: agreement.territoryId,
    agreementId: agreement.id,
    subjectKind: 'signature',
    subjectId: id,
    visibility: 'parties',
    parties: agreement.parties,
    partyTerritories: agreement.partyTerritories,
  });
  await insertSignature(tx, {
    id,
    agreement_id: agreement.id,
    text_id: textId,
    party_id: party.id,
    territory_id: agreement.territoryId,
    signatory_id: signatoryId,
    signatory_office: given.office,
    method: found.method,
    hash: given.hash,
    signed_on: given.signedOn,
    place: given.place ?? null,
    account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
    file_id: fileId,
    check_result: found.check === undefined ? null : JSON.stringify(found.check),
  });
  await record(tx, context, {
    operation: found.operation,
    subjectKind: 'agreement',
    subjectId: agreement.id,
    territoryId: agreement.territoryId,
    organisationId: null,
    before: null,
    after: { party: party.id, office: given.office, method: found.method, on: given.signedOn },
  });
  return { id };
}

/** Nobody signs a text before it is put to signature, nor tomorrow. */
async function refuseDay(tx: Transaction, { agreement, today }: Life, day: string): Promise<void> {
  const sealed = (await findAgreementActs(tx, agreement.id)).findLast(({ act }) => act === 'sealed');
  const code =
    day > today
      ? 'agreement-life.day-to-come'
      : sealed && day < sealed.on_date
        ? 'agreement-life.day-before-text'
        : null;
  if (code !== null) throw refuse('agreement-life.incomplete', { problems: [{ code, field: 'signedOn' }] });
}
