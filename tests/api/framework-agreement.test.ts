import { afterAll, beforeAll, expect, it } from 'vitest';
import { courseIn, type Side } from '../agreement-course.ts';
import { makeLifeWorld, post, type LifeWorld } from '../agreement-life-world.ts';

let world: LifeWorld;
beforeAll(async () => {
  world = await makeLifeWorld();
});
afterAll(() => world.stop());

/** A municipality of the invented country, with somebody who heads and acts for it. */
async function municipality(code: string): Promise<Side & { code: string }> {
  const organisationId = await world.organisation(`Municipalidad de ${code}`, code);
  const officer = await world.holder(`muni-${code}`, [
    { role: 'institutional-coordinator', code, organisationId },
  ]);
  await post(world, officer.personId, organisationId, { title: 'Alcaldía (ejemplo)' });
  return { code, organisationId, acts: officer, heads: officer };
}

it('carries four municipal letters, each signed with its own municipality under its rules', async () => {
  const course = courseIn(world);
  const ministry: Side = { organisationId: world.ministryId, acts: world.minister, heads: world.minister };
  const towns = [];
  for (const code of ['0101', '0103', '0104', '0202']) towns.push(await municipality(code));
  await world.on('2026-03-10');
  const framework = await course.draft('cr-convenio-marco', [ministry, ...towns], {
    title: 'Convenio marco de prevención (ejemplo)',
    object: 'coordinar la prevención de la violencia',
    territories: towns.map(({ code }) => `XA-${code}`),
    termMonths: 24,
  });
  await course.agree(framework, [ministry, ...towns], '2026-03-10');
  await course.sign(framework, [ministry, ...towns]);
  expect(await world.life(framework)).toMatchObject({ standing: 'in-force', effectiveOn: '2026-03-10' });

  for (const town of towns) {
    const letter = await course.draft('cr-carta-de-entendimiento', [ministry, town], {
      title: `Carta de entendimiento con ${town.code} (ejemplo)`,
      object: 'abrir espacios para jóvenes',
      territories: [`XA-${town.code}`],
      parentId: framework,
      termMonths: 12,
    });
    const body = {
      what: 'Abrir 2 espacios para jóvenes',
      obligor: { kind: 'organisation', id: town.organisationId },
      beneficiary: { kind: 'organisation', id: world.ministryId },
      proof: 'Acta de apertura',
      dueOn: '2026-12-15',
      agreementId: letter,
    };
    expect((await town.acts.call('POST', '/api/commitments', { body })).status).toBe(201);
    await course.agree(letter, [ministry, town], '2026-03-10');
    await course.sign(letter, [ministry, town]);
    const shown = await course.shown(letter);
    expect(shown).toMatchObject({ standing: 'in-force', parent: { id: framework } });
    expect(JSON.stringify(shown.clauses)).toContain('Convenio marco de prevención (ejemplo)');
    expect(shown.commitments).toHaveLength(1);
  }
  const { children } = await course.shown(framework);
  expect(children).toHaveLength(4);
  expect(new Set(children.map(({ standing }: { standing: string }) => standing))).toEqual(
    new Set(['in-force']),
  );
  // Another municipality reads the framework, and cannot draft a letter in the name of one that it is not.
  const [first, second] = towns;
  const taken = {
    templateId: 'cr-carta-de-entendimiento',
    territory: 'XA',
    title: 'Carta en nombre de otra',
    object: 'abrir espacios',
    territories: ['XA-0101'],
    noNeedReason: 'Ninguno',
    parentId: framework,
    parties: [
      { organisationId: world.ministryId, role: 'lead' },
      { organisationId: first?.organisationId, role: 'obligor' },
    ],
  };
  expect((await second?.acts.call('POST', '/api/agreements', { body: taken }))?.status).toBe(403);
});
