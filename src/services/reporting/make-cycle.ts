import { disaggregationOf } from '#database/values/value-store.ts';
import {
  insertCycle,
  insertReports,
  insertReportSource,
  insertSteps,
  insertTargets,
  seriesFor,
} from '#database/reporting/cycle-store.ts';
import { findAskedIndicators, type FormRow } from '#database/reporting/form-store.ts';
import type { Period } from '#domain/indicators/period.ts';
import { cellsOf, type FormCell } from '#domain/reporting/form.ts';
import { say } from '#words/index.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { readForm } from './form-of.ts';
import type { Subject, Subjects } from './subjects-of.ts';

export type NewCycle = {
  readonly id: string;
  readonly form: FormRow;
  readonly title: string;
  readonly country: string;
  readonly territoryId: number;
  readonly period: Period;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly graceDays: number;
  readonly showsProvisional: boolean;
  readonly example: boolean;
  /** Of the example, whose reports always have the same ids. */
  readonly reportIdOf?: (subject: Subject) => string;
};

type Target = Parameters<typeof insertTargets>[1][number];

/** Writes a cycle down: its reports, the steps of each, and where every figure will go. */
export async function makeCycle(
  tx: Transaction,
  context: Context,
  cycle: NewCycle,
  { subjects, path, agreementId }: Subjects,
): Promise<readonly { readonly id: string; readonly subject: Subject }[]> {
  await insertCycle(tx, {
    id: cycle.id,
    country: cycle.country,
    territory_id: cycle.territoryId,
    agreement_id: agreementId,
    form_id: cycle.form.id,
    form_number: cycle.form.number,
    title: cycle.title,
    period_kind: cycle.period.kind,
    period: cycle.period.start,
    path,
    opens_on: cycle.opensOn,
    due_on: cycle.dueOn,
    grace_days: cycle.graceDays,
    shows_provisional: cycle.showsProvisional,
    example: cycle.example,
  });
  const made = subjects.map((subject) => ({ id: cycle.reportIdOf?.(subject) ?? newId(), subject }));
  await insertOwed(tx, cycle, made);
  await insertTargets(tx, await targetsOf(tx, context, cycle, subjects));
  return made;
}

async function insertOwed(
  tx: Transaction,
  cycle: NewCycle,
  made: readonly { readonly id: string; readonly subject: Subject }[],
): Promise<void> {
  await insertReports(
    tx,
    made.map(({ id, subject }) => ({
      id,
      cycle_id: cycle.id,
      form_id: cycle.form.id,
      period: cycle.period.start,
      country: cycle.country,
      territory_id: subject.territoryId,
      organisation_id: subject.organisationId,
      structure_id: subject.structureId,
      steps: subject.steps.length,
      example: cycle.example,
    })),
  );
  await insertSteps(
    tx,
    made.flatMap(({ id, subject }) =>
      subject.steps.flatMap((places, index) =>
        places.map((place) => ({
          report_id: id,
          number: index + 1,
          territory_id: place.territoryId,
          organisation_id: place.organisationId,
          structure_id: place.structureId,
        })),
      ),
    ),
  );
}

/**
 * Into which series every figure goes. Territories of one form share a series that goes on from period to period; every institution
 * has its own, so that what two of one place say is never taken for one another.
 */
async function targetsOf(tx: Transaction, context: Context, cycle: NewCycle, subjects: readonly Subject[]) {
  const cells = cellsOf(readForm(cycle.form.content)).filter(({ item }) => item.kind === 'indicator');
  const codes = [...new Set(cells.flatMap(({ item }) => item.indicator ?? []))];
  const indicators = new Map((await findAskedIndicators(tx, codes)).map((one) => [one.code, one]));
  const crossings = new Map<string, number>();
  for (const { cell, crossing } of cells)
    crossings.set(cell, crossing === null ? 0 : await disaggregationOf(tx, crossing.parts));
  const holders = new Map(subjects.map((one) => [one.organisationId ?? one.structureId, one]));
  const targets: Target[] = [];
  for (const subject of holders.values()) {
    const series = await seriesOf(tx, context, { cycle, subject, cells, indicators });
    for (const { cell, item } of cells) {
      const seriesId = series.get(item.key);
      if (seriesId === undefined) continue;
      targets.push({
        cycle_id: cycle.id,
        organisation_id: subject.organisationId,
        structure_id: subject.structureId,
        cell,
        series_id: seriesId,
        disaggregation_id: crossings.get(cell) ?? 0,
      });
    }
  }
  return targets;
}

type Asked = {
  readonly cycle: NewCycle;
  readonly subject: Subject;
  readonly cells: readonly FormCell[];
  readonly indicators: ReadonlyMap<string, Awaited<ReturnType<typeof findAskedIndicators>>[number]>;
};

/** The series of each item of one who reports. */
async function seriesOf(tx: Transaction, context: Context, asked: Asked): Promise<Map<string, number>> {
  const { cycle, subject, cells, indicators } = asked;
  const sourceId = await sourceOf(tx, context, cycle, subject);
  const series = new Map<string, number>();
  for (const { item } of cells) {
    const indicator = indicators.get(item.indicator ?? '');
    if (!indicator || series.has(item.key)) continue;
    const id = await seriesFor(tx, {
      indicatorId: indicator.id,
      country: cycle.country,
      territoryId: cycle.territoryId,
      organisationId: subject.organisationId,
      sourceId,
      title: titleOf(context, cycle, subject),
      periodKind: cycle.period.kind,
      level: subject.level,
      grain: item.dimensions,
      adds: indicator.composition === 'count' || indicator.composition === 'stock',
      audience: cycle.form.audience,
      example: cycle.example,
    });
    series.set(item.key, id);
  }
  return series;
}

async function sourceOf(
  tx: Transaction,
  context: Context,
  cycle: NewCycle,
  subject: Subject,
): Promise<string> {
  const holder = subject.organisationId ?? subject.structureId;
  const id = ['informes', cycle.form.id, ...(holder === null ? [] : [holder])].join('.');
  await insertReportSource(tx, {
    id,
    country: cycle.country,
    title: titleOf(context, cycle, subject),
    publisher: subject.name ?? cycle.form.title,
  });
  return id;
}

function titleOf({ language }: Context, cycle: NewCycle, { name }: Subject): string {
  const title = say(language, 'reporting.series-title', { form: cycle.form.title });
  return (name === null ? title : `${title} (${name})`).slice(0, 300);
}
