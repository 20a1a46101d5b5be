import type { Kysely } from 'kysely';
import type { DB } from '#database/schema.ts';
import { ids, uuid, type Numbered, type World } from './permissions-world.ts';

// Indicators, series, values, their imports, views, notes, surveys, bulletins and reports: one of each kind in each territory,
// of one organisation and one structure taken in turn. permissions-figure-expectations.ts holds what the sentences say of them.

/** The names of figures in the database. Numbers given by the database are never named. */
export const figureIds = {
  indicator: (index: number) => `IND-${index}`,
  draftIndicator: (index: number) => `DRAFT-${index}`,
  target: (index: number) => uuid(40, index),
  series: (audience: 'public' | 'network' | 'territory') => (index: number) => `serie ${audience} ${index}`,
  publicBatch: (index: number) => `publicado ${index}`,
  closedBatch: (index: number) => `reservado ${index}`,
  valueImport: (index: number) => uuid(41, index),
  alias: (index: number) => `lugar ${index}`,
  crosswalk: (index: number) => uuid(42, index),
  ownView: (index: number) => uuid(43, index),
  sharedView: (index: number) => uuid(44, index),
  openView: (index: number) => uuid(45, index),
  publicNote: (index: number) => uuid(46, index),
  closedNote: (index: number) => uuid(47, index),
  survey: (index: number) => uuid(48, index),
  round: (index: number) => uuid(49, index),
  publicBulletin: (index: number) => uuid(50, index),
  closedBulletin: (index: number) => uuid(51, index),
  schedule: (index: number) => uuid(52, index),
  form: (index: number) => uuid(53, index),
  cycle: (index: number) => uuid(54, index),
  organisationReport: (index: number) => uuid(55, index),
  structureReport: (index: number) => uuid(56, index),
};

export type FigurePlace = {
  readonly territory: number;
  readonly at: number;
  /** Where its reports are reviewed: the territory above, or itself. */
  readonly above: number;
  readonly aboveAt: number;
  readonly organisation: number | null;
  readonly structure: number | null;
  readonly organisationId: string | null;
  readonly structureId: string | null;
};

export function figurePlaces(world: World, tree: readonly Numbered[]): FigurePlace[] {
  const { organisations, structures } = world;
  return world.parents.map((parent, territory) => {
    const organisation = organisations.length === 0 ? null : territory % organisations.length;
    const structure = structures.length === 0 ? null : territory % structures.length;
    return {
      territory,
      at: tree[territory]?.id ?? 0,
      above: parent ?? territory,
      aboveAt: tree[parent ?? territory]?.id ?? 0,
      organisation,
      structure,
      organisationId: ids.organisation(organisation),
      structureId: ids.structure(structure),
    };
  });
}

type Placed = FigurePlace & { readonly country: string };
type Insert = (table: keyof DB, rows: readonly object[]) => Promise<void>;

const audiences = ['public', 'network', 'territory'] as const;
const lengths = { public: 'year', network: 'quarter', territory: 'month' } as const;
const here = (place: Placed) => ({ country: place.country, territory_id: place.at });
const ofOrganisation = (place: Placed) => ({ ...here(place), organisation_id: place.organisationId });
const stranger = ids.account(1);

/** Puts the figures of a world into the database, as its owner. */
export async function insertFigures(
  owner: Kysely<DB>,
  world: World,
  tree: readonly Numbered[],
  countryOf: (territory: number) => string,
): Promise<void> {
  const insert: Insert = async (table, rows) => {
    if (rows.length > 0) await owner.insertInto(table).values(rows).execute();
  };
  const places = figurePlaces(world, tree).map((place) => ({
    ...place,
    country: countryOf(place.territory),
  }));
  await insert('source', [{ id: 'propiedad', title: 'Fuente' }]);
  await insert('indicator', places.flatMap(indicatorsOf));
  const indicators = await owner.selectFrom('indicator').select(['id', 'code']).execute();
  const indicator = new Map(indicators.map(({ id, code }) => [code, id]));
  const indicatorOf = (place: Placed) => indicator.get(figureIds.indicator(place.territory)) ?? 0;
  await insert(
    'indicator_target',
    places.map((place) => ({
      id: figureIds.target(place.territory),
      indicator_id: indicatorOf(place),
      territory_id: place.at,
      kind: 'target',
      year: 2030,
      value: 1,
    })),
  );
  await insert(
    'series',
    places.flatMap((place) => seriesOf(place, indicatorOf(place))),
  );
  await insert('value_batch', places.flatMap(batchesOf));
  await insertValues(owner, insert, places);
  await insertImports(owner, insert, places);
  await insertLooking(insert, places, indicatorOf);
  await insertReports(insert, places);
}

const indicatorsOf = (place: Placed) =>
  (['current', 'draft'] as const).map((standing) => ({
    ...ofOrganisation(place),
    code:
      standing === 'draft' ? figureIds.draftIndicator(place.territory) : figureIds.indicator(place.territory),
    title: 'Indicador',
    topic: 'x',
    composition: 'count',
    unit: 'casos',
    direction: 'down',
    standing,
  }));

const seriesOf = (place: Placed, indicator: number) =>
  audiences.map((audience) => ({
    ...ofOrganisation(place),
    indicator_id: indicator,
    source_id: 'propiedad',
    title: figureIds.series(audience)(place.territory),
    period_kind: lengths[audience],
    level: 0,
    adds: true,
    audience,
  }));

const batchesOf = (place: Placed) =>
  [figureIds.publicBatch, figureIds.closedBatch].map((of) => ({
    ...ofOrganisation(place),
    kind: 'entry',
    source_version: of(place.territory),
    account_id: stranger,
  }));

/** A value in each closed series, with its uncertainty and its funders; a batch is known to whom one of its series is. */
async function insertValues(owner: Kysely<DB>, insert: Insert, places: readonly Placed[]): Promise<void> {
  const series = new Map(
    (await owner.selectFrom('series').select(['id', 'title']).execute()).map(({ id, title }) => [title, id]),
  );
  const batches = new Map(
    (await owner.selectFrom('value_batch').select(['id', 'source_version']).execute()).map((row) => [
      row.source_version,
      row.id,
    ]),
  );
  const cells = places.map((place) => ({
    place,
    cell: {
      series_id: series.get(figureIds.series('territory')(place.territory)) ?? 0,
      disaggregation_id: 0,
      period: '2026-01-01',
      territory_id: place.at,
    },
    closed: batches.get(figureIds.closedBatch(place.territory)) ?? '0',
  }));
  await insert(
    'value_batch_series',
    cells.flatMap(({ place, cell, closed }) => [
      { series_id: cell.series_id, batch_id: closed },
      {
        series_id: series.get(figureIds.series('public')(place.territory)) ?? 0,
        batch_id: batches.get(figureIds.publicBatch(place.territory)) ?? '0',
      },
    ]),
  );
  await insert(
    'data_value',
    cells.map(({ cell, closed }) => ({ ...cell, value: 3, batch_id: closed })),
  );
  // What changes leaves what it was behind.
  await owner.updateTable('data_value').set({ value: 4 }).execute();
  await insert(
    'value_interval',
    cells.map(({ cell }) => ({ ...cell, low: 1, high: 5, method: 'x' })),
  );
  await insert(
    'value_share',
    cells.flatMap(({ place, cell }) =>
      place.organisationId === null ? [] : [{ ...cell, organisation_id: place.organisationId, share: '0.5' }],
    ),
  );
}

async function insertImports(owner: Kysely<DB>, insert: Insert, places: readonly Placed[]): Promise<void> {
  await insert(
    'value_import',
    places.map((place) => ({
      ...ofOrganisation(place),
      id: figureIds.valueImport(place.territory),
      account_id: stranger,
      file_name: 'x',
      sha256: 'a'.repeat(64),
      bytes: '1',
      stage: 'open',
    })),
  );
  await insert(
    'value_layout',
    places.map((place) => ({ ...here(place), signature: 'a'.repeat(64), layout: '{}' })),
  );
  await insert(
    'value_place_alias',
    places.map((place) => ({ ...here(place), key: figureIds.alias(place.territory), place_id: place.at })),
  );
  await insert(
    'crosswalk',
    places.map((place) => ({
      ...here(place),
      id: figureIds.crosswalk(place.territory),
      title: `Nombres ${place.territory}`,
      number: 1,
    })),
  );
  await insert(
    'crosswalk_entry',
    places.map((place) => ({
      crosswalk_id: figureIds.crosswalk(place.territory),
      position: 1,
      national: 'x',
      folded: 'x',
    })),
  );
  const batches = await owner.selectFrom('value_batch').select(['id', 'source_version']).execute();
  const batchOf = new Map(batches.map((row) => [row.source_version, row.id]));
  await insert(
    'value_batch_crosswalk',
    places.map((place) => ({
      batch_id: batchOf.get(figureIds.closedBatch(place.territory)) ?? '0',
      crosswalk_id: figureIds.crosswalk(place.territory),
    })),
  );
}

/** Views and notes of somebody else, surveys, rounds and bulletins. */
async function insertLooking(
  insert: Insert,
  places: readonly Placed[],
  indicatorOf: (place: Placed) => number,
): Promise<void> {
  await insert(
    'saved_view',
    places.flatMap((place) => {
      const view = { territory_id: place.at, account_id: stranger, title: 'Vista', query: '' };
      const own = { ...view, id: figureIds.ownView(place.territory), audience: 'own' };
      const open = { ...view, id: figureIds.openView(place.territory), audience: 'everybody' };
      const shared = {
        ...view,
        id: figureIds.sharedView(place.territory),
        audience: 'organisation',
        organisation_id: place.organisationId,
      };
      return place.organisationId === null
        ? [own, open].map((one) => ({ ...one, organisation_id: null }))
        : [own, open, shared].map((one) => ({ ...one, organisation_id: place.organisationId }));
    }),
  );
  await insert(
    'dashboard',
    [0, 1].map((account) => ({ account_id: ids.account(account), blocks: '[]' })),
  );
  await insert(
    'figure_note',
    places.flatMap((place) =>
      [true, false].map((isPublic) => ({
        id: isPublic ? figureIds.publicNote(place.territory) : figureIds.closedNote(place.territory),
        indicator_id: indicatorOf(place),
        territory_id: place.at,
        words: 'Nota',
        is_public: isPublic,
        account_id: stranger,
      })),
    ),
  );
  await insert(
    'survey',
    places.map((place) => ({
      ...ofOrganisation(place),
      id: figureIds.survey(place.territory),
      source_id: 'propiedad',
      title: 'Encuesta',
      population: 'Personas',
      fieldwork_from: '2026-01-01',
      fieldwork_to: '2026-01-02',
      design: '{}',
      questions: '[]',
    })),
  );
  await insert(
    'pulse_round',
    places.map((place) => ({
      ...here(place),
      id: figureIds.round(place.territory),
      structure_id: place.structureId,
      title: 'Ronda',
      sectors: ['x'],
      people: '{}',
      opens_on: '2026-01-01',
      closes_on: '2026-01-02',
      secret_hash: Buffer.from(`p${place.territory}`),
    })),
  );
  await insert(
    'bulletin_schedule',
    places.map((place) => ({
      ...kindOf(place),
      id: figureIds.schedule(place.territory),
      audience: 'public',
      language: 'es',
      days_after: 10,
      account_id: stranger,
    })),
  );
  await insert(
    'bulletin',
    places.flatMap((place) =>
      (['public', 'internal'] as const).map((audience) => ({
        ...kindOf(place),
        id:
          audience === 'public'
            ? figureIds.publicBulletin(place.territory)
            : figureIds.closedBulletin(place.territory),
        quarter: '2026-01-01',
        audience,
        language: 'es',
        content: '{}',
        hash: 'a'.repeat(64),
        code: `${audience}-${place.territory}`,
      })),
    ),
  );
}

const kindOf = (place: Placed) => ({
  ...ofOrganisation(place),
  kind: place.organisationId === null ? 'territory' : 'institution',
});

async function insertReports(insert: Insert, places: readonly Placed[]): Promise<void> {
  await insert(
    'report_form',
    places.map((place) => ({ ...here(place), id: figureIds.form(place.territory), title: 'Formulario' })),
  );
  await insert(
    'report_form_version',
    places.map((place) => ({ form_id: figureIds.form(place.territory), number: 1, content: '{}' })),
  );
  await insert(
    'report_cycle',
    places.map((place) => ({
      ...here(place),
      id: figureIds.cycle(place.territory),
      form_id: figureIds.form(place.territory),
      form_number: 1,
      title: 'Ciclo',
      period_kind: 'quarter',
      period: '2026-01-01',
      path: 'territory',
      opens_on: '2026-04-01',
      due_on: '2026-04-30',
    })),
  );
  const reports = places.flatMap((place) => [
    ...(place.organisationId === null
      ? []
      : [
          {
            place,
            of: figureIds.organisationReport,
            organisation_id: place.organisationId,
            structure_id: null,
          },
        ]),
    ...(place.structureId === null
      ? []
      : [{ place, of: figureIds.structureReport, organisation_id: null, structure_id: place.structureId }]),
  ]);
  await insert(
    'report',
    reports.map(({ place, of, ...holder }) => ({
      ...here(place),
      ...holder,
      id: of(place.territory),
      cycle_id: figureIds.cycle(place.territory),
      form_id: figureIds.form(place.territory),
      period: '2026-01-01',
      steps: 1,
    })),
  );
  await insert(
    'report_step',
    reports.map(({ place, of, organisation_id }) => ({
      report_id: of(place.territory),
      number: 1,
      territory_id: place.aboveAt,
      organisation_id,
    })),
  );
  await insert(
    'report_answer',
    reports.map(({ place, of }) => ({
      report_id: of(place.territory),
      cell: 'a',
      state: 'value',
      number: 1,
    })),
  );
  await insert(
    'report_act',
    reports.map(({ place, of }) => ({
      id: of(place.territory),
      report_id: of(place.territory),
      act: 'started',
      step: 0,
      on_date: '2026-04-02',
    })),
  );
  await insert(
    'report_link',
    reports.map(({ place, of }) => ({
      id: of(place.territory),
      report_id: of(place.territory),
      secret_hash: Buffer.from(of(place.territory)),
      addressee: 'Alguien',
      expires_at: new Date(0),
    })),
  );
}
