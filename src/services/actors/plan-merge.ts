import type { InputOf } from '#contract/operation.ts';
import type { actorsOperations } from '#contract/actors/index.ts';
import { findLinks, findWithAccount } from '#database/actors/merge-views.ts';
import {
  countOrganisationConsequences,
  findOrganisation,
  findParents,
  type OrganisationRow,
} from '#database/actors/organisation-views.ts';
import { findPerson, type PersonRow } from '#database/actors/people-views.ts';
import { ancestorsOf } from '#domain/actors/ancestry.ts';
import {
  planMerge,
  type Link,
  type MergeConflict,
  type Mergeable,
  type MergePlan,
} from '#domain/actors/merge.ts';
import { permitMerge } from '#domain/actors/permissions.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context, Transaction } from '../context.ts';

export type MergeBody = InputOf<typeof actorsOperations.merge>['body'];

export type PreparedMerge = {
  readonly plan: MergePlan;
  readonly kept: {
    readonly id: string;
    readonly name: string;
    readonly territoryId: number;
    readonly organisationId: string | null;
  };
  readonly absorbed: { readonly id: string; readonly name: string; readonly territoryId: number };
};

/** Reads the two and all that points at them, and says what merging them would do. Changes nothing. */
export async function prepareMerge(
  tx: Transaction,
  context: Context,
  body: MergeBody,
): Promise<PreparedMerge> {
  return body.kind === 'organisation'
    ? prepareOrganisations(tx, context, body)
    : preparePeople(tx, context, body);
}

const asOrganisation = (row: OrganisationRow): Mergeable => ({
  id: row.id,
  country: row.country,
  name: row.name,
  standing: row.standing,
  version: row.version,
  fields: {
    name: row.name,
    short_name: row.short_name,
    kind: row.kind,
    sector: row.sector,
    level: row.level,
    mandate: row.mandate,
    website: row.website,
    valid_from: row.valid_from,
    valid_to: row.valid_to,
  },
});

async function prepareOrganisations(
  tx: Transaction,
  context: Context,
  body: MergeBody,
): Promise<PreparedMerge> {
  const kept = await findOrganisation(tx, body.keptId);
  const absorbed = await findOrganisation(tx, body.absorbedId);
  if (!kept) throw refuse('actors.organisation-not-found', { field: 'keptId' });
  if (!absorbed) throw refuse('actors.organisation-not-found', { field: 'absorbedId' });
  permitMerge(context.actor, { territoryId: kept.territory_id }, { territoryId: absorbed.territory_id });
  if (ancestorsOf(await findParents(tx, kept.country), kept.id).includes(absorbed.id)) {
    throw refuse('actors.merge-ancestor', { field: 'absorbedId' });
  }
  const stand = { territoryId: kept.territory_id, organisationId: kept.id };
  const links = {
    kept: await findLinks(tx, 'organisation', kept.id, stand),
    absorbed: (await findLinks(tx, 'organisation', absorbed.id, stand)).filter(
      (link) => !isBetween(link, kept.id),
    ),
  };
  await refuseUnseenPeople(tx, absorbed.id, links.absorbed);
  const plan = planMerge('organisation', asOrganisation(kept), asOrganisation(absorbed), links, body.take);
  return {
    plan: withFormerName(plan, kept, absorbed),
    kept: { id: kept.id, name: kept.name, territoryId: kept.territory_id, organisationId: kept.id },
    absorbed: { id: absorbed.id, name: absorbed.name, territoryId: absorbed.territory_id },
  };
}

// Nobody is left behind in an organisation that is no more: then somebody who sees all of its people has to merge.
async function refuseUnseenPeople(
  tx: Transaction,
  absorbedId: string,
  links: readonly Link[],
): Promise<void> {
  const consequences = await countOrganisationConsequences(tx, absorbedId);
  const seen = links.filter((link) => link.table === 'person').length;
  if ((consequences['people'] ?? 0) > seen) throw refuseShared('shared.forbidden');
}

// A succession between the two stays as it is: an organisation does not succeed itself.
function isBetween(link: Link, keptId: string): boolean {
  return link.table === 'organisation_succession' && Object.values(link.key).includes(keptId);
}

/** The name that is not kept goes on being found, as a former name of the one that is. */
function withFormerName(plan: MergePlan, kept: OrganisationRow, absorbed: OrganisationRow): MergePlan {
  const change = plan.changes.find(
    (one) => one.table === 'organisation' && one.key['id'] === kept.id && one.after?.['name'] !== undefined,
  );
  const lost = change ? kept : absorbed;
  const isKnown =
    lost.name === (change ? absorbed.name : kept.name) ||
    plan.changes.some((one) => one.table === 'organisation_name' && one.after?.['name'] === lost.name);
  if (isKnown) return plan;
  const row = {
    organisation_id: kept.id,
    name: lost.name,
    short_name: lost.short_name,
    territory_id: kept.territory_id,
    valid_from: null,
    valid_to: null,
    reason: null,
    source_id: null,
  };
  const key = { organisation_id: kept.id, name: lost.name };
  return {
    ...plan,
    changes: [...plan.changes, { table: 'organisation_name', key, before: null, after: row }],
  };
}

const asPerson = (row: PersonRow): Mergeable => ({
  id: row.id,
  country: row.country,
  name: row.name,
  standing: row.standing,
  version: row.version,
  fields: { name: row.name, organisation_id: row.organisation_id },
});

async function preparePeople(tx: Transaction, context: Context, body: MergeBody): Promise<PreparedMerge> {
  const kept = await findPerson(tx, body.keptId);
  const absorbed = await findPerson(tx, body.absorbedId);
  if (!kept) throw refuse('actors.person-not-found', { field: 'keptId' });
  if (!absorbed) throw refuse('actors.person-not-found', { field: 'absorbedId' });
  permitMerge(context.actor, { territoryId: kept.territory_id }, { territoryId: absorbed.territory_id });
  const stand = {
    territoryId: kept.territory_id,
    organisationId: kept.organisation_id ?? absorbed.organisation_id,
  };
  const links = {
    kept: await findLinks(tx, 'person', kept.id, stand),
    absorbed: await findLinks(tx, 'person', absorbed.id, stand),
  };
  const plan = planMerge('person', asPerson(kept), asPerson(absorbed), links, body.take);
  const accounts = await findWithAccount(tx, [kept.id, absorbed.id]);
  return {
    plan: { ...plan, conflicts: [...plan.conflicts, ...accountConflicts(accounts, kept, absorbed)] },
    kept: {
      id: kept.id,
      name: kept.name,
      territoryId: kept.territory_id,
      organisationId: kept.organisation_id,
    },
    absorbed: { id: absorbed.id, name: absorbed.name, territoryId: absorbed.territory_id },
  };
}

/** An account stays with its person: the one who has it is kept, and two are not made one. */
function accountConflicts(
  accounts: readonly string[],
  kept: PersonRow,
  absorbed: PersonRow,
): MergeConflict[] {
  if (!accounts.includes(absorbed.id)) return [];
  const code = accounts.includes(kept.id) ? 'two-accounts' : 'account-absorbed';
  return [{ code, blocks: true, kept: kept.name, absorbed: absorbed.name }];
}
