import type { Transaction } from '#database/connection.ts';

export type Contact = {
  readonly channel: 'phone' | 'mobile' | 'email';
  readonly value: string;
  readonly visibility: 'territory' | 'network' | 'public';
};

/** How somebody can be reached, as far as the caller may know. */
export async function listContacts(tx: Transaction, personId: string): Promise<Contact[]> {
  const rows = await tx
    .selectFrom('contact_point')
    .select(['channel', 'value', 'visibility'])
    .where('person_id', '=', personId)
    .where('channel', 'in', ['phone', 'mobile', 'email'])
    .orderBy('id')
    .execute();
  return rows as Contact[];
}

/** Puts these contacts in the place of the person's earlier phones and addresses. */
export async function replaceContacts(
  tx: Transaction,
  person: { readonly id: string; readonly territoryId: number; readonly organisationId: string | null },
  contacts: readonly (Contact & { readonly id: string })[],
): Promise<void> {
  await tx
    .deleteFrom('contact_point')
    .where('person_id', '=', person.id)
    .where('channel', 'in', ['phone', 'mobile', 'email'])
    .execute();
  if (contacts.length === 0) return;
  await tx
    .insertInto('contact_point')
    .values(
      contacts.map((contact) => ({
        ...contact,
        person_id: person.id,
        territory_id: person.territoryId,
        of_organisation_id: person.organisationId,
      })),
    )
    .execute();
}
