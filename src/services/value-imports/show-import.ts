import type { z } from 'zod';
import { findImportRun } from '#database/actors/import-store.ts';
import { findCrosswalkTitles, findVersionsOfRun } from '#database/value-imports/crosswalk-views.ts';
import { findPlaces } from '#database/actors/place-views.ts';
import { findValueImport } from '#database/value-imports/import-store.ts';
import type { valueImportOperations } from '#contract/values/imports.ts';
import type { OutputOf } from '#contract/operation.ts';
import { refuse } from '#domain/values/refusals.ts';
import { valueLayoutSchema } from '#domain/values/import/layout-schema.ts';
import { importSettingsSchema } from '#domain/values/import/mapping-schema.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { lookUp, showPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { leftOutOf } from './study-import.ts';

type Answer = OutputOf<typeof valueImportOperations.getValueImport>;
type Texts = Record<string, string | number>;

/** What studying a file found, as it is kept. */
type Findings = {
  readonly sheet: string | null;
  readonly sheets: Answer['sheets'];
  readonly headers: string[];
  readonly sample: string[][];
  readonly values: number;
  readonly crosswalks?: readonly string[];
  readonly unread?: Answer['unread'];
  readonly notices?: readonly Problem[];
  readonly doubts: Answer['doubts'];
  readonly places: readonly { key: string; text: string; rows: number; candidates: number[] }[];
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly format: string | null;
  readonly left: Answer['left'];
  readonly metadata: Omit<NonNullable<Answer['metadata']>, 'fileName'> | null;
  readonly proposals: Answer['proposals'];
};

const nothing: Findings = {
  sheet: null,
  sheets: [],
  headers: [],
  sample: [],
  values: 0,
  doubts: [],
  places: [],
  problems: [],
  problemCount: 0,
  format: null,
  left: null,
  metadata: null,
  proposals: [],
};

/** An import as the API shows it. */
export async function showImport(tx: Transaction, context: Context, id: string): Promise<Answer> {
  const row = await findValueImport(tx, id);
  if (!row) throw refuse('values.import-not-found');
  const findings = { ...nothing, ...(row.findings as Findings | null) };
  const layout = row.layout === null ? null : valueLayoutSchema.safeParse(row.layout);
  const candidates = await findPlaces(tx, [...new Set(findings.places.flatMap((place) => place.candidates))]);
  const [names, run] = await Promise.all([
    lookUp(tx, context, { territories: [row.territory_id] }),
    row.import_run_id === null ? undefined : findImportRun(tx, row.import_run_id),
  ]);
  const report = (run?.report ?? {}) as { written?: number; same?: number };
  return {
    id: row.id,
    version: row.version,
    fileName: row.file_name,
    territory: names.place(row.territory_id),
    stage: row.stage as Answer['stage'],
    createdAt: row.created_at.toISOString(),
    rowsRead: row.rows_read,
    sheet: findings.sheet,
    sheets: findings.sheets,
    headers: findings.headers,
    sample: findings.sample,
    layout: layout?.success ? layout.data : null,
    layoutOrigin: row.layout_origin as Answer['layoutOrigin'],
    settings: importSettingsSchema.parse(row.settings) satisfies z.output<typeof importSettingsSchema>,
    counts: { rows: row.rows_read, values: findings.values, problems: findings.problemCount },
    crosswalks: await crosswalksOf(tx, row.import_run_id, findings),
    unread: findings.unread ?? [],
    notices: (findings.notices ?? []).map(showProblem),
    doubts: findings.doubts,
    places: findings.places.map((place) => ({
      ...place,
      candidates: place.candidates.flatMap((one) => {
        const found = candidates.get(one);
        if (!found) return [];
        const { reference, name, kindName } = showPlace(found, context.language);
        return [{ reference, name: `${name} (${kindName})` }];
      }),
    })),
    leftOut: leftOutOf(row).map(({ key, text, rows }) => ({ key, text, rows })),
    problems: findings.problems.map(showProblem),
    fault: row.refusal as { code: string; values: Texts } | null,
    ...ofOtherSystem(row.metadata_name, findings),
    written: report.written ?? null,
    same: report.same ?? null,
  };
}

// By which names it would be read now; once it is applied, by which it was.
function crosswalksOf(tx: Transaction, runId: string | null, { crosswalks = [] }: Findings) {
  return runId === null ? findCrosswalkTitles(tx, crosswalks) : findVersionsOfRun(tx, runId);
}

function showProblem(problem: Problem): Answer['problems'][number] {
  return {
    code: problem.code,
    row: problem.row ?? null,
    cell: problem.cell ?? null,
    sheet: problem.sheet ?? null,
    field: problem.field ?? null,
    values: { ...problem.values },
  };
}

// What a file of another system says beside its figures.
function ofOtherSystem(fileName: string | null, { format, left, metadata, proposals }: Findings) {
  return {
    format,
    left,
    metadata: metadata && fileName !== null ? { fileName, ...metadata } : null,
    proposals,
  };
}
