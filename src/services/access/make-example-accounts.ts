import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inScope, type Transaction } from '#database/connection.ts';
import {
  accountsThere,
  findOrganisationOf,
  findTerritoryOf,
  insertExampleAccount,
  insertExampleRole,
  rolesThere,
} from '#database/access/example-account-store.ts';
import { refuse } from '#domain/access/refusals.ts';
import { readExampleAccounts, type ExampleAccount } from '#formats/access/example-accounts.ts';
import { recordAll, type Deed } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { hashPassword } from './secrets.ts';

type Listed = ExampleAccount & { readonly country: string };
type Packs = { readonly folder: string; readonly countries: readonly string[] };
/** The id that a thing of the example always has. */
type IdOf = (country: string, kind: string, key: string) => string;

/** The example accounts of the packs, in the order in which they are told. */
export async function listExampleAccounts({ folder, countries }: Packs): Promise<Listed[]> {
  const lists = await Promise.all(
    countries.map(async (country) => {
      const text = await readFile(join(folder, country, 'example', 'accounts.csv'), 'utf8').catch(() => '');
      return readExampleAccounts(text).map((account) => ({ ...account, country }));
    }),
  );
  return lists.flat();
}

/** Makes the accounts of the demonstration that are not there yet. What people changed since is left alone. */
export async function makeExampleAccounts(
  context: Context,
  input: Packs & { readonly idOf: IdOf },
): Promise<void> {
  if (context.installation.mode !== 'demo') throw refuse('access.example-only-in-demo');
  const listed = await listExampleAccounts(input);
  if (listed.length === 0) return;
  await inScope(context.database, context.actor.scope, async (tx) => {
    const identified = listed.map((account) => ({
      ...account,
      accountId: input.idOf('*', 'account', account.username),
      roleId: input.idOf(account.country, 'role', `${account.username} ${account.role}`),
    }));
    const there = await accountsThere(
      tx,
      identified.map(({ accountId }) => accountId),
    );
    const held = await rolesThere(
      tx,
      identified.map(({ roleId }) => roleId),
    );
    const deeds: Deed[] = [];
    const made = new Set(there);
    // A row without a password is a further role of an account that another row makes, perhaps of another country.
    for (const account of identified.toSorted((one, other) => rank(one) - rank(other))) {
      const place = await placeOf(tx, account);
      if (account.password !== '' && !there.has(account.accountId)) {
        await insertOne(tx, context, account, place, input.idOf);
        deeds.push(deedOf(account, place));
        made.add(account.accountId);
      }
      // Where the country that makes the account was not loaded, there is nobody to give the role to.
      if (made.has(account.accountId) && !held.has(account.roleId))
        await insertRoleOf(tx, context, account, place, input.idOf);
    }
    await recordAll(tx, context, deeds);
  });
}

function rank(account: Listed): number {
  return account.password === '' ? 1 : 0;
}

type Identified = Listed & { readonly accountId: string; readonly roleId: string };
type Place = { readonly territoryId: number; readonly organisationId: string | null };

async function placeOf(tx: Transaction, account: Listed): Promise<Place> {
  const territoryId = await findTerritoryOf(tx, account.country, account.territory);
  if (territoryId === undefined)
    throw new Error(`example account ${account.username}: no territory ${account.territory}`);
  if (account.organisation === '') return { territoryId, organisationId: null };
  const organisationId = await findOrganisationOf(tx, account.country, account.organisation);
  if (organisationId === undefined)
    throw new Error(`example account ${account.username}: no organisation ${account.organisation}`);
  return { territoryId, organisationId };
}

async function insertOne(
  tx: Transaction,
  context: Context,
  account: Identified,
  place: Place,
  idOf: IdOf,
): Promise<void> {
  await insertExampleAccount(tx, {
    id: account.accountId,
    personId: idOf(account.country, 'person', account.person),
    username: account.username,
    phone: null,
    email: null,
    ...place,
    language: 'es',
    createdBy: null,
    now: context.now,
    passwordHash: await hashPassword(account.password),
  });
}

async function insertRoleOf(
  tx: Transaction,
  context: Context,
  account: Identified,
  place: Place,
  idOf: IdOf,
): Promise<void> {
  await insertExampleRole(tx, {
    id: account.roleId,
    accountId: account.accountId,
    role: account.role,
    ...place,
    structureId: account.structure === '' ? null : idOf(account.country, 'structure', account.structure),
    validFrom: await todayOf(tx, context, place.territoryId),
    validTo: null,
    grantedBy: null,
    now: context.now,
  });
}

function deedOf(account: Identified, place: Place): Deed {
  return {
    operation: 'makeExampleAccounts',
    subjectKind: 'account',
    subjectId: account.accountId,
    ...place,
    before: null,
    after: { username: account.username, role: account.role, example: true },
  };
}
