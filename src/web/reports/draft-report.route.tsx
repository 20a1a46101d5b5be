import { Form, redirect } from 'react-router';
import { address, attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { countryOf } from '../actors/actor-shapes.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/draft-report.route';
import { reportChoices } from './report-choices.ts';
import { ReportFields } from './report-fields.tsx';
import { askedOf, bodyOf } from './report-shapes.ts';
import { ReportView } from './report-view.tsx';
import styles from './reports.module.css';

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const choices = await reportChoices(context, request, query.get('territorio'));
  const asked = askedOf(query, choices.place.reference);
  const given = bodyOf(asked);
  const draft = await call(context, 'draftBulletin', { ...given, format: 'json' }, request);
  if ('bytes' in draft) throw new TypeError('a page was asked for, not a file');
  const file = (format: 'pdf' | 'docx') => address(context, 'draftBulletin', { ...given, format });
  return { choices, asked, draft, pdf: file('pdf'), docx: file('docx') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const given = bodyOf(askedOf(new URL(request.url).searchParams, ''));
  if (textOf(form, '_form') === 'order') {
    const { quarter: _quarter, ...about } = given;
    const body = { ...about, daysAfter: Number(textOf(form, 'daysAfter')) };
    const ordered = await attempt(context, 'scheduleBulletin', { body }, keyOf(form));
    return ordered.ok ? redirect('/informes') : refusedForm(ordered.refused, form);
  }
  const kept = await attempt(context, 'keepBulletin', { body: given }, keyOf(form));
  return kept.ok ? redirect(`/informes/${kept.answer.id}`) : refusedForm(kept.refused, form);
}

const daysOffered = 15;

/** A report with the figures of this moment: to read first, then to keep, to download, or to order for every quarter. */
export default function DraftReport({ loaderData }: Route.ComponentProps) {
  const { choices, asked, draft, pdf, docx } = loaderData;
  const say = useSay();
  const mayKeep = draft.abilities.includes('review-figures');
  return (
    <InPlace country={countryOf(draft.territory.reference)}>
      <Page
        title={draft.title}
        crumbs={[{ to: '/informes', title: say('reports.title') }]}
        state={<span>{say('reports.draft')}</span>}
        lead={say('reports.draft-lead')}
        actions={
          <>
            <ButtonLink file to={pdf}>
              {say('reports.download-pdf')}
            </ButtonLink>
            <ButtonLink file to={docx}>
              {say('reports.download-docx')}
            </ButtonLink>
          </>
        }
      >
        {mayKeep && (
          <DataForm name="keep">
            <Buttons>
              <Button>{say('reports.keep')}</Button>
            </Buttons>
          </DataForm>
        )}
        <ReportView blocks={draft.blocks} />
        <Section title={say('reports.make')}>
          <Form method="get" className={styles.filters}>
            <ReportFields
              asked={asked}
              territories={choices.territories}
              organisations={choices.organisations}
            />
            <Button look="plain">{say('reports.see')}</Button>
          </Form>
        </Section>
        {mayKeep && (
          <Section title={say('reports.schedules')}>
            <p>{say('reports.schedules-lead')}</p>
            <DataForm name="order" labels={{ daysAfter: say('reports.days-after') }}>
              <TextInput
                name="daysAfter"
                type="number"
                min={1}
                max={85}
                required
                label={say('reports.days-after')}
                defaultValue={daysOffered}
              />
              <Buttons>
                <Button look="plain">{say('reports.schedule')}</Button>
              </Buttons>
            </DataForm>
          </Section>
        )}
      </Page>
    </InPlace>
  );
}
