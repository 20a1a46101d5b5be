import type { Transaction } from '#database/connection.ts';
import { findNamesTaken } from '#database/access/account-store.ts';
import type { FoundPlace } from '#database/access/account-views.ts';
import {
  listAccountHolders,
  listOrganisationFacts,
  listPeopleWithoutAccount,
  listPlaceFacts,
} from '#database/access/invitation-facts.ts';
import type { Channel } from '#database/access/invitation-store.ts';
import { findPhonePrefix } from '#database/access/own-account-store.ts';
import { judgeInvitationRows, type InvitationRow, type JudgedRow } from '#domain/access/invitation-rows.ts';
import { readEmail, readPhone, suggestUsername } from '#domain/access/names-to-sign-in.ts';
import { mayDo, mayGrant } from '#domain/access/permissions.ts';
import { refuse } from '#domain/access/refusals.ts';
import { fold } from '#domain/shared/fold.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { readInvitationTable } from '#formats/access/invitation-table.ts';
import type { Context } from '../context.ts';
import { getPlace } from './place-role.ts';

export type ReadInvitations = {
  readonly place: FoundPlace;
  readonly judged: readonly JudgedRow[];
  readonly problems: readonly Problem[];
};

/** Reads a table of people to invite and judges every row, for the preview and again for the deed itself. */
export async function readInvitations(
  tx: Transaction,
  context: Context,
  input: { readonly bytes: Uint8Array; readonly country: string; readonly channel: Channel },
): Promise<ReadInvitations> {
  const place = await getPlace(tx, input.country, context.now);
  const table = await readInvitationTable(input.bytes);
  if (table.rows.length === 0) throw refuse('access.nothing-to-import', { problems: table.problems });
  const range = { low: place.territoryId, high: place.lastId };
  const phonePrefix = await findPhonePrefix(tx, place.territoryId);
  const holders = await listAccountHolders(tx, range);
  const people = await listPeopleWithoutAccount(tx, range);
  const { judged, problems } = judgeInvitationRows(table.rows, {
    places: await listPlaceFacts(tx, range),
    organisations: await listOrganisationFacts(tx, place.country),
    taken: await namesTaken(tx, table.rows, phonePrefix),
    holders: holders.map((holder) => ({ ...holder, name: fold(holder.name) })),
    people: people.map((person) => ({ ...person, name: fold(person.name) })),
    phonePrefix,
    mayGrant: (grant) => mayDo(context.actor, 'invite', grant) && mayGrant(context.actor, grant),
    needsEmail: input.channel === 'mail',
  });
  return { place, judged, problems: [...table.problems, ...problems] };
}

async function namesTaken(tx: Transaction, rows: readonly InvitationRow[], prefix: string | null) {
  // Usernames made from names may be taken as well, and so may the next ones.
  const made = rows.flatMap(({ name }) => {
    const stem = suggestUsername(name ?? '', new Set());
    return [stem, ...Array.from({ length: 50 }, (_, index) => `${stem}${index + 2}`)];
  });
  return findNamesTaken(tx, {
    usernames: [
      ...new Set([...made, ...present(rows.map(({ username }) => username?.toLowerCase() ?? null))]),
    ],
    phones: present(rows.map(({ phone }) => (phone === null ? null : readPhone(phone, prefix)))),
    emails: present(rows.map(({ email }) => (email === null ? null : readEmail(email)))),
  });
}

function present<Value>(values: readonly (Value | null)[]): Value[] {
  return values.filter((value) => value !== null);
}
