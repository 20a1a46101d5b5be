import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findReachOf } from '#database/actors/exchange-views.ts';
import { listOrganisationRows } from '#database/actors/organisation-views.ts';
import { listPersonRows } from '#database/actors/people-views.ts';
import type { PlaceRow } from '#database/actors/place-views.ts';
import { findSeats, listStructureRows } from '#database/actors/structure-views.ts';
import { inScope } from '#database/connection.ts';
import { permitExport } from '#domain/actors/permissions.ts';
import { sheetNames, wordFor, writtenColumns } from '#formats/actors/columns.ts';
import { tableMediaTypes, writeTable, type TableRow } from '#formats/tables/index.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { getPlace, lookUp } from './look-up.ts';

type Operation = typeof actorsOperations.exportActors;

/** The same columns that are imported. Institutions and structures are public; a list of people takes the right to it. */
export async function exportActors(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { of, format } = input;
  const rows = await inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.territory);
    if (of === 'people') permitExport(context.actor, place.id);
    const found = await rowsOf[of](tx, context, { place, input });
    if (of === 'people') {
      await record(tx, context, {
        operation: 'exportActors',
        subjectKind: 'territory',
        subjectId: input.territory,
        territoryId: place.id,
        organisationId: null,
        before: null,
        after: { of, format, rows: found.length },
      });
    }
    return found;
  });
  const [spanish, english] = sheetNames(of);
  const name = (context.language === 'en' ? english : spanish) ?? of;
  const sheet = { name, columns: writtenColumns(of, context.language), rows };
  const bytes = await writeTable([sheet], format, { excel: true });
  return { fileName: `${name} ${input.territory}.${format}`, mediaType: tableMediaTypes[format], bytes };
}

const rowsOf = { organisations: organisationRows, structures: structureRows, people: peopleRows } as const;

type Asked = { readonly place: PlaceRow; readonly input: InputOf<Operation> };

/** The same filters as the list on the screen, without its pages. */
const filterOf = ({ place, input }: Asked) => ({
  within: { low: place.id, high: place.lastId },
  standing: 'active',
  text: input.text,
  after: null,
  limit: 100_000,
});

async function organisationRows(tx: Transaction, context: Context, asked: Asked): Promise<TableRow[]> {
  const { language } = context;
  const { level, sector, kind, function: work } = asked.input;
  const rows = await listOrganisationRows(tx, { ...filterOf(asked), level, sector, kind, function: work });
  const names = await lookUp(tx, context, {
    territories: rows.map((row) => row.territory_id),
    organisations: rows.map((row) => row.parent_id),
  });
  return rows.map((row) => ({
    ...row,
    territory: names.place(row.territory_id).reference,
    kind: wordFor('kind', row.kind, language),
    sector: wordFor('sector', row.sector, language),
    level: wordFor('level', row.level, language),
    parent: names.optionalOrganisation(row.parent_id)?.name ?? null,
  }));
}

async function structureRows(tx: Transaction, context: Context, asked: Asked): Promise<TableRow[]> {
  const { language } = context;
  const filter = { ...filterOf(asked), kind: asked.input.structureKind };
  const rows = await listStructureRows(tx, filter, await todayOf(tx, context, asked.place.id));
  const { seats } = await findSeats(
    tx,
    rows.map((row) => row.id),
  );
  const names = await lookUp(tx, context, {
    territories: rows.map((row) => row.territory_id),
    organisations: [...rows.map((row) => row.secretariat_id), ...seats.map((seat) => seat.organisation_id)],
  });
  return rows.flatMap((row) => {
    const structure = {
      ...row,
      territory: names.place(row.territory_id).reference,
      structure_kind: wordFor('structure', row.kind, language),
      secretariat: names.optionalOrganisation(row.secretariat_id)?.name ?? null,
    };
    const own = seats.filter((seat) => seat.structure_id === row.id);
    if (own.length === 0) return [structure];
    return own.map((seat) => ({
      ...structure,
      seat: seat.name,
      seat_role: wordFor('seat', seat.role, language),
      seat_organisation: names.optionalOrganisation(seat.organisation_id)?.name ?? null,
      has_vote: seat.has_vote,
    }));
  });
}

async function peopleRows(tx: Transaction, context: Context, asked: Asked): Promise<TableRow[]> {
  const { language } = context;
  const filter = { ...filterOf(asked), organisation: asked.input.organisation };
  const rows = await listPersonRows(tx, filter, await todayOf(tx, context, asked.place.id));
  const { contacts, posts } = await findReachOf(
    tx,
    rows.map((row) => row.id),
  );
  const names = await lookUp(tx, context, {
    territories: rows.map((row) => row.territory_id),
    organisations: rows.map((row) => row.organisation_id),
  });
  return rows.map((row) => {
    const reach = (channel: string) =>
      contacts.find((one) => one.person_id === row.id && one.channel === channel)?.value ?? null;
    const post = posts.find((one) => one.person_id === row.id && one.organisation_id === row.organisation_id);
    return {
      id: row.id,
      territory: names.place(row.territory_id).reference,
      name: row.name,
      organisation: names.optionalOrganisation(row.organisation_id)?.name ?? null,
      post_kind: wordFor('post', post?.kind ?? null, language),
      post: post?.title ?? null,
      topic: post?.topic ?? null,
      valid_from: post?.valid_from ?? null,
      valid_to: post?.valid_to ?? null,
      mobile: reach('mobile'),
      phone: reach('phone'),
      email: reach('email'),
      visibility: wordFor('visibility', row.visibility, language),
    };
  });
}
