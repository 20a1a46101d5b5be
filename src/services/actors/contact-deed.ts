import { findContact } from '#database/actors/people-views.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { openOrganisation } from './organisation-deed.ts';
import { openPerson } from './person-deed.ts';

export type ContactOwner = {
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly territoryId: number;
  /** The organisation whose own people may see it. */
  readonly ofOrganisationId: string | null;
};

/** Whose contact it is or will be, if the caller may change them. */
export async function openContactOwner(
  tx: Transaction,
  context: Context,
  owner: { readonly personId: string | null; readonly organisationId: string | null },
): Promise<ContactOwner> {
  if (owner.personId !== null) {
    const person = await openPerson(tx, context, { id: owner.personId });
    const ofOrganisationId = person.organisation_id;
    return { personId: person.id, organisationId: null, territoryId: person.territory_id, ofOrganisationId };
  }
  const organisation = await openOrganisation(tx, context, { id: owner.organisationId ?? '' });
  const { id, territory_id } = organisation;
  return { personId: null, organisationId: id, territoryId: territory_id, ofOrganisationId: null };
}

/** Reads a contact for a change, with whose it is. */
export async function openContact(tx: Transaction, context: Context, id: string) {
  const row = await findContact(tx, id);
  if (!row) throw refuse('actors.contact-not-found');
  const owner = await openContactOwner(tx, context, {
    personId: row.person_id,
    organisationId: row.organisation_id,
  });
  return { row, owner };
}

type Told = {
  readonly channel: string;
  readonly value: string;
  readonly label: string | null;
  readonly visibility: string;
};

/** Writes down a change of a contact: a person's under the person's key, an organisation's in the open. */
export async function recordContact(
  tx: Transaction,
  context: Context,
  operation: string,
  deed: {
    readonly id: string;
    readonly owner: ContactOwner;
    readonly before: Told | null;
    readonly after: Told | null;
  },
): Promise<void> {
  const { owner } = deed;
  const told = (contact: Told | null) =>
    contact && {
      channel: contact.channel,
      value: contact.value,
      label: contact.label,
      visibility: contact.visibility,
    };
  await record(tx, context, {
    operation,
    subjectKind: 'contact',
    subjectId: deed.id,
    territoryId: owner.territoryId,
    organisationId: owner.organisationId ?? owner.ofOrganisationId,
    before: told(deed.before),
    after: told(deed.after),
    ...(owner.personId === null
      ? { freeText: ['value', 'label'] }
      : { personal: ['value', 'label'], personId: owner.personId }),
  });
}
