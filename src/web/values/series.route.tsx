import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Day } from '../design/date-words.tsx';
import { DefinitionList } from '../design/definition-list.tsx';
import { TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/series.route';
import { Batches } from './batches.tsx';
import { CoverageHere } from './coverage-here.tsx';
import { EnterValueForm, readEntered } from './enter-value-form.tsx';
import { readSeriesFields, SeriesFields } from './series-fields.tsx';
import { addressOfSeries, addressOfSources, countryOf, type Series } from './value-shapes.ts';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const series = await call(context, 'getSeries', { series: Number(id) }, request);
  const { items } = await call(context, 'listDimensions', {}, request);
  const query = new URL(request.url).searchParams;
  return {
    series,
    dimensions: items.filter(({ code }) => series.grain.includes(code)),
    written: query.get('guardadas'),
  };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const at = { series: Number(id) };
  const version = Number(textOf(form, 'version'));
  const key = keyOf(form);
  const deed = textOf(form, '_form');
  const here = addressOfSeries(id);
  if (deed === 'value') {
    const entered = await attempt(context, 'enterValues', { ...at, body: readEntered(form) }, key);
    return entered.ok
      ? redirect(`${here}?guardadas=${entered.answer.written}`)
      : refusedForm(fieldsOfForm(entered.refused), form);
  }
  const done =
    deed === 'describe'
      ? await attempt(context, 'updateSeries', { ...at, version, body: readSeriesFields(form) }, key)
      : deed === 'retire'
        ? await attempt(
            context,
            'retireSeries',
            { ...at, version, body: { reason: textOf(form, 'reason') } },
            key,
          )
        : deed === 'cover'
          ? await attempt(context, 'declareCoverage', { ...at, body: readCoverage(form) }, key)
          : deed === 'uncover'
            ? await attempt(context, 'withdrawCoverage', { ...at, coverage: textOf(form, 'coverage') }, key)
            : await attempt(
                context,
                'revokeBatch',
                { batch: Number(textOf(form, 'batch')), body: { reason: textOf(form, 'reason') } },
                key,
              );
  return done.ok ? redirect(here) : refusedForm(done.refused, form);
}

const readCoverage = (form: FormData) => ({
  territory: textOf(form, 'territory').toUpperCase(),
  from: textOf(form, 'from'),
  to: textOf(form, 'to'),
});

// One figure is sent as a list of one: its faults belong to the fields of the form.
function fieldsOfForm<Refused extends { problems: readonly { field?: string }[] }>(
  refused: Refused,
): Refused {
  const problems = refused.problems.map((problem) => ({
    ...problem,
    ...(problem.field ? { field: problem.field.replace(/^values\.0\./, '') } : {}),
  }));
  return { ...refused, problems };
}

/** One source of figures: what it is and how fresh, where it is whole, what came in, and the forms for those who keep it. */
export default function SeriesPage({ loaderData: { dimensions, series, written } }: Route.ComponentProps) {
  const say = useSay();
  const mayEdit = series.abilities.includes('edit-indicator') && series.standing === 'current';
  const mayEnter = series.abilities.includes('review-figures') && series.standing === 'current';
  return (
    <InPlace country={countryOf(series.territory.reference)}>
      <Page
        title={series.title}
        lead={series.note ?? undefined}
        crumbs={[
          { to: `/indicadores/${series.indicator.code}`, title: series.indicator.title },
          { to: addressOfSources(series.indicator.code), title: say('figures.sources') },
        ]}
      >
        {written !== null && (
          <Notice kind="done">{say('figures.saved', { count: Number(written) || 0 })}</Notice>
        )}
        {series.standing === 'retired' && (
          <Notice title={say('figures.retired')}>{say('figures.retired-lead')}</Notice>
        )}
        <Facts series={series} />
        {mayEnter && <EnterValueForm series={series} dimensions={dimensions} />}
        <CoverageHere series={series} mayEdit={mayEdit} />
        <Batches series={series} mayRevoke={mayEnter} />
        {mayEdit && <Change series={series} />}
      </Page>
    </InPlace>
  );
}

function Facts({ series }: { series: Series }) {
  const say = useSay();
  const facts = [
    { term: say('figures.source'), value: series.source.title },
    { term: say('figures.where'), value: series.territory.name },
    {
      term: say('figures.level'),
      value: series.levelTitle ?? say.dynamic(`figures.level.${Math.min(series.level, 4)}`),
    },
    { term: say('figures.period'), value: say.dynamic(`indicators.period.${series.periodKind}`) },
    { term: say('figures.counting-unit'), value: countingUnitOf(say, series.countingUnit) },
    {
      term: say('figures.cutoff'),
      value: series.cutoffOn ? <Day day={series.cutoffOn} /> : say('figures.cutoff-unknown'),
    },
    {
      term: say('figures.status'),
      value: say(series.isProvisional ? 'figures.status.provisional' : 'figures.status.final'),
    },
    { term: say('figures.audience'), value: say(`figures.audience.${series.audience}`) },
    {
      term: say('figures.small-numbers'),
      value: say(series.isPublished ? 'figures.shown-as-published' : 'figures.small-protected'),
    },
  ];
  return <DefinitionList facts={facts} />;
}

// One of the known units has words; another is shown as it was written.
function countingUnitOf(say: ReturnType<typeof useSay>, unit: string | null): string {
  if (unit === null) return say('figures.not-said');
  const key = `indicators.counting-unit.${unit}`;
  return say.knows(key) ? say.dynamic(key) : unit;
}

function Change({ series }: { series: Series }) {
  const say = useSay();
  return (
    <>
      <Section title={say('figures.correct-series')}>
        <DataForm name="describe">
          <input type="hidden" name="version" value={series.version} />
          <SeriesFields series={series} />
          <Button>{say('shared.save')}</Button>
        </DataForm>
      </Section>
      <Section title={say('figures.retire')}>
        <p>{say('figures.retire-lead')}</p>
        <DataForm name="retire">
          <input type="hidden" name="version" value={series.version} />
          <TextArea name="reason" label={say('figures.reason')} required />
          <Button look="plain">{say('figures.retire-now')}</Button>
        </DataForm>
      </Section>
    </>
  );
}
