import type { Spot } from './permissions-oracle.ts';
import { figureIds, figurePlaces, type FigurePlace } from './permissions-figures.ts';
import { ids, type Numbered, type World } from './permissions-world.ts';

// What the sentences say of figures: which rows are seen, changed, removed, and which may be added.

type May = (deed: string, spot: Spot) => boolean;
type Who = 'account' | 'visitor';
type Try = { readonly statement: string; readonly expected: string[] };
type Insert = { readonly statement: string; readonly expected: boolean };
type Rule = (place: FigurePlace) => boolean;

/** The sentences, asked of a place. */
function rulesOf(world: World, may: May) {
  const own = ({ territory, organisation }: FigurePlace) => ({ territory, organisation });
  const edits: Rule = ({ territory }) => may('edit-indicator', { territory });
  const imports: Rule = ({ territory }) => may('import', { territory });
  const looks: Rule = ({ territory }) => may('see-figures', { territory });
  const reports: Rule = (place) => may('report-figures', own(place));
  const reportsForStructure: Rule = ({ territory, structure }) =>
    may('report-figures', { territory, structure });
  const reviewsPlace: Rule = (place) => may('review-figures', own(place));
  const reviewsAbove: Rule = ({ above, organisation }) =>
    may('review-figures', { territory: above, organisation });
  const reviewsStructure: Rule = ({ above }) => may('review-figures', { territory: above });
  const somewhere = (deed: string) => world.parents.some((_, territory) => may(deed, { territory }));
  return {
    edits,
    imports,
    looks,
    reports,
    reportsForStructure,
    reviewsPlace,
    reviewsAbove,
    reviewsStructure,
    somewhere,
    keeps: ((place) => edits(place) || imports(place)) as Rule,
    settles: (({ territory }) => may('review-figures', { territory })) as Rule,
    reportsHere: (({ territory }) => may('report-figures', { territory })) as Rule,
    unpublished: ((place) =>
      may('see-unpublished', own(place)) ||
      (place.organisation !== null && may('act-for-party', own(place)))) as Rule,
  };
}

/** Rows of figures that a statement should return: those seen, and those changed or removed. */
export function expectedFigures(
  world: World,
  tree: readonly Numbered[],
  may: May,
  who: Who = 'account',
): Try[] {
  const places = figurePlaces(world, tree);
  const rules = rulesOf(world, may);
  const where = (of: (index: number) => string, holds: Rule) =>
    places.filter(holds).map(({ territory }) => of(territory));
  const all: Rule = () => true;
  const signedIn: Rule = () => who === 'account';
  const at = (holds: Rule) => places.filter(holds).map((place) => String(place.at));
  return [
    ...catalogue(where, at, rules, { all, signedIn }),
    ...brought(where, at, rules, all),
    ...looking(world, where, rules, who),
    ...reporting(where, rules, signedIn),
  ];
}

type Where = (of: (index: number) => string, holds: Rule) => string[];
type Rules = ReturnType<typeof rulesOf>;

function catalogue(
  where: Where,
  at: (holds: Rule) => string[],
  { edits, imports, looks, keeps, settles }: Rules,
  { all, signedIn }: { all: Rule; signedIn: Rule },
): Try[] {
  const { indicator, draftIndicator, target, series, publicBatch, closedBatch } = figureIds;
  const seesClosed: Rule = (place) => looks(place) || keeps(place);
  const writes: Rule = (place) => imports(place) || settles(place);
  const withFunder: Rule = ({ organisation }) => organisation !== null;
  return [
    {
      statement: 'select code as id from indicator',
      expected: [...where(indicator, all), ...where(draftIndicator, edits)],
    },
    {
      statement: 'update indicator set rule = rule returning code as id',
      expected: [...where(indicator, edits), ...where(draftIndicator, edits)],
    },
    { statement: 'select id from indicator_target', expected: where(target, all) },
    {
      statement: 'delete from indicator_target returning id',
      expected: where(target, edits),
    },
    {
      statement: 'select title as id from series',
      expected: [
        ...where(series('public'), all),
        ...where(series('network'), (place) => signedIn(place) || seesClosed(place)),
        ...where(series('territory'), seesClosed),
      ],
    },
    {
      statement: `update series set note = note where audience = 'territory' returning title as id`,
      expected: where(series('territory'), keeps),
    },
    {
      statement: 'select source_version as id from value_batch',
      expected: [...where(publicBatch, all), ...where(closedBatch, seesClosed)],
    },
    { statement: 'select territory_id as id from data_value', expected: at(looks) },
    { statement: 'select territory_id as id from value_correction', expected: at(looks) },
    {
      statement: 'select territory_id as id from value_interval',
      expected: at((place) => looks(place) || writes(place)),
    },
    { statement: 'delete from value_interval returning territory_id as id', expected: at(writes) },
    {
      statement: 'select territory_id as id from value_share',
      expected: at((place) => withFunder(place) && (looks(place) || writes(place))),
    },
    {
      statement: 'delete from value_share returning territory_id as id',
      expected: at((place) => withFunder(place) && writes(place)),
    },
  ];
}

function brought(
  where: Where,
  at: (holds: Rule) => string[],
  { imports, keeps, looks, somewhere }: Rules,
  all: Rule,
): Try[] {
  const { valueImport, alias, closedBatch, crosswalk } = figureIds;
  return [
    { statement: 'select id from value_import', expected: where(valueImport, imports) },
    { statement: 'delete from value_import returning id', expected: where(valueImport, imports) },
    { statement: 'select territory_id as id from value_layout', expected: at(imports) },
    { statement: 'delete from value_layout returning territory_id as id', expected: at(imports) },
    {
      statement: 'select key as id from value_place_alias',
      expected: where(alias, () => somewhere('import')),
    },
    { statement: 'delete from value_place_alias returning key as id', expected: where(alias, imports) },
    { statement: 'select id from crosswalk', expected: where(crosswalk, all) },
    { statement: 'select crosswalk_id as id from crosswalk_entry', expected: where(crosswalk, all) },
    {
      statement: `select b.source_version as id from value_batch_crosswalk x join value_batch b on b.id = x.batch_id`,
      expected: where(closedBatch, (place) => looks(place) || keeps(place)),
    },
  ];
}

function looking(world: World, where: Where, rules: Rules, who: Who): Try[] {
  const { edits, keeps, looks, reportsHere, reportsForStructure, reviewsPlace, unpublished } = rules;
  const { sharedView, openView, publicNote, closedNote, survey, round } = figureIds;
  const { publicBulletin, closedBulletin, schedule } = figureIds;
  const all: Rule = () => true;
  const mine = who === 'account' ? world.accounts[0]?.organisation : null;
  const shared: Rule = ({ organisation }) => organisation !== null && organisation === mine;
  return [
    {
      statement: 'select id from saved_view',
      expected: [...where(openView, all), ...where(sharedView, shared)],
    },
    { statement: 'delete from saved_view returning id', expected: where(openView, edits) },
    {
      statement: 'select account_id as id from dashboard',
      expected: who === 'account' ? [ids.account(0)] : [],
    },
    {
      statement: 'select id from figure_note',
      expected: [
        ...where(publicNote, all),
        ...where(closedNote, (place) => looks(place) || reportsHere(place) || edits(place)),
      ],
    },
    {
      statement: 'delete from figure_note returning id',
      expected: [...where(publicNote, edits), ...where(closedNote, edits)],
    },
    { statement: 'select id from survey', expected: where(survey, all) },
    { statement: 'update survey set note = note returning id', expected: where(survey, keeps) },
    { statement: 'select id from pulse_round', expected: where(round, all) },
    {
      statement: 'update pulse_round set title = title returning id',
      expected: where(round, reportsForStructure),
    },
    {
      statement: 'select id from bulletin',
      expected: [...where(publicBulletin, all), ...where(closedBulletin, unpublished)],
    },
    { statement: 'select id from bulletin_schedule', expected: where(schedule, reviewsPlace) },
    { statement: 'delete from bulletin_schedule returning id', expected: where(schedule, reviewsPlace) },
  ];
}

function reporting(where: Where, rules: Rules, signedIn: Rule): Try[] {
  const { edits, looks, reports, reportsForStructure, reviewsAbove, reviewsStructure } = rules;
  const { form, cycle, organisationReport, structureReport } = figureIds;
  const both = (ofOrganisation: Rule, ofStructure: Rule) => [
    ...where(organisationReport, (place) => place.organisation !== null && ofOrganisation(place)),
    ...where(structureReport, (place) => place.structure !== null && ofStructure(place)),
  ];
  const changed = both(
    (place) => reports(place) || reviewsAbove(place),
    (place) => reportsForStructure(place) || reviewsStructure(place),
  );
  const seen = both(
    (place) => looks(place) || edits(place) || reports(place) || reviewsAbove(place),
    (place) => looks(place) || edits(place) || reportsForStructure(place) || reviewsStructure(place),
  );
  const filledIn = both(reports, reportsForStructure);
  return [
    { statement: 'select id from report_form', expected: where(form, signedIn) },
    { statement: 'update report_form set title = title returning id', expected: where(form, edits) },
    { statement: 'select id from report_cycle', expected: where(cycle, signedIn) },
    { statement: 'update report_cycle set title = title returning id', expected: where(cycle, edits) },
    { statement: 'select report_id as id from report_step', expected: both(signedIn, signedIn) },
    { statement: 'select id from report', expected: seen },
    { statement: 'update report set step = step returning id', expected: changed },
    { statement: 'select report_id as id from report_answer', expected: seen },
    {
      statement: 'update report_answer set number = number returning report_id as id',
      expected: filledIn,
    },
    { statement: 'delete from report_answer returning report_id as id', expected: filledIn },
    { statement: 'select id from report_act', expected: seen },
    { statement: 'select id from report_link', expected: seen },
    { statement: 'delete from report_link returning id', expected: filledIn },
  ];
}

/** Rows of figures that might be added, one of each kind in each place, and whether the sentences allow it. */
export function expectedFigureInserts(world: World, tree: readonly Numbered[], may: May): Insert[] {
  const rules = rulesOf(world, may);
  const fresh = `'${ids.fresh()}'`;
  const me = `'${ids.account(0)}'`;
  return figurePlaces(world, tree).flatMap((place) => {
    const { territory, at } = place;
    const org = place.organisationId === null ? 'null' : `'${place.organisationId}'`;
    const indicator = `(select id from indicator where code = '${figureIds.indicator(territory)}')`;
    const series = `(select id from series where title = '${figureIds.series('public')(territory)}')`;
    const add = (into: string, values: string, rule: Rule): Insert => ({
      statement: `insert into ${into} values (${values})`,
      expected: rule(place),
    });
    const reportRows = place.organisation === null ? [] : [figureIds.organisationReport(territory)];
    return [
      add(
        'indicator (code, country, territory_id, organisation_id, title, topic, composition, unit, direction)',
        `'NUEVO', 'QA', ${at}, ${org}, 'Nuevo', 'x', 'count', 'x', 'up'`,
        rules.edits,
      ),
      add('indicator_definition (indicator_id, number, definition)', `${indicator}, 9, 'Otra'`, rules.edits),
      add(
        'indicator_target (id, indicator_id, territory_id, kind, year, value)',
        `${fresh}, ${indicator}, ${at}, 'baseline', 2020, 1`,
        rules.edits,
      ),
      add(
        'series (indicator_id, country, territory_id, organisation_id, source_id, title, period_kind, level, adds)',
        `${indicator}, 'QA', ${at}, ${org}, 'propiedad', 'Nueva', 'day', 0, true`,
        rules.keeps,
      ),
      add(
        'series_coverage (id, series_id, from_period, to_period, territory_id)',
        `${fresh}, ${series}, '2026-01-01', '2026-01-01', ${at}`,
        rules.keeps,
      ),
      add(
        'value_batch (kind, country, territory_id, organisation_id, account_id)',
        `'entry', 'QA', ${at}, ${org}, ${me}`,
        (one) => rules.keeps(one) || rules.reviewsPlace(one),
      ),
      add(
        'value_interval (series_id, disaggregation_id, period, territory_id, method)',
        `${series}, 0, '2026-01-01', ${at}, 'x'`,
        (one) => rules.imports(one) || rules.settles(one),
      ),
      // Values come in by value_write alone; sums and what was before are the database's own.
      ...[
        [
          `data_value (series_id, disaggregation_id, period, territory_id, value, batch_id)`,
          `1, 0, '2026-01-01', ${at}, 1, 1`,
        ],
        [`value_rollup`, `0, 1, 0, '2026-01-01', ${at}, 1, 1, 0`],
        [`value_dirty (series_id, disaggregation_id, period, territory_id)`, `1, 0, '2026-01-01', ${at}`],
        [`pulse_answer`, `${fresh}, ${fresh}, 'x', 'x', 'x', '{}'`],
      ].map(([into = '', values = '']) => add(into, values, () => false)),
      add(
        'value_import (id, country, territory_id, account_id, file_name, sha256, bytes, stage)',
        `${fresh}, 'QA', ${at}, ${me}, 'x', repeat('a', 64), 1, 'open'`,
        rules.imports,
      ),
      add(
        'value_place_alias (country, key, place_id, territory_id)',
        `'QA', 'nuevo', ${at}, ${at}`,
        rules.imports,
      ),
      add(
        'crosswalk (id, country, territory_id, title, number)',
        `${fresh}, 'QA', ${at}, 'Nueva', 1`,
        rules.edits,
      ),
      add(
        'saved_view (id, territory_id, account_id, title, query, audience)',
        `${fresh}, ${at}, ${me}, 'Nueva', '', 'everybody'`,
        rules.edits,
      ),
      add(
        'figure_note (id, indicator_id, territory_id, words, is_public, account_id)',
        `${fresh}, ${indicator}, ${at}, 'Nueva', true, ${me}`,
        rules.edits,
      ),
      add(
        'figure_note (id, indicator_id, territory_id, words, is_public, account_id)',
        `${fresh}, ${indicator}, ${at}, 'Nueva', false, ${me}`,
        (one) => rules.edits(one) || rules.looks(one) || rules.reportsHere(one),
      ),
      add(
        'survey_confirmation (id, survey_id, purpose, legal_basis, who_may_see, account_id, confirmed_on)',
        `${fresh}, '${figureIds.survey(territory)}', 'Para probarlo', 'Ninguna', 'Nadie', ${me}, '2026-01-01'`,
        rules.keeps,
      ),
      add(
        'bulletin (id, kind, country, territory_id, quarter, audience, language, content, hash, code, account_id)',
        `${fresh}, 'territory', 'QA', ${at}, '2026-01-01', 'public', 'es', '{}', repeat('a', 64), 'nuevo', ${me}`,
        rules.settles,
      ),
      add('report_form (id, country, territory_id, title)', `${fresh}, 'QA', ${at}, 'Nuevo'`, rules.edits),
      add(
        'report_form_version (form_id, number, content)',
        `'${figureIds.form(territory)}', 2, '{}'`,
        rules.edits,
      ),
      add(
        'report (id, cycle_id, form_id, period, country, territory_id, steps)',
        `${fresh}, '${figureIds.cycle(territory)}', '${figureIds.form(territory)}', '2026-01-01', 'QA', ${at}, 1`,
        rules.edits,
      ),
      ...reportRows.flatMap((report) => [
        add('report_answer (report_id, cell, state)', `'${report}', 'b', 'unknown'`, rules.reports),
        add(
          'report_act (id, report_id, act, step, on_date)',
          `${fresh}, '${report}', 'sent', 0, '2026-04-03'`,
          (one) => rules.reports(one) || rules.reviewsAbove(one),
        ),
        add(
          'report_remark (id, report_id, act_id, cell, remark)',
          `${fresh}, '${report}', '${report}', 'a', 'Falta'`,
          rules.reviewsAbove,
        ),
        add('report_step (report_id, number, territory_id)', `'${report}', 2, ${at}`, rules.edits),
      ]),
    ];
  });
}
