import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#services/new-id.ts';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let national: Holder;
beforeAll(async () => {
  world = await makeWorld();
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
});
afterAll(() => world.stop());

const made = async (path: string, body: object, version?: number) => {
  const answer = await national.call('POST', path, { body, ...(version === undefined ? {} : { version }) });
  if (answer.status >= 300) throw new Error(`${path} ${answer.text}`);
  return answer.body;
};
const merge = (keptId: string, absorbedId: string) =>
  national.call('POST', '/api/merges', { body: { kind: 'organisation', keptId, absorbedId } });

/** An approved strategy of a body, with a line that one leads and, where named, another supports; a line that the first supports. */
async function strategyOf(owner: string, lead: string, support: string | null) {
  const { versionId } = await made('/api/strategies', {
    territory: 'XA',
    organisationId: owner,
    title: `Estrategia de ejemplo ${newId().slice(-4)}`,
    periodFrom: '2025-01-01',
    periodTo: '2030-12-31',
    levels: [
      { es: 'Eje', en: 'Axis', kind: 'axis' },
      { es: 'Línea', en: 'Line', kind: 'line' },
    ],
  });
  const path = `/api/strategy-versions/${versionId}`;
  const axis = await made(`${path}/elements`, { code: '1', title: 'Escuelas que protegen' });
  const roles = [
    { organisationId: lead, role: 'lead' },
    ...(support === null ? [] : [{ organisationId: support, role: 'support' }]),
  ];
  await made(`${path}/elements`, { code: '1.1', title: 'Abrir patios', parentId: axis.id, roles });
  const alone = [{ organisationId: lead, role: 'support' }];
  await made(`${path}/elements`, { code: '1.2', title: 'Abrir canchas', parentId: axis.id, roles: alone });
  const approval = { body: 'Gabinete', act: 'Decreto 4', on: '2026-03-01', validFrom: '2026-03-02' };
  await made(`${path}/approval`, approval, 1);
  return versionId as string;
}

const rolesOf = async (versionId: string) =>
  world.database.owner
    .selectFrom('strategy_role as r')
    .innerJoin('strategy_element as e', 'e.id', 'r.element_id')
    .select(['e.code', 'r.organisation_id', 'r.role'])
    .where('e.version_id', '=', versionId)
    .orderBy('e.code')
    .orderBy('r.role')
    .execute();

/** A planning path of an organisation with its steps and a question, as its office would have left them. */
async function pathOf(organisationId: string) {
  const { owner } = world.database;
  const territoryId = await world.territory('0101');
  const id = newId();
  const of = { territory_id: territoryId, organisation_id: organisationId };
  await owner
    .insertInto('planning_path')
    .values({ id, country: 'XA', ...of, opened_on: '2026-03-01' })
    .execute();
  await owner
    .insertInto('planning_step')
    .values([1, 2].map((step) => ({ path_id: id, step, ...of })))
    .execute();
  const help = { id: newId(), path_id: id, step: 2, ...of, question: '¿Cómo?', asked_on: '2026-03-02' };
  await owner.insertInto('planning_help').values(help).execute();
  return id;
}

const ownersOfPath = async (id: string) => {
  const { owner } = world.database;
  const path = await owner
    .selectFrom('planning_path')
    .select('organisation_id')
    .where('id', '=', id)
    .execute();
  const steps = await owner
    .selectFrom('planning_step')
    .select('organisation_id')
    .where('path_id', '=', id)
    .execute();
  const help = await owner
    .selectFrom('planning_help')
    .select('organisation_id')
    .where('path_id', '=', id)
    .execute();
  return [...path, ...steps, ...help].map((row) => row.organisation_id);
};

/** An agreement between two organisations, with a file of it that both read. */
async function agreementOf(first: string, second: string) {
  const { owner } = world.database;
  const territoryId = await world.territory('XA');
  const content = JSON.stringify({});
  const template = {
    id: 'xa-prueba',
    instrument_country: 'XA',
    kind: 'framework',
    is_engine: false,
    number: 1,
  };
  await owner
    .insertInto('agreement_template')
    .values({ ...template, content })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const id = newId();
  const arrays = { parties: [first, second], party_territories: [territoryId, territoryId] };
  await owner
    .insertInto('agreement')
    .values({
      id,
      country: 'XA',
      territory_id: territoryId,
      template_id: 'xa-prueba',
      template_number: 1,
      kind: 'framework',
      title: 'Convenio de ejemplo',
      standing: 'negotiation',
      ...arrays,
    })
    .execute();
  const party = { agreement_id: id, territory_id: territoryId, role: 'lead' };
  await owner
    .insertInto('agreement_party')
    .values(
      [first, second].map((organisation_id, position) => ({
        id: newId(),
        ...party,
        organisation_id,
        position,
      })),
    )
    .execute();
  await owner
    .insertInto('attached_file')
    .values({
      id: newId(),
      territory_id: territoryId,
      agreement_id: id,
      sha256: 'a'.repeat(64),
      original_sha256: 'a'.repeat(64),
      name: 'acta.pdf',
      media_type: 'application/pdf',
      bytes: 10,
      subject_kind: 'approval',
      subject_id: id,
      ...arrays,
    })
    .execute();
  return id;
}

const readersOf = async (agreementId: string) => {
  const { owner } = world.database;
  const agreement = await owner
    .selectFrom('agreement')
    .select(['parties', 'party_territories'])
    .where('id', '=', agreementId)
    .executeTakeFirstOrThrow();
  const file = await owner
    .selectFrom('attached_file')
    .select(['parties', 'party_territories'])
    .where('agreement_id', '=', agreementId)
    .executeTakeFirstOrThrow();
  return { agreement, file };
};

describe('an organisation that is merged', () => {
  it('takes its part in strategies along, also in an approved version, and gives it back as it was', async () => {
    const kept = await world.organisation('Ministerio de ejemplo', 'XA');
    const absorbed = await world.organisation('Ministerio de ejemplo, repetido', 'XA');
    const alone = await strategyOf(absorbed, absorbed, null);
    const both = await strategyOf(kept, absorbed, kept);
    const before = [await rolesOf(alone), await rolesOf(both)];
    const merged = await merge(kept, absorbed);
    expect(merged.status).toBe(201);
    expect(await rolesOf(alone)).toEqual([
      { code: '1.1', organisation_id: kept, role: 'lead' },
      { code: '1.2', organisation_id: kept, role: 'support' },
    ]);
    // Where both had a part there is one, and it leads because one of them did.
    expect(await rolesOf(both)).toEqual([
      { code: '1.1', organisation_id: kept, role: 'lead' },
      { code: '1.2', organisation_id: kept, role: 'support' },
    ]);
    const owners = await world.database.owner.selectFrom('strategy').select('organisation_id').execute();
    expect(owners.map((row) => row.organisation_id)).not.toContain(absorbed);
    expect((await national.call('POST', `/api/merges/${merged.body.id}/undoing`)).status).toBe(200);
    expect([await rolesOf(alone), await rolesOf(both)]).toEqual(before);
  });

  it('takes its planning path along with its steps and questions, unless both are on one', async () => {
    const kept = await world.organisation('Alcaldía de ejemplo', '0101');
    const absorbed = await world.organisation('Alcaldía de ejemplo, repetida', '0101');
    const path = await pathOf(absorbed);
    const merged = await merge(kept, absorbed);
    expect(merged.status).toBe(201);
    expect(new Set(await ownersOfPath(path))).toEqual(new Set([kept]));
    expect((await national.call('POST', `/api/merges/${merged.body.id}/undoing`)).status).toBe(200);
    expect(new Set(await ownersOfPath(path))).toEqual(new Set([absorbed]));
    await pathOf(kept);
    expect((await merge(kept, absorbed)).body.code).toBe('actors.merge-two-paths');
  });

  it('takes its agreements along, with who reads their files', async () => {
    const kept = await world.organisation('Fundación de ejemplo', 'XA');
    const absorbed = await world.organisation('Fundación de ejemplo, repetida', 'XA');
    const other = await world.organisation('Instituto de ejemplo', 'XA');
    const agreement = await agreementOf(other, absorbed);
    const before = await readersOf(agreement);
    const merged = await merge(kept, absorbed);
    expect(merged.status).toBe(201);
    const after = await readersOf(agreement);
    expect(after.agreement.parties).toEqual([other, kept]);
    expect(after.file).toEqual(after.agreement);
    expect((await national.call('POST', `/api/merges/${merged.body.id}/undoing`)).status).toBe(200);
    expect(await readersOf(agreement)).toEqual(before);
  });

  it('takes its reports along with who reviews and where their figures go, and gives them back', async () => {
    const kept = await world.organisation('Servicio de ejemplo', 'XA');
    const absorbed = await world.organisation('Servicio de ejemplo, repetido', 'XA');
    const form = await made('/api/report-forms', {
      territory: 'XA',
      title: 'Informe de instituciones',
      sections: [{ title: 'Una', items: [{ kind: 'number', label: 'Actividades' }] }],
    });
    const cycle = await made('/api/report-cycles', {
      form: form.id,
      title: 'Cuarto trimestre',
      territory: 'XA',
      period: '2025-Q4',
      subjects: { kind: 'organisations', ids: [absorbed] },
      opensOn: '2026-01-01',
      dueOn: '2026-03-15',
    });
    const holders = async () =>
      (
        await world.database.owner
          .selectFrom('report as r')
          .innerJoin('report_step as s', 's.report_id', 'r.id')
          .select(['r.organisation_id as who', 's.organisation_id as reviewer', 's.number'])
          .where('r.cycle_id', '=', cycle.id)
          .orderBy('s.number')
          .execute()
      ).map(({ number, reviewer, who }) => [number, who, reviewer]);
    const before = await holders();
    const body = { kind: 'organisation', keptId: kept, absorbedId: absorbed };
    const preview = await national.call('POST', '/api/merges/preview', { body });
    expect(preview.body.moves).toContainEqual({ table: 'report', labels: ['Cuarto trimestre'] });
    const merged = await merge(kept, absorbed);
    expect(merged.status).toBe(201);
    expect(await holders()).toEqual(
      before.map(([number, , reviewer]) => [number, kept, reviewer === absorbed ? kept : reviewer]),
    );
    expect((await national.call('POST', `/api/merges/${merged.body.id}/undoing`)).status).toBe(200);
    expect(await holders()).toEqual(before);
  });

  it('leaves each its own report where both report in one cycle', async () => {
    const kept = await world.organisation('Dirección de ejemplo', 'XA');
    const absorbed = await world.organisation('Dirección de ejemplo, repetida', 'XA');
    const form = await made('/api/report-forms', {
      territory: 'XA',
      title: 'Informe de direcciones',
      sections: [{ title: 'Una', items: [{ kind: 'number', label: 'Actividades' }] }],
    });
    await made('/api/report-cycles', {
      form: form.id,
      title: 'Primer trimestre',
      territory: 'XA',
      period: '2025-Q3',
      subjects: { kind: 'organisations', ids: [kept, absorbed] },
      opensOn: '2026-01-01',
      dueOn: '2026-03-15',
    });
    expect((await merge(kept, absorbed)).status).toBe(201);
    const owners = await world.database.owner
      .selectFrom('report')
      .select('organisation_id')
      .where('form_id', '=', form.id)
      .execute();
    expect(new Set(owners.map(({ organisation_id: id }) => id))).toEqual(new Set([kept, absorbed]));
  });

  it('takes along what others may not: nobody who may not merge can move these rows', async () => {
    const kept = await world.organisation('Una de ejemplo', 'XA');
    const absorbed = await world.organisation('Otra de ejemplo', 'XA');
    const municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
    const body = { kind: 'organisation', keptId: kept, absorbedId: absorbed };
    expect((await municipal.call('POST', '/api/merges', { body })).status).toBe(403);
  });
});
