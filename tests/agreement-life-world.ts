import { inScope } from '#database/connection.ts';
import { installationScope } from '#domain/access/scope.ts';
import type { AgreementTemplate } from '#domain/agreements/template-schema.ts';
import { loadInstruments } from '#services/agreements/load-instruments.ts';
import { assembleContent, hashOf } from '#services/agreements/assemble-content.ts';
import { newId } from '#services/new-id.ts';
import { makeWorld, password, type Holder, type World } from './access-world.ts';
import type { Answer } from './server.ts';

/** An agreement that is ready to be signed, and the rows of its parties. */
export type Ready = { readonly id: string; readonly parties: readonly string[] };

export type LifeWorld = World & {
  readonly ministryId: string;
  readonly municipalityId: string;
  readonly foundationId: string;
  /** Coordinates the country and oversees. */
  readonly centre: Holder;
  /** Speaks for the ministry, and heads it. */
  readonly minister: Holder;
  /** Heads the municipality and holds no role that acts for it. */
  readonly mayor: Holder;
  /** Acts for the municipality. */
  readonly officer: Holder;
  /** Acts for the foundation, which is nobody's party at first. */
  readonly foundation: Holder;
  readonly stranger: Holder;
  /** An agreement made from a template, as the parties have confirmed and approved it. */
  ready(templateId: string, more?: ReadyOptions): Promise<Ready>;
  version(id: string): Promise<number>;
  /** Does a versioned deed to the agreement as it stands. */
  act(who: Holder, id: string, deed: string, body?: object): Promise<Answer>;
  life(id: string, who?: Holder): Promise<Answer['body']>;
  seal(id: string): Promise<{ hash: string; code: string }>;
  sign(who: Holder, id: string, partyId: string, hash: string): Promise<Answer>;
  /** Sealed and signed by both heads in the application. */
  signed(templateId: string, more?: ReadyOptions): Promise<Ready & { hash: string; code: string }>;
  /** A commitment of the municipality under an agreement. */
  commitment(
    agreementId: string,
    more?: { dueOn?: string; cash?: string },
  ): Promise<{ id: string; instanceId: string }>;
  /** Moves the clock to the middle of a day. */
  on(day: string): Promise<void>;
};

type ReadyOptions = {
  readonly endsOn?: string | null;
  readonly renewsTacitly?: boolean;
  readonly third?: boolean;
  readonly effectiveRule?: string;
};

/** The API with two parties, those who sign and act for them, and the instruments of all countries. */
export async function makeLifeWorld(templates: readonly AgreementTemplate[] = []): Promise<LifeWorld> {
  const world = await makeWorld();
  const { owner } = world.database;
  await loadInstruments(world.context, { folder: 'packs/instruments' });
  for (const template of templates) {
    const row = {
      id: template.id,
      instrument_country: template.instrumentCountry,
      kind: template.kind,
      is_engine: true,
      number: 1,
      content: JSON.stringify(template),
    };
    await owner.insertInto('agreement_template').values(row).execute();
  }
  const ministryId = await world.organisation('Ministerio de ejemplo', 'XA');
  const municipalityId = await world.organisation('Comuna de ejemplo', '0101');
  const foundationId = await world.organisation('Fundación de ejemplo', '0101');
  const people = await makePeople(world, { ministryId, municipalityId, foundationId });
  await post(world, people.minister.personId, ministryId, { title: 'Ministra o ministro (ejemplo)' });
  await post(world, people.mayor.personId, municipalityId, { title: 'Alcaldía (ejemplo)' });
  const version = async (id: string) => {
    const row = await owner
      .selectFrom('agreement')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return row.version;
  };
  const life: LifeWorld = {
    ...world,
    ministryId,
    municipalityId,
    foundationId,
    ...people,
    version,
    async on(day) {
      const now = new Date(`${day}T15:00:00Z`);
      world.clock.now = now;
      // Everybody is still signed in on that day.
      const expires = new Date(now.getTime() + 86_400_000);
      const alive = {
        created_at: now,
        last_seen_at: now,
        rotated_at: now,
        confirmed_at: now,
        expires_at: expires,
      };
      await owner.updateTable('session').set(alive).execute();
    },
    ready: (templateId, more = {}) =>
      makeReady(world, templateId, {
        ...more,
        holders: [ministryId, municipalityId, ...(more.third ? [foundationId] : [])],
      }),
    async act(who, id, deed, body = {}) {
      return who.call('POST', `/api/agreements/${id}/${deed}`, { version: await version(id), body });
    },
    life: async (id, who = people.centre) => (await who.call('GET', `/api/agreements/${id}/life`)).body,
    async seal(id) {
      const sealed = await life.act(people.officer, id, 'seal');
      if (sealed.status !== 200) throw new Error(`seal: ${sealed.text}`);
      const { textHash, verificationCode } = await life.life(id);
      return { hash: textHash, code: verificationCode };
    },
    sign: (who, id, partyId, hash) =>
      who.call('POST', `/api/agreements/${id}/signatures`, { body: { partyId, hash, password } }),
    async signed(templateId, more) {
      const ready = await life.ready(templateId, more);
      const sealed = await life.seal(ready.id);
      const [first = '', second = ''] = ready.parties;
      for (const [who, party] of [
        [people.minister, first],
        [people.mayor, second],
      ] as const) {
        const answer = await life.sign(who, ready.id, party, sealed.hash);
        if (answer.status !== 201) throw new Error(`sign: ${answer.text}`);
      }
      return { ...ready, ...sealed };
    },
    commitment: (agreementId, more = {}) => makeCommitment(life, agreementId, more),
  };
  return life;
}

async function makePeople(
  world: World,
  ids: { ministryId: string; municipalityId: string; foundationId: string },
) {
  return {
    centre: await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]),
    minister: await world.holder('ministra', [
      { role: 'institutional-coordinator', code: 'XA', organisationId: ids.ministryId },
    ]),
    mayor: await world.holder('alcaldia', [
      { role: 'member', code: '0101', organisationId: ids.municipalityId },
    ]),
    officer: await world.holder('oficial', [
      { role: 'institutional-focal-point', code: 'XA', organisationId: ids.municipalityId },
    ]),
    foundation: await world.holder('fundacion', [
      { role: 'institutional-focal-point', code: 'XA', organisationId: ids.foundationId },
    ]),
    stranger: await world.holder('vecina', [{ role: 'municipal-coordinator', code: '0201' }]),
  };
}

/** Gives somebody an office. */
export async function post(
  world: Pick<World, 'database'>,
  personId: string,
  organisationId: string,
  office: { title: string; kind?: string; from?: string; to?: string | null },
): Promise<void> {
  const { owner } = world.database;
  const { territory_id: territoryId } = await owner
    .selectFrom('organisation')
    .select('territory_id')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow();
  const row = {
    id: newId(),
    organisation_id: organisationId,
    person_id: personId,
    territory_id: territoryId,
    kind: office.kind ?? 'head',
    title: office.title,
    valid_from: office.from ?? '2025-01-01',
    valid_to: office.to ?? null,
  };
  await owner.insertInto('post').values(row).execute();
}

type Ground = Pick<World, 'database' | 'territory'>;

export async function makeReady(
  world: Ground,
  templateId: string,
  options: ReadyOptions & { holders: readonly string[] },
): Promise<Ready> {
  const { owner } = world.database;
  const template = await owner
    .selectFrom('agreement_template')
    .selectAll()
    .where('id', '=', templateId)
    .executeTakeFirstOrThrow();
  const content = template.content as unknown as AgreementTemplate;
  const id = newId();
  const territoryId = await world.territory('XA');
  const partyTerritories = await Promise.all(
    options.holders.map(async (holder) => {
      const row = await owner
        .selectFrom('organisation')
        .select('territory_id')
        .where('id', '=', holder)
        .executeTakeFirstOrThrow();
      return row.territory_id;
    }),
  );
  const row = {
    id,
    country: 'XA',
    territory_id: territoryId,
    template_id: templateId,
    template_number: template.number,
    kind: 'specific',
    title: 'Convenio de prevención (ejemplo)',
    object: 'Prevenir la violencia juvenil',
    standing: 'ready-to-sign',
    effective_rule: options.effectiveRule ?? content.effectiveRule,
    amendment_rule: content.amendmentRule,
    ends_on: options.endsOn === undefined ? '2027-12-31' : options.endsOn,
    renews_tacitly: options.renewsTacitly ?? false,
    no_need_reason: 'En estudio',
    parties: [...options.holders],
    party_territories: partyTerritories,
  };
  await owner.insertInto('agreement').values(row).execute();
  const parties = options.holders.map((holder, position) => ({
    id: newId(),
    agreement_id: id,
    territory_id: partyTerritories[position] ?? territoryId,
    organisation_id: holder,
    role: position === 0 ? 'lead' : 'obligor',
    standing: 'approved',
    position,
  }));
  await owner.insertInto('agreement_party').values(parties).execute();
  const clause = { agreement_id: id, territory_id: territoryId };
  await owner
    .insertInto('agreement_clause')
    .values([
      {
        ...clause,
        id: newId(),
        type: 'object',
        position: 0,
        title: 'Objeto',
        body: 'Prevenir la violencia juvenil.',
      },
      {
        ...clause,
        id: newId(),
        type: 'term',
        position: 1,
        title: 'Vigencia',
        body: 'Rige hasta su último día.',
      },
    ])
    .execute();
  await confirmAll(world, id);
  return { id, parties: parties.map((party) => party.id) };
}

/** Confirms the text as it stands, for every party. */
export async function confirmAll(world: Pick<World, 'database'>, id: string): Promise<string> {
  const hash = await inScope(world.database, installationScope, async (tx) =>
    hashOf(await assembleContent(tx, id)),
  );
  await world.database.owner
    .updateTable('agreement_party')
    .set({ confirmed_hash: hash })
    .where('agreement_id', '=', id)
    .execute();
  return hash;
}

async function makeCommitment(
  world: LifeWorld,
  agreementId: string,
  more: { dueOn?: string; cash?: string },
): Promise<{ id: string; instanceId: string }> {
  const { owner } = world.database;
  const id = newId();
  const instanceId = newId();
  const territoryId = await world.territory('0101');
  const dueOn = more.dueOn ?? '2026-09-30';
  const row = {
    id,
    country: 'XA',
    territory_id: territoryId,
    agreement_id: agreementId,
    what: 'Abrir el centro juvenil por las tardes',
    obligor_organisation_id: world.municipalityId,
    beneficiary_organisation_id: world.ministryId,
    proof: 'Acta de apertura',
    due_on: dueOn,
    standing: 'proposed',
    currency: 'USD',
    cash: more.cash ?? null,
    parties: [world.municipalityId, world.ministryId],
    party_territories: [territoryId, await world.territory('XA')],
    obliged: [world.municipalityId],
  };
  await owner.insertInto('commitment').values(row).execute();
  const instance = {
    id: instanceId,
    commitment_id: id,
    territory_id: territoryId,
    sequence: 1,
    due_on: dueOn,
    first_due_on: dueOn,
    standing: 'not-started',
  };
  await owner.insertInto('commitment_instance').values(instance).execute();
  await confirmAll(world, agreementId);
  return { id, instanceId };
}
