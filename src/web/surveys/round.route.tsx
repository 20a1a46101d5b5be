import { redirect } from 'react-router';
import { countryOf } from '../actors/actor-shapes.ts';
import { attempt, call, keyOf, refusedForm, type Answer } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Page, Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { ExampleNotice } from './example-notice.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/round.route';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  return { round: await call(context, 'getPulseRound', { round: id }, request) };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const done = await attempt(context, 'closePulse', { round: id }, keyOf(form));
  return done.ok ? redirect(`/encuestas/pulso/${id}`) : refusedForm(done.refused, form);
}

/** A round of the pulse: open, or what its answers came to. */
export default function RoundPage({ loaderData: { round } }: Route.ComponentProps) {
  const say = useSay();
  const format = useFormat();
  const mayClose = !round.isClosed && round.abilities.includes('report-figures');
  return (
    <InPlace country={countryOf(round.territory.reference)}>
      <Page
        title={round.title}
        crumbs={[{ to: '/encuestas', title: say('surveys.title') }]}
        state={
          <span>
            {round.isClosed
              ? say('surveys.pulse-is-closed')
              : say('surveys.pulse-is-open', { day: format.day(round.closesOn) })}
          </span>
        }
        lead={[round.territory.name, round.structure?.name].filter(Boolean).join(' · ')}
      >
        {round.example && <ExampleNotice />}
        {round.answers !== null && <p>{say('surveys.pulse-answered', { count: round.answers })}</p>}
        {mayClose && (
          <DataForm name="close">
            <p>{say('surveys.pulse-close-lead')}</p>
            <Buttons>
              <Button>{say('surveys.pulse-close')}</Button>
            </Buttons>
          </DataForm>
        )}
        {round.isClosed && !round.results && <p>{say('surveys.pulse-few')}</p>}
        {round.results && <Results results={round.results} />}
      </Page>
    </InPlace>
  );
}

function Results({ results }: { results: NonNullable<Answer<'getPulseRound'>['results']> }) {
  const say = useSay();
  const format = useFormat();
  const { weightedBy, worth, estimates } = results;
  const by = format.list(weightedBy.map((one) => say(`surveys.by.${one}`)));
  const method =
    weightedBy.length === 0
      ? say('surveys.pulse-method-plain')
      : say('surveys.pulse-method', { by, worth: format.number(Math.round(worth)) });
  return (
    <Section title={say('surveys.estimates')}>
      <Table
        caption={say('surveys.estimates')}
        isCaptionHidden
        rows={estimates}
        rowKey={(row) => `${row.question} ${row.choice}`}
        columns={[
          {
            id: 'question',
            title: say('surveys.column.question'),
            cell: (row) =>
              say.dynamic(`surveys.told.${row.question}`, {
                choice: row.choice === null ? '' : say.dynamic(`surveys.choice.${row.choice}`),
              }),
          },
          {
            id: 'share',
            title: say('surveys.column.share'),
            isNumber: true,
            cell: (row) => format.percent(row.value / 100),
          },
          {
            id: 'interval',
            title: say('surveys.column.interval'),
            cell: (row) =>
              row.low === null || row.high === null
                ? '—'
                : `${format.percent(row.low / 100)} – ${format.percent(row.high / 100)}`,
          },
          {
            id: 'n',
            title: say('surveys.column.answers'),
            isNumber: true,
            cell: (row) => format.number(row.answers),
          },
        ]}
        note={`${method} ${say('surveys.estimates-note')}`}
      />
    </Section>
  );
}
