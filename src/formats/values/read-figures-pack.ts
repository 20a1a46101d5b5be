import { z } from 'zod';
import { parsePeriod, periodKinds } from '#domain/indicators/period.ts';
import { readRows } from '../packs/read-rows.ts';

const both = z.strictObject({ es: z.string().min(3).max(300), en: z.string().min(3).max(300) });
const period = z.string().refine((text) => parsePeriod(text) !== null);

const series = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  indicator: z.string(),
  source: z.string(),
  title: both,
  territory: z.string(),
  periodKind: z.enum(periodKinds),
  level: z.number().int().min(0).max(6),
  grain: z.array(z.string()),
  adds: z.boolean().default(true),
  rank: z.number().int().min(1).max(99),
  countingUnit: z.string().nullable(),
  isPublished: z.boolean(),
  note: z.string().nullable(),
  cutoff: z.iso.date().nullable(),
  status: z.enum(['provisional', 'final']),
  coverage: z.array(z.strictObject({ territory: z.string(), from: period, to: period })),
});

/** The series of a pack: `packs/<country>/figures.json`; their values stand in `figures.csv`. */
export const figuresPackSchema = z.strictObject({ series: z.array(series) });

export type PackSeries = z.output<typeof series>;

export type PackValue = {
  readonly series: string;
  readonly territory: string;
  readonly period: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly value: number;
};

const columns = ['series', 'territory', 'period', 'crossing', 'value'] as const;

/** Reads the figures of a pack. A pack is checked by tests; a fault here is one of the pack's maker, and says where. */
export function readFiguresPack(texts: { readonly series: string; readonly values: string }): {
  readonly series: readonly PackSeries[];
  readonly values: readonly PackValue[];
} {
  const { series: list } = figuresPackSchema.parse(JSON.parse(texts.series));
  const kinds = new Map(list.map((one) => [one.key, one.periodKind]));
  const { rows, problems } = readRows('figures.csv', texts.values, columns);
  if (problems[0]) throw new Error(`figures.csv:${problems[0].row}: ${problems[0].code}`);
  const values = rows.map(({ row, cells }) => {
    const read = parsePeriod(cells.period);
    const value = Number(cells.value);
    if (!read || read.kind !== kinds.get(cells.series) || cells.value === '' || !Number.isFinite(value))
      throw new Error(`figures.csv:${row}: not a value of ${cells.series}`);
    const { series: key, territory } = cells;
    return { series: key, territory, period: read.start, parts: partsOf(cells.crossing), value };
  });
  return { series: list, values };
}

/** Reads a crossing as it is written: "age=15-17&sex=f". */
export function partsOf(crossing: string): Record<string, string> {
  return Object.fromEntries(
    crossing
      .split('&')
      .filter((part) => part !== '')
      .map((part) => part.split('=') as [string, string]),
  );
}
