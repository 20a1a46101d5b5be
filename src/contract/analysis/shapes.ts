import { z } from 'zod';
import { countings } from '#domain/values/uncertainty.ts';
import * as shape from '../actors/shapes.ts';
import * as figures from '../values/shapes.ts';

export const { interval } = figures;

/** How sure a figure is. */
export const uncertainty = {
  events: z.number().nullable().describe('The events that it is made of; null where it is no count.'),
  persons: z.number().nullable().describe('Of a rate: how many could have had them.'),
  interval: interval
    .nullable()
    .describe(
      '95 %. Of counts exact (Garwood 1936), of estimates as told; null where neither says anything of chance.',
    ),
  method: figures.intervalMethod,
  warnings: z
    .array(z.enum(['few-people', 'few-events']))
    .describe('Why a rate is too weak to be shown as it is: fewer than 1,000 people, fewer than 5 events.'),
};

export const figure = z.object({
  value: z.number().nullable(),
  state: figures.figureState,
  heldAt: shape.place
    .nullable()
    .describe('The wider territory whose figure this is, where the source tells none finer.'),
  reporting: figures.reporting,
  ...uncertainty,
});

export const counting = z
  .enum(countings)
  .describe('What chance does to it: counted events, a rate of events, or something else.');

/** What stands beside any figures: of what, by whom, for whom, and what has to be said. */
export const beside = {
  indicator: figures.measured,
  counting,
  series: figures.seriesShown.nullable().describe('Null where no source answers this.'),
  others: z.array(figures.seriesShown),
  period: figures.periodKind,
  audience: figures.audience,
  notes: z.array(z.string()).describe('Words: `values.note.<note>`.'),
  breaks: z.array(figures.lineBreak).describe('What became of these territories in this time.'),
};

/** What is asked of one indicator. */
export const asked = {
  indicator: figures.indicatorCode,
  series: figures.seriesId.optional().describe('One source; else the first that can answer.'),
};

export const span = {
  from: z
    .string()
    .max(20)
    .optional()
    .describe('A day or a period: its first day counts. Else ten years back.'),
  to: z.string().max(20).optional().describe('A day or a period: its last day counts. Else today.'),
};

export const askedRefusals = [
  'values.indicator-not-found',
  'values.series-not-found',
  'values.not-a-period',
  'values.not-a-level',
  'values.too-much',
  'actors.territory-not-found',
] as const;
