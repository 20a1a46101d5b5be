import { z } from 'zod';
import { ecologicalLevels } from '#domain/diagnosis/vocabulary.ts';
import {
  indicatorDirections,
  inspireStrategies,
  preventionLevels,
  preventionTypes,
} from '#domain/strategy/vocabulary.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import type { ElementLine, ReadElements, WrittenElement } from './element-lines.ts';

const format = 'articula-strategy';
const text = (maximum: number) => z.string().trim().max(maximum);
const year = z.number().int().min(1990).max(2100);
const figure = z.number().min(-1e12).max(1e12);

const indicator = z.object({
  title: text(300).min(3),
  unit: text(100).min(1),
  direction: z.enum(indicatorDirections).default('up'),
  source: text(300).nullish(),
  baselineValue: figure.nullish(),
  baselineYear: year.nullish(),
  targets: z
    .array(z.object({ year, value: figure }))
    .max(60)
    .default([]),
});

const said = z.object({
  code: text(30).nullish(),
  title: text(500).min(3),
  description: text(4000).nullish(),
  preventionLevel: z.enum(preventionLevels).nullish(),
  preventionTypes: z.array(z.enum(preventionTypes)).nullish(),
  inspire: z.array(z.enum(inspireStrategies)).nullish(),
  ecologicalLevels: z.array(z.enum(ecologicalLevels)).nullish(),
  lead: z.array(text(300)).nullish(),
  support: z.array(text(300)).nullish(),
  indicators: z.array(indicator).nullish(),
});

type Nested = z.output<typeof said> & { readonly elements?: readonly Nested[] };

const depth = 6;
const nested = (levels: number): z.ZodType =>
  levels <= 1
    ? said.extend({ elements: z.array(z.never()).optional() })
    : said.extend({ elements: z.array(z.lazy(() => nested(levels - 1))).optional() });
const file = z.object({ format: z.literal(format), elements: z.array(nested(depth)).max(2000) });

/**
 * The elements of a strategy in JSON, numbered in reading order: that is what a fault calls its row.
 * @throws Refusal `strategy.not-readable` when the file is no strategy in JSON at all
 */
export function readElementsJson(bytes: Uint8Array): ReadElements {
  const read = file.safeParse(parse(bytes));
  if (read.success) {
    const lines: ElementLine[] = [];
    gather(read.data.elements as readonly Nested[], 1, lines);
    return { lines, problems: [], notes: [] };
  }
  const isOurs = !read.error.issues.some(({ path }) => path[0] !== 'elements');
  if (!isOurs) throw refuse('strategy.not-readable');
  const problems = read.error.issues.slice(0, 200).map((issue): Problem => ({
    code: 'strategy.json-value',
    field: String(issue.path.at(-1) ?? 'elements'),
    row: 0,
    values: { place: issue.path.join('.') },
  }));
  return { lines: [], problems, notes: [] };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refuse('strategy.not-readable');
  }
}

function gather(elements: readonly Nested[], level: number, lines: ElementLine[]): void {
  for (const element of elements) {
    lines.push({
      row: lines.length + 1,
      level,
      said: {
        code: element.code ?? null,
        title: element.title,
        description: element.description ?? null,
        preventionLevel: element.preventionLevel ?? null,
        preventionTypes: element.preventionTypes ?? null,
        inspire: element.inspire ?? null,
        ecologicalLevels: element.ecologicalLevels ?? null,
      },
      lead: element.lead ?? null,
      support: element.support ?? null,
      indicators:
        element.indicators?.map((one) => ({
          ...one,
          source: one.source ?? null,
          baselineValue: one.baselineValue ?? null,
          baselineYear: one.baselineYear ?? null,
        })) ?? null,
    });
    gather(element.elements ?? [], level + 1, lines);
  }
}

/** A version as JSON: its elements within one another, beside what the strategy is. */
export function writeElementsJson(
  about: Readonly<Record<string, unknown>>,
  elements: readonly WrittenElement[],
): Uint8Array {
  const root: object[] = [];
  const open: object[][] = [root];
  for (const { level, ...element } of elements) {
    const below: object[] = [];
    open.length = level;
    open.at(-1)?.push({ ...element, elements: below });
    open.push(below);
  }
  return new TextEncoder().encode(`${JSON.stringify({ format, ...about, elements: root }, null, 2)}\n`);
}
