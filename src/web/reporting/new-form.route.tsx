import { redirect } from 'react-router';
import { countryOfPage } from '../actors/territory-choices.ts';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { openFor } from '../commitments/open-for.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/new-form.route';
import { AudienceField } from './audience-field.tsx';
import { FormRow } from './form-row.tsx';
import { sectionsOfForm } from './sections-of-form.ts';
import { audiences } from './written-form.ts';

const mostRows = 60;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { country } = await countryOfPage(context, request, null);
  const territory = country?.reference ?? '';
  const { indicators, abilities } = await call(context, 'listReportForms', { territory }, request);
  openFor(context, request, abilities.includes('edit-indicator'));
  const asked = Number(new URL(request.url).searchParams.get('filas') ?? 8);
  return {
    country: country?.code ?? '',
    territory,
    indicators: indicators
      .toSorted((one, other) => Number(one.isComputed) - Number(other.isComputed))
      .map(({ code, isComputed, title, unit }) => ({
        value: `${isComputed ? 'c' : 'i'}:${code}`,
        label: `${title} (${unit})`,
      })),
    rows: Number.isInteger(asked) ? Math.min(Math.max(asked, 1), mostRows) : 8,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = {
    territory: textOf(form, 'territory'),
    title: textOf(form, 'title'),
    sections: sectionsOfForm(form),
    audience: audiences.find((one) => one === textOf(form, 'audience')) ?? 'public',
    rules: [],
  };
  const made = await attempt(context, 'createReportForm', { body }, keyOf(form));
  return made.ok ? redirect(`/ciclos/formularios/${made.answer.id}`) : refusedForm(made.refused, form);
}

/** A form: one row for each thing that is asked, an indicator or a question. */
export default function NewFormPage({ loaderData }: Route.ComponentProps) {
  const { country, territory, indicators, rows } = loaderData;
  const say = useSay();
  return (
    <InPlace country={country}>
      <Page
        title={say('reporting.new-form')}
        lead={say('reporting.new-form-lead')}
        crumbs={[
          { to: '/ciclos', title: say('reporting.title') },
          { to: '/ciclos/nuevo', title: say('reporting.open-cycle') },
        ]}
      >
        <DataForm name="form" labels={{ title: say('reporting.form-title') }}>
          <input type="hidden" name="territory" value={territory} />
          <input type="hidden" name="rows" value={rows} />
          <TextInput name="title" label={say('reporting.form-title')} required maxLength={200} />
          {Array.from({ length: rows }, (_, index) => (
            <FormRow key={index} index={index} indicators={indicators} />
          ))}
          <AudienceField chosen="public" />
          <Buttons>
            <Button>{say('reporting.make-form')}</Button>
            <ButtonLink look="quiet" to={`?filas=${Math.min(rows + 6, mostRows)}`}>
              {say('reporting.more-rows')}
            </ButtonLink>
          </Buttons>
        </DataForm>
      </Page>
    </InPlace>
  );
}
