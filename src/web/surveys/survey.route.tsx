import { redirect } from 'react-router';
import { countryOf } from '../actors/actor-shapes.ts';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { DefinitionList } from '../design/definition-list.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/survey.route';
import { ConfirmSurvey, ReadAnswers, RecordEstimate } from './survey-deeds.tsx';
import { EstimateTable } from './estimate-table.tsx';
import { ExampleNotice } from './example-notice.tsx';
import type { Survey } from './survey-body.ts';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  return { survey: await call(context, 'getSurvey', { survey: id }, request) };
}

export async function action({ context, params: { id: survey }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const done = await deedOf(context, survey, form);
  return done.ok ? redirect(`/encuestas/${survey}`) : refusedForm(done.refused, form);
}

type Context = Parameters<typeof call>[0];

async function deedOf(context: Context, survey: string, form: FormData) {
  const deed = textOf(form, '_form');
  if (deed === 'confirm') {
    const body = {
      purpose: textOf(form, 'purpose'),
      legalBasis: textOf(form, 'legalBasis'),
      whoMaySee: textOf(form, 'whoMaySee'),
      // What is not ticked is refused beside its field.
      noIdentifiers: form.has('noIdentifiers') as true,
      confirmText: form.has('confirmText'),
    };
    return attempt(context, 'confirmSurvey', { survey, body }, keyOf(form));
  }
  if (deed === 'read') {
    const file = form.get('file');
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const fileName = (file instanceof File && file.name) || 'respuestas.csv';
    const given = { survey, fileName, bytes, mediaType: 'application/octet-stream' };
    return attempt(context, 'importSurvey', given, keyOf(form));
  }
  const number = (name: string) =>
    textOf(form, name) === '' ? null : Number(textOf(form, name).replace(',', '.'));
  const body = {
    indicator: textOf(form, 'indicator'),
    value: number('value') ?? Number.NaN,
    low: number('low'),
    high: number('high'),
  };
  return attempt(context, 'recordEstimate', { survey, body }, keyOf(form));
}

/** A survey: how it was made, what it estimates and how surely, who answered for its data. */
export default function SurveyPage({ loaderData: { survey } }: Route.ComponentProps) {
  const say = useSay();
  const mayKeep = survey.abilities.includes('edit-indicator');
  return (
    <InPlace country={countryOf(survey.territory.reference)}>
      <Page
        title={survey.title}
        crumbs={[{ to: '/encuestas', title: say('surveys.title') }]}
        actions={
          mayKeep && (
            <ButtonLink look="quiet" to={`/encuestas/${survey.id}/corregir`}>
              {say('surveys.correct')}
            </ButtonLink>
          )
        }
      >
        {survey.example && <ExampleNotice />}
        <Facts survey={survey} />
        <Section title={say('surveys.estimates')}>
          {survey.estimates.length === 0 ? (
            <p>{say('surveys.estimates-none')}</p>
          ) : (
            <EstimateTable estimates={survey.estimates} />
          )}
        </Section>
        <Section title={say('surveys.confirmation')}>
          <Protection survey={survey} />
        </Section>
        {mayKeep && (
          <>
            <ConfirmSurvey />
            {survey.confirmation && <ReadAnswers />}
            <RecordEstimate />
          </>
        )}
      </Page>
    </InPlace>
  );
}

function Facts({ survey }: { survey: Survey }) {
  const say = useSay();
  const format = useFormat();
  const { source } = survey;
  return (
    <DefinitionList
      facts={[
        { term: say('surveys.source'), value: [source.title, source.publisher].filter(Boolean).join(', ') },
        {
          term: say('surveys.fieldwork'),
          value: `${format.day(survey.fieldworkFrom)} – ${format.day(survey.fieldworkTo)}`,
        },
        { term: say('surveys.population'), value: survey.population },
        ...(survey.answers === null
          ? []
          : [{ term: say('surveys.answers'), value: format.number(survey.answers) }]),
        ...(survey.note === null ? [] : [{ term: say('surveys.field.note'), value: survey.note }]),
      ]}
    />
  );
}

function Protection({ survey: { confirmation, imports } }: { survey: Survey }) {
  const say = useSay();
  const format = useFormat();
  return (
    <>
      <p>{say('surveys.confirmation-lead')}</p>
      {confirmation === null ? (
        <p>{say('surveys.confirmation-none')}</p>
      ) : (
        <>
          <p>{say('surveys.confirmed-on', { day: format.day(confirmation.on) })}</p>
          <DefinitionList
            facts={[
              { term: say('surveys.field.purpose'), value: confirmation.purpose },
              { term: say('surveys.field.basis'), value: confirmation.legalBasis },
              { term: say('surveys.field.who'), value: confirmation.whoMaySee },
            ]}
          />
        </>
      )}
      {imports.map((one) => (
        <p key={one.importedAt}>
          {say('surveys.imports', {
            rows: format.number(one.rows),
            used: format.number(one.used),
            estimates: format.number(one.estimates),
            withheld: format.number(one.withheld),
            day: format.day(format.dayOf(one.importedAt)),
          })}
        </p>
      ))}
    </>
  );
}
