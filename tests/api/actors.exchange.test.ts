import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let national: Holder;
let municipal: Holder;

beforeAll(async () => {
  world = await makeWorld();
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
});
afterAll(() => world.stop());

const csv = (text: string) => ({ bytes: new TextEncoder().encode(text), mediaType: 'text/csv' });
const send = (who: Holder, of: string, text: string, action = '', territory = 'XA') =>
  who.call('POST', `/api/actors/imports${action}?of=${of}&territory=${territory}`, csv(text));
const count = async (table: 'organisation' | 'structure' | 'person' | 'post' | 'seat' | 'contact_point') =>
  Number(
    (
      await world.database.owner
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<string>().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

const organisations = `Territorio (código),Nombre,Siglas,Tipo,Sector,Nivel,Depende de
XA-0101,Liga Deportiva,LD,Organización de la sociedad civil,Deporte y cultura,Local,Federación del Norte
0101,FEDERACION DEL NORTE,,cso,sport-culture,municipal,
`;

// previewActorsImport and importActors, revokeActorsImport, exportActors.
describe('importing organisations', () => {
  it('says what it would do, does it, doubles nothing when repeated, and is taken back', async () => {
    const before = await count('organisation');
    const preview = await send(national, 'organisations', organisations, '/preview');
    expect(preview.body).toMatchObject({ creates: 2, changes: 0, same: 0 });
    expect(await count('organisation')).toBe(before);
    const done = await send(national, 'organisations', organisations);
    expect(done.status).toBe(201);
    expect(await count('organisation')).toBe(before + 2);
    const found = await world.visitor('GET', '/api/organisations?text=liga%20deportiva');
    expect(found.body.items).toMatchObject([
      { kind: 'cso', territory: { reference: 'XA-0101' }, parent: { name: 'FEDERACION DEL NORTE' } },
    ]);
    expect((await send(national, 'organisations', organisations)).body).toMatchObject({
      creates: 0,
      changes: 0,
      same: 2,
    });
    const runs = await national.call('POST', `/api/actors/imports/${done.body.runId}/revocation`);
    expect(runs.status).toBe(200);
    expect(await count('organisation')).toBe(before);
    expect((await world.visitor('GET', '/api/search?text=liga%20deportiva')).body.items).toEqual([]);
    const again = await national.call('POST', `/api/actors/imports/${done.body.runId}/revocation`);
    expect(again.body.code).toBe('actors.import-not-applied');
  });

  it('names every fault with its row and field, and saves nothing', async () => {
    const before = await count('organisation');
    const text = `Territorio (código),Nombre,Tipo,Sector,Nivel,Depende de,Desde
801,Sin cero,cso,social,local,,
0101,Sin tipo,nave,social,local,,
0101,Con padre,cso,social,local,Nadie Conocido,
0101,Con fecha,cso,social,local,,30/02/2026
0101,CON PADRE,cso,social,local,,
`;
    const refused = await send(national, 'organisations', text);
    expect(refused).toMatchObject({ status: 422, body: { code: 'actors.import-problems' } });
    const rows = refused.body.problems.map((one: { row: number; field: string }) => [one.row, one.field]);
    expect(rows).toEqual([
      [2, 'territory'],
      [3, 'kind'],
      [4, 'parent'],
      [5, 'valid_from'],
      [6, 'name'],
    ]);
    expect(await count('organisation')).toBe(before);
  });

  it('stays within the territory of whoever imports', async () => {
    const outside = 'Territorio (código),Nombre,Tipo,Sector,Nivel\n0201,Ajena,cso,social,local\n';
    expect((await send(municipal, 'organisations', outside, '', 'XA')).status).toBe(403);
    const refused = await send(municipal, 'organisations', outside, '', 'XA-0101');
    expect(refused.body.problems).toMatchObject([{ code: 'actors.row-outside-territory', row: 2 }]);
  });

  it('reads back what it exported, in either form and language, without a change', async () => {
    for (const [format, language] of [
      ['xlsx', 'es'],
      ['csv', 'es'],
      ['xlsx', 'en'],
    ] as const) {
      for (const of of ['organisations', 'structures', 'people']) {
        const file = await national.call('GET', `/api/actors/export?of=${of}&territory=XA&format=${format}`, {
          headers: { 'accept-language': language },
        });
        expect(file.status).toBe(200);
        const mediaType = String(file.headers['content-type']).split(';')[0] ?? '';
        const path = `/api/actors/imports/preview?of=${of}&territory=XA`;
        const answer = await national.call('POST', path, { bytes: new Uint8Array(file.bytes), mediaType });
        expect([of, format, answer.status, answer.text]).toEqual([of, format, 200, expect.any(String)]);
        expect(answer.body).toMatchObject({ creates: 0, changes: 0 });
      }
    }
  });

  it('cannot be taken back once somebody has built upon it', async () => {
    const text = 'Territorio (código),Nombre,Tipo,Sector,Nivel\n0101,Base Común,cso,social,local\n';
    const done = await send(national, 'organisations', text);
    const found = (await world.visitor('GET', '/api/organisations?text=base%20comun')).body.items[0];
    await national.call('POST', '/api/prevention-work', {
      body: { organisationId: found.id, territory: 'XA-0101', function: 'youth' },
    });
    const refused = await national.call('POST', `/api/actors/imports/${done.body.runId}/revocation`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'actors.import-built-upon' } });
    expect((await world.visitor('GET', '/api/search?text=base%20comun')).body.items).toHaveLength(1);
  });
});

describe('importing structures and people', () => {
  it('makes a structure of several rows with a seat each', async () => {
    const text = `Territorio (código);Nombre;Tipo de estructura;Puesto en la estructura;Función del puesto;Organización del puesto;Con voto
0101;Mesa de Santa Fe;Mesa o consejo municipal;Presidencia;Presidencia;Comuna de Santa Fe;sí
0101;Mesa de Santa Fe;Mesa o consejo municipal;Ministerio;Miembro;MICON;no
`;
    const done = await send(municipal, 'structures', text, '', 'XA-0101');
    expect(done.body).toMatchObject({ creates: 1 });
    const { body: list } = await municipal.call('GET', '/api/structures?territory=XA-0101');
    const shown = await municipal.call('GET', `/api/structures/${list.items[0].id}`);
    expect(shown.body.seatList).toMatchObject([
      { name: 'Presidencia', role: 'chair', hasVote: true, organisation: { name: 'Comuna de Santa Fe' } },
      {
        name: 'Ministerio',
        role: 'member',
        hasVote: false,
        organisation: { name: 'Ministerio de la Concordia' },
      },
    ]);
    const seats = await count('seat');
    expect((await send(municipal, 'structures', text, '', 'XA-0101')).body).toMatchObject({
      creates: 0,
      same: 1,
    });
    expect(await count('seat')).toBe(seats);
    expect((await municipal.call('POST', `/api/actors/imports/${done.body.runId}/revocation`)).status).toBe(
      200,
    );
    expect(await count('seat')).toBe(seats - 2);
  });

  it('brings people with their office and how to reach them, and refuses two mayors of the same days', async () => {
    const text = `Nombre,Organización,Tipo de cargo,Cargo,Desde,Celular,Correo
Olga Núñez,Comuna de Santa Fe,Titular,Alcaldesa,2026-01-01,+507 6123-4567,olga@santafe.example
Raúl Peña,Comuna de Santa Fe,Punto focal,Prevención,2026-01-01,,
`;
    const people = await count('person');
    const done = await send(municipal, 'people', text, '', 'XA-0101');
    expect([done.status, done.body]).toMatchObject([201, { creates: 2 }]);
    const posts = await count('post');
    expect((await send(municipal, 'people', text, '', 'XA-0101')).body).toMatchObject({
      creates: 0,
      changes: 0,
      same: 2,
    });
    expect(await count('post')).toBe(posts);
    const second =
      'Nombre,Organización,Tipo de cargo,Cargo,Desde\nOtro Alcalde,Comuna de Santa Fe,Titular,Alcalde,2026-02-01\n';
    const refused = await send(municipal, 'people', second, '', 'XA-0101');
    expect(refused.body.problems).toMatchObject([{ code: 'actors.row-head-overlaps', row: 2 }]);
    expect(refused.text).toContain('Olga Núñez');
    expect((await municipal.call('POST', `/api/actors/imports/${done.body.runId}/revocation`)).status).toBe(
      200,
    );
    expect(await count('person')).toBe(people);
    expect(await count('contact_point')).toBe(0);
  });

  it('gives nobody a list of people without the right to it', async () => {
    expect((await world.visitor('GET', '/api/actors/export?of=people&territory=XA')).status).toBe(401);
    expect((await municipal.call('GET', '/api/actors/export?of=people&territory=XA')).status).toBe(403);
    expect(
      (await world.visitor('GET', '/api/actors/export?of=organisations&territory=XA&format=csv')).status,
    ).toBe(200);
  });
});
