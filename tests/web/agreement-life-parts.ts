import { inScope } from '#database/connection.ts';
import { loadInstruments } from '#services/agreements/load-instruments.ts';
import type { Context } from '#services/context.ts';
import { refreshSearch } from '#services/actors/merge-search.ts';
import { newId } from '#services/new-id.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { insertHolder, type World } from '../access-world.ts';
import { makeReady, post } from '../agreement-life-world.ts';

/** An agreement that is ready to be signed, and until when it can be extended. */
export type LifeParts = {
  readonly id: string;
  readonly newEnd: string;
  readonly ministry: string;
  readonly municipality: string;
  readonly ground: Pick<World, 'database' | 'territory'>;
};

/** Two parties of the invented country, and where they stand. */
export type Sides = Pick<LifeParts, 'ministry' | 'municipality' | 'ground'>;

/** The invented country with two parties, and who signs and acts for them: `ministra`, `oficial`, `alcaldia`, `nacional`. */
export async function furnishSides(context: Context): Promise<Sides> {
  const { database } = context;
  await loadPack(context, { folder: 'tests/fixtures/packs/XA' });
  await loadInstruments(context, { folder: 'packs/instruments' });
  const territory = (code: string) =>
    inScope(database, context.actor.scope, async (tx) => {
      const row = await tx
        .selectFrom('territory')
        .select('id')
        .where('code', '=', code)
        .where('valid_to', 'is', null)
        .executeTakeFirstOrThrow();
      return row.id;
    });
  const organisation = async (name: string, code: string) => {
    const id = newId();
    const values = {
      id,
      country: 'XA',
      territory_id: await territory(code),
      name,
      kind: 'cso',
      sector: 'social',
      level: 'local',
    };
    await database.owner.insertInto('organisation').values(values).execute();
    return id;
  };
  const ministry = await organisation('Ministerio de ejemplo', 'XA');
  const municipality = await organisation('Comuna de ejemplo', '0101');
  // Found by their names, as those that were entered on a page are.
  await inScope(database, context.actor.scope, (tx) =>
    refreshSearch(tx, 'organisation', [ministry, municipality]),
  );
  const holder = (username: string, roles: Parameters<World['holder']>[1]) =>
    insertHolder(database, territory, { username, roles, options: {}, now: context.now });
  const minister = await holder('ministra', [
    { role: 'institutional-coordinator', code: 'XA', organisationId: ministry },
  ]);
  const mayor = await holder('alcaldia', [{ role: 'member', code: '0101', organisationId: municipality }]);
  await holder('oficial', [{ role: 'institutional-focal-point', code: 'XA', organisationId: municipality }]);
  await holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  const ground = { database, territory };
  await post(ground, minister.personId, ministry, { title: 'Despacho superior (ejemplo)' });
  await post(ground, mayor.personId, municipality, { title: 'Alcaldía (ejemplo)' });
  return { ministry, municipality, ground };
}

/** The same, with an agreement of a template that is ready to be signed. */
export async function furnishLife(context: Context, template = 'pa-convenio-especifico'): Promise<LifeParts> {
  const sides = await furnishSides(context);
  const { ministry, municipality, ground } = sides;
  const year = context.now.getUTCFullYear();
  const { id } = await makeReady(ground, template, {
    endsOn: `${year + 2}-12-31`,
    holders: [ministry, municipality],
  });
  return { ...sides, id, newEnd: `${year + 3}-12-31` };
}
