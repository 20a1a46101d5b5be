import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { valuesOperations } from '#contract/values/index.ts';
import { inScope } from '#database/connection.ts';
import { findMeasured, findSpanOf, listSeriesOf } from '#database/values/question-views.ts';
import { refuse } from '#domain/values/refusals.ts';
import { parseReference } from '#domain/territories/references.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { askFigures } from './ask-figures.ts';
import { readFigures } from './read-figures.ts';
import { namesOfAnswer } from './show-figures.ts';
import { writeExchangeFile } from './write-exchange-file.ts';
import { writeFiguresFile } from './write-figures-file.ts';

type Operation = typeof valuesOperations.exportValues;

/** Figures as a file: what is not asked otherwise is all that the first source tells, as finely as it tells it. */
export async function exportValues(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { actor, database, language } = context;
  const whole = await wholeOf(context, input);
  const question = await inScope(database, actor.scope, async (tx) =>
    askFigures(tx, {
      ...input,
      from: input.from ?? whole.from,
      to: input.to ?? whole.to,
      level: input.level ?? whole.level,
    }),
  );
  const answer = await readFigures(context, question);
  return inScope(database, actor.scope, async (tx) => {
    const names = await namesOfAnswer(tx, context, answer);
    const { format } = input;
    if (format !== 'csv' && format !== 'xlsx')
      return writeExchangeFile(tx, context, answer, { names, format });
    return writeFiguresFile(answer, { names, language, format });
  });
}

/** From when to when, and at which level, a source tells an indicator. */
async function wholeOf(context: Context, input: InputOf<Operation>) {
  const { actor, database } = context;
  const { series, thisYear } = await inScope(database, actor.scope, async (tx) => {
    const indicator = await findMeasured(tx, { code: input.indicator });
    if (!indicator) throw refuse('values.indicator-not-found', { values: { indicator: input.indicator } });
    const country = parseReference(input.territory ?? input.within ?? '')?.country ?? null;
    const own = await listSeriesOf(tx, indicator.id, country);
    const parts =
      own.length > 0 || !indicator.numerator_id
        ? own
        : await listSeriesOf(tx, indicator.numerator_id, country);
    const today = await todayOf(tx, context, country);
    return { series: parts.find(({ id }) => id === input.series) ?? parts[0], thisYear: today.slice(0, 4) };
  });
  const level = series && String(series.level);
  const span = series && (await database.owner.transaction().execute((tx) => findSpanOf(tx, series)));
  return { from: span?.from ?? thisYear, to: span?.to ?? thisYear, level };
}
