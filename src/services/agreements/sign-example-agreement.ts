import { updateAgreementPartyRow } from '#database/agreements/party-store.ts';
import { insertApproval, insertGate, insertSignature, insertText } from '#database/agreements/text-store.ts';
import type { Day } from '#domain/shared/dates.ts';
import { examplePage } from '#formats/documents/example-page.ts';
import { say } from '#words/index.ts';
import type { Context, Transaction } from '../context.ts';
import { keepFile } from '../files/keep-file.ts';
import { assembleContent, hashOf } from './assemble-content.ts';
import type { ExampleAct } from './example-acts.ts';
import type { ExampleStory } from './example-story.ts';

type Signed = { readonly hash: string; readonly on: Day };
type Sealing = Pick<ExampleStory, 'id' | 'territoryId' | 'names'> & {
  readonly agreement: Pick<ExampleStory['agreement'], 'key'>;
  readonly sealedOn: Day;
};

/** Keeps the text of an example as it was put to signature. */
export async function sealExample(tx: Transaction, { agreement, id, territoryId, names, sealedOn }: Sealing) {
  const content = await assembleContent(tx, id);
  const hash = hashOf(content);
  await insertText(tx, {
    id: names.idOf('agreement-text', agreement.key),
    agreement_id: id,
    territory_id: territoryId,
    number: 1,
    content: JSON.stringify(content),
    hash,
    sealed_at: new Date(`${sealedOn}T15:00:00Z`),
  });
  return { text_number: 1, text_hash: hash, verification_code: codeOf(id) };
}

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code that is the same wherever the example is loaded, with the letters of those that are made by chance. */
function codeOf(id: string): string {
  const signs = Array.from(id.replaceAll('-', ''), (digit) => letters[Number.parseInt(digit, 16)]);
  return ['EJEM', signs.slice(0, 4).join(''), signs.slice(4, 8).join('')].join('-');
}

/** What each party's own bodies said, and the legal report, before the text was put to signature. */
export async function approveExample(
  tx: Transaction,
  { agreement, id, territoryId, names, parties, dayOf }: ExampleStory,
  { hash, on }: Signed,
): Promise<void> {
  await insertGate(tx, {
    id: names.idOf('agreement-gate', agreement.key),
    agreement_id: id,
    territory_id: territoryId,
    kind: 'legal-report',
    body: parties[0]?.written.office ?? '',
    reference: agreement.number,
    on_date: dayOf(agreement.signed - 30),
    result: 'favourable',
  });
  for (const party of parties) {
    const { kind, body, reference } = party.written.approval;
    await insertApproval(tx, {
      id: names.idOf('agreement-approval', party.id),
      agreement_id: id,
      party_id: party.id,
      territory_id: territoryId,
      kind,
      body,
      reference,
      on_date: on,
      text_hash: hash,
    });
    await updateAgreementPartyRow(tx, { id: party.id, version: 1 }, { confirmed_hash: hash });
  }
}

type Signing = Pick<ExampleStory, 'id' | 'territoryId' | 'names' | 'parties'> & {
  readonly agreement: Pick<ExampleStory['agreement'], 'key' | 'method'>;
};

/** The signature of every party, and the acts that they lead to. */
export async function signExample(
  tx: Transaction,
  context: Context,
  story: Signing,
  { hash, on }: Signed,
): Promise<ExampleAct[]> {
  const { agreement, id, territoryId, names, parties } = story;
  for (const party of parties) {
    const signatureId = names.idOf('agreement-signature', `${agreement.key} ${party.id}`);
    const isInk = agreement.method === 'ink';
    await insertSignature(tx, {
      id: signatureId,
      agreement_id: id,
      text_id: names.idOf('agreement-text', agreement.key),
      party_id: party.id,
      territory_id: territoryId,
      signatory_office: party.written.office,
      method: agreement.method,
      hash,
      signed_on: on,
      file_id: isInk ? await keepScan(tx, context, story, signatureId) : null,
      confirmed_at: isInk ? new Date(`${on}T20:00:00Z`) : null,
    });
  }
  return [
    ...parties.map((party): ExampleAct => ({ act: 'signed-by-one', on, partyId: party.id })),
    { act: 'signed-by-all', on, isPublic: true },
    { act: 'entered-into-force', on, isPublic: true },
  ];
}

async function keepScan(
  tx: Transaction,
  context: Context,
  { agreement, id, territoryId, parties }: Signing,
  signatureId: string,
): Promise<string> {
  return keepFile(tx, context, {
    bytes: examplePage([say('es', 'documents.example-mark'), say('es', 'documents.example-note')]),
    mediaType: 'application/pdf',
    name: `ejemplo-${agreement.key}.pdf`,
    territoryId,
    agreementId: id,
    subjectKind: 'signature',
    subjectId: signatureId,
    visibility: 'parties',
    parties: parties.map(({ holderId }) => holderId),
    partyTerritories: parties.map((party) => party.territoryId),
  });
}
