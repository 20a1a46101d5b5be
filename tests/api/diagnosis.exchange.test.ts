import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let national: Holder;
let municipal: Holder;
let analyst: Holder;

beforeAll(async () => {
  world = await makeWorld();
  await world.structure('Comité local de Santa Fe', '0101');
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
  analyst = await world.holder('analista', [{ role: 'national-analyst', code: 'XA' }]);
});
afterAll(() => world.stop());

const csv = (text: string) => ({ bytes: new TextEncoder().encode(text), mediaType: 'text/csv' });
// previewNeedsImport, importNeeds, revokeNeedsImport and exportNeeds.
const send = (who: Holder, text: string, action = '', territory = 'XA') =>
  who.call('POST', `/api/needs/imports${action}?territory=${territory}`, csv(text));
const count = async () => Number((await world.visitor('GET', '/api/needs')).body.count);

const header =
  'Territorio (código),Problema,Población afectada,Tipo de violencia,Fuente,Priorizada el,Priorizada por,Oficina o cargo,Prioridad,Por qué esa prioridad';
const file = `${header}
0101,Riñas a la salida de los colegios,Jóvenes; Mujeres,Violencia juvenil,Acta 4,02/03/2026,comite local de SANTA FE,,Alta,Cada semana hay heridos
XA-0201,Violencia en el hogar,women,domestic,Encuesta 2025,2026-01-15,,Alcaldía,medium,La encuesta la nombra primera
`;

describe('a file of needs', () => {
  it('shows what it would do, does it, doubles nothing when repeated, and is taken back', async () => {
    expect((await send(national, file, '/preview')).body).toMatchObject({ creates: 2, changes: 0, same: 0 });
    expect(await count()).toBe(0);
    const done = await send(national, file);
    expect([done.status, done.text]).toEqual([201, expect.any(String)]);
    const list = await world.visitor('GET', '/api/needs?territory=XA-0101');
    const need = await world.visitor('GET', `/api/needs/${list.body.items[0].id}`);
    expect(need.body).toMatchObject({
      groups: ['women', 'young-people'],
      prioritisedOn: '2026-03-02',
      structure: { name: 'Comité local de Santa Fe' },
      sourceKind: 'other',
    });
    expect((await send(national, file)).body).toMatchObject({ creates: 0, changes: 0, same: 2 });
    const changed = file.replace('Alta,Cada semana hay heridos', 'Baja,Ya hay vigilancia');
    const second = await send(national, changed);
    expect(second.body).toMatchObject({ creates: 0, changes: 1, same: 1 });
    const firstRevoked = await national.call('POST', `/api/needs/imports/${done.body.runId}/revocation`);
    expect(firstRevoked.body.code).toBe('diagnosis.import-built-upon');
    expect((await national.call('POST', `/api/needs/imports/${second.body.runId}/revocation`)).status).toBe(
      200,
    );
    expect((await world.visitor('GET', `/api/needs/${need.body.id}`)).body.priority).toBe('high');
    const again = await national.call('POST', `/api/needs/imports/${second.body.runId}/revocation`);
    expect(again.body.code).toBe('diagnosis.import-not-applied');
  });

  it('is taken back whole as long as nobody built upon it', async () => {
    const before = await count();
    const text = `${header}\n0101,Robos en la terminal,Toda la población,Robos y hurtos,Acta 5,2026-03-02,,Alcaldía,Alta,Creció\n`;
    const done = await send(municipal, text, '', 'XA-0101');
    expect(await count()).toBe(before + 1);
    expect((await municipal.call('POST', `/api/needs/imports/${done.body.runId}/revocation`)).status).toBe(
      200,
    );
    expect(await count()).toBe(before);
    expect((await world.visitor('GET', '/api/search?text=robos%20terminal')).body.items).toEqual([]);
  });

  it('names every fault with its row and field, and saves nothing', async () => {
    const before = await count();
    const text = `${header}
801,Sin cero,Mujeres,Violencia sexual,Acta,2026-01-01,,Alcaldía,Alta,Porque sí
0101,Grupo raro,Marcianos,Violencia sexual,Acta,2026-01-01,,Alcaldía,Alta,Porque sí
0101,Tipo raro,Mujeres,Susto,Acta,2026-01-01,,Alcaldía,Alta,Porque sí
0101,Nadie,Mujeres,Violencia sexual,Acta,2026-01-01,,,Alta,Porque sí
0101,Desconocido,Mujeres,Violencia sexual,Acta,2026-01-01,Comité de la Luna,,Alta,Porque sí
0101,Cédula 8-123-4567,Mujeres,Violencia sexual,Acta,2026-01-01,,Alcaldía,Alta,Porque sí
0101,Mañana,Mujeres,Violencia sexual,Acta,2999-01-01,,Alcaldía,Alta,Porque sí
0101,MAÑANA,Mujeres,Violencia sexual,Acta,2026-01-01,,Alcaldía,Alta,Porque sí
`;
    const refused = await send(national, text);
    expect(refused).toMatchObject({ status: 422, body: { code: 'diagnosis.import-problems' } });
    const found = refused.body.problems.map((one: { row: number; field: string }) => [one.row, one.field]);
    expect(found).toEqual([
      [2, 'territory'],
      [3, 'groups'],
      [4, 'violence'],
      [5, 'prioritised_by'],
      [6, 'prioritised_by'],
      [7, 'problem'],
      [8, 'prioritised_on'],
      [9, 'problem'],
    ]);
    expect(await count()).toBe(before);
  });

  it('is brought in by those who may import and enter needs there', async () => {
    expect((await send(analyst, file)).status).toBe(403);
    expect((await send(municipal, file)).status).toBe(403);
    const refused = await send(municipal, file, '', 'XA-0101');
    expect(refused.body.problems).toMatchObject([{ code: 'actors.row-outside-territory', row: 3 }]);
  });

  it('reads back what was exported, in either form and language, without a change', async () => {
    for (const [format, language] of [
      ['xlsx', 'es'],
      ['csv', 'es'],
      ['xlsx', 'en'],
    ] as const) {
      const exported = await world.visitor('GET', `/api/needs/export?territory=XA&format=${format}`, {
        headers: { 'accept-language': language },
      });
      expect(exported.status).toBe(200);
      const mediaType = String(exported.headers['content-type']).split(';')[0] ?? '';
      const bytes = new Uint8Array(exported.bytes);
      const answer = await national.call('POST', '/api/needs/imports/preview?territory=XA', {
        bytes,
        mediaType,
      });
      expect(answer.body, answer.text).toMatchObject({ creates: 0, changes: 0, same: 2 });
    }
  });
});
