import {
  insertAgreement,
  insertAgreementActs,
  updateAgreementRow,
} from '#database/agreements/agreement-store.ts';
import { insertAgreementParties } from '#database/agreements/party-store.ts';
import type { AddendumContent } from '#domain/agreements/addendum.ts';
import type { ExampleExtension } from '#formats/agreements/read-example-agreements.ts';
import type { Context, Transaction } from '../context.ts';
import { exampleActs } from './example-acts.ts';
import type { ExampleStory } from './example-story.ts';
import { makeAgreementFindable } from './move-agreement.ts';
import { findOpenAgreement } from './open-agreement.ts';
import { sealExample, signExample } from './sign-example-agreement.ts';

/** Puts in the addendum that extended an agreement of the example, and what it did to it. */
export async function extendExampleAgreement(
  tx: Transaction,
  context: Context,
  parent: ExampleStory,
  extension: ExampleExtension,
): Promise<void> {
  const { names, dayOf, template, territoryId } = parent;
  const id = names.idOf('agreement', extension.key);
  const parties = parent.parties.map((party) => ({
    ...party,
    id: names.idOf('agreement-party', `${extension.key} ${party.written.organisation}`),
  }));
  const agreement = { key: extension.key, method: parent.agreement.method };
  const story = { ...parent, id, parties, agreement };
  await insertAddendum(tx, parent, extension, story);
  const sealed = await sealExample(tx, { ...story, sealedOn: dayOf(extension.signed - 4) });
  const on = dayOf(extension.signed);
  const signed = await signExample(tx, context, story, { hash: sealed.text_hash, on });
  const acts = exampleActs({ agreementId: id, territoryId }, [
    { act: 'drafted', on: dayOf(extension.signed - 30) },
    { act: 'opened-negotiation', on: dayOf(extension.signed - 30) },
    { act: 'confirmed-by-all', on: dayOf(extension.signed - 8) },
    { act: 'sealed', on: dayOf(extension.signed - 4), details: { hash: sealed.text_hash } },
    ...signed,
  ]);
  await insertAgreementActs(tx, acts);
  const inForce = { standing: 'in-force', standing_on: on, signed_on: on, effective_on: on };
  await updateAgreementRow(
    tx,
    { id, version: 1 },
    { ...sealed, ...inForce, is_public: template.publicity.isPublic },
  );
  await makeAgreementFindable(tx, (await findOpenAgreement(tx, id)).agreement);
  await extend(tx, parent, extension);
}

/** What the addendum did to the agreement that it hangs on. */
async function extend(tx: Transaction, parent: ExampleStory, extension: ExampleExtension): Promise<void> {
  const { id, territoryId, names, dayOf } = parent;
  const details = {
    addendumId: names.idOf('agreement', extension.key),
    title: extension.title,
    newEndsOn: dayOf(extension.ends),
  };
  const { signed, reason } = extension;
  const act = { act: 'extended', on: dayOf(signed), reason, isPublic: true, details } as const;
  await insertAgreementActs(tx, exampleActs({ agreementId: id, territoryId }, [act], 'in-force'));
  await updateAgreementRow(tx, { id, version: 2 }, { ends_on: dayOf(extension.ends) });
}

async function insertAddendum(
  tx: Transaction,
  parent: ExampleStory,
  extension: ExampleExtension,
  { id, parties }: Pick<ExampleStory, 'id' | 'parties'>,
): Promise<void> {
  const { template, names, dayOf, territoryId } = parent;
  const content: AddendumContent = {
    reason: extension.reason,
    newEndsOn: dayOf(extension.ends),
    changes: [],
    reschedulings: [],
    accedes: null,
  };
  await insertAgreement(tx, {
    id,
    country: names.country,
    territory_id: territoryId,
    template_id: template.id,
    template_number: template.number,
    parent_id: parent.id,
    kind: 'addendum',
    addendum_kind: 'extension',
    addendum_content: JSON.stringify(content),
    title: extension.title,
    object: extension.reason,
    no_need_reason: extension.reason,
    standing: 'negotiation',
    standing_on: dayOf(extension.signed - 30),
    effective_rule: template.effectiveRule,
    amendment_rule: template.amendmentRule,
    parties: parties.map(({ holderId }) => holderId),
    party_territories: parties.map((party) => party.territoryId),
    example: true,
  });
  await insertAgreementParties(
    tx,
    parties.map((party, position) => ({
      id: party.id,
      agreement_id: id,
      territory_id: party.territoryId,
      organisation_id: party.holderId,
      role: party.written.role,
      representative_office: party.written.office,
      standing: 'signed',
      joined_on: dayOf(extension.signed),
      position,
    })),
  );
}
