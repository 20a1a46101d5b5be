import { smallTemplate } from './agreement-template.ts';
import { newId } from '#services/new-id.ts';
import type { World } from './access-world.ts';

/** Where things are written: a database, and its territories by their code. */
type Ground = Pick<World, 'database' | 'territory'>;

/** A commitment as a test needs it: one due date, owed by one organisation to another. */
export type Given = {
  readonly what?: string;
  readonly code?: string;
  readonly obligor: string;
  readonly beneficiary: string;
  readonly dueOn: string;
  readonly standing?: string;
  readonly deliveredOn?: string | null;
  readonly verifyBy?: string | null;
  readonly firstReview?: string | null;
  readonly weight?: number;
  readonly quality?: number;
  readonly isPublic?: boolean;
  readonly isProposed?: boolean;
  readonly isPaused?: boolean;
  readonly agreementId?: string;
  readonly needs?: readonly string[];
};

/** Writes commitments straight into the database, as if all that led to them had been done. */
export async function makeCommitment(
  world: Ground,
  given: Given,
): Promise<{ id: string; instanceId: string }> {
  const { owner } = world.database;
  const id = newId();
  const instanceId = newId();
  const territory = await world.territory(given.code ?? '0101');
  const parties = [given.obligor, given.beneficiary];
  const homes = await owner
    .selectFrom('organisation')
    .select(['id', 'territory_id'])
    .where('id', 'in', parties)
    .execute();
  const homeOf = (party: string) => homes.find((home) => home.id === party)?.territory_id ?? territory;
  await owner
    .insertInto('commitment')
    .values({
      id,
      country: 'XA',
      territory_id: territory,
      agreement_id: given.agreementId ?? null,
      what: given.what ?? 'Instalar veinte luminarias',
      obligor_organisation_id: given.obligor,
      beneficiary_organisation_id: given.beneficiary,
      verifier_organisation_id: given.beneficiary,
      proof: 'Acta de recepción',
      due_on: given.dueOn,
      weight: given.weight ?? 1,
      quality: given.quality ?? 5,
      standing: given.isProposed ? 'proposed' : 'agreed',
      is_public: given.isPublic ?? false,
      parties,
      party_territories: parties.map(homeOf),
      obliged: [given.obligor],
    })
    .execute();
  await owner
    .insertInto('commitment_instance')
    .values({
      id: instanceId,
      commitment_id: id,
      territory_id: territory,
      sequence: 1,
      due_on: given.dueOn,
      first_due_on: given.dueOn,
      standing: given.standing ?? 'not-started',
      delivered_on: given.deliveredOn ?? null,
      verify_by: given.verifyBy ?? null,
      first_review: given.firstReview ?? null,
      paused_from: given.isPaused ? given.dueOn : null,
    })
    .execute();
  for (const prerequisite of given.needs ?? [])
    await owner
      .insertInto('commitment_dependency')
      .values({ commitment_id: id, prerequisite_id: prerequisite, territory_id: territory })
      .execute();
  return { id, instanceId };
}

/** An agreement in force between two organisations. */
export async function makeAgreement(
  world: Ground,
  given: { readonly code?: string; readonly parties: readonly string[]; readonly isPublic?: boolean },
): Promise<string> {
  const { owner } = world.database;
  const id = newId();
  const territory = await world.territory(given.code ?? '0101');
  await owner
    .insertInto('agreement_template')
    .values({
      id: 'prueba',
      instrument_country: 'XA',
      kind: 'specific',
      is_engine: true,
      number: 1,
      content: JSON.stringify({ ...smallTemplate, id: 'prueba' }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await owner
    .insertInto('agreement')
    .values({
      id,
      country: 'XA',
      territory_id: territory,
      template_id: 'prueba',
      template_number: 1,
      kind: 'specific',
      title: 'Convenio de prueba',
      standing: 'in-force',
      effective_on: '2026-01-01',
      ends_on: '2027-12-31',
      is_public: given.isPublic ?? false,
      parties: [...given.parties],
      party_territories: given.parties.map(() => territory),
    })
    .execute();
  await owner
    .insertInto('agreement_territory')
    .values({ agreement_id: id, place_id: territory, territory_id: territory })
    .execute();
  return id;
}
