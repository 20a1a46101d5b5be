import { redirect } from 'react-router';
import { periodAfter, periodOf, writePeriod } from '#domain/indicators/period.ts';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import { countryOfPage } from '../actors/territory-choices.ts';
import { attempt, call, keyOf, pageOfRequest, refusedForm, textOf } from '../api.ts';
import { openFor } from '../commitments/open-for.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Checkbox, DateField, Select, TextInput, type Option } from '../design/field.tsx';
import { DataForm, FieldGroup } from '../design/form.tsx';
import { Empty } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/new-cycle.route';
import { addressOfCycle } from './reporting-shapes.ts';
import { subjectsOfForm } from './subjects-of-form.ts';
import { Subjects } from './subjects.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { country } = await countryOfPage(context, request, null);
  const territory = country?.reference ?? '';
  const forms = await call(context, 'listReportForms', { territory }, request);
  openFor(context, request, forms.abilities.includes('edit-indicator'));
  const [organisations, agreements] = await Promise.all([
    call(context, 'listOrganisations', { territory, level: 'national', limit: 200 }, request),
    call(context, 'listAgreements', { territory, limit: 200 }, request),
  ]);
  const { today, language } = pageOfRequest(context);
  return {
    country: country?.code ?? '',
    territory,
    forms: forms.items.map(({ id, title }) => ({ value: id, label: title })),
    levels: levelsOf(country?.kinds ?? [], language),
    organisations: organisations.items.map(({ id, name }) => ({ value: id, label: name })),
    agreements: agreements.items.map(({ id, title }) => ({ value: id, label: title })),
    proposed: {
      period: writePeriod(periodAfter(periodOf('quarter', today), -1)),
      opensOn: today,
      dueOn: addCalendarDays(today, 15),
    },
  };
}

type Kind = { readonly level: number; readonly plural: { readonly es: string; readonly en: string } };

function levelsOf(kinds: readonly Kind[], language: 'es' | 'en'): Option[] {
  const levels = [...new Set(kinds.map(({ level }) => level))].toSorted((one, other) => one - other);
  return levels.map((level) => ({
    value: String(level),
    label: kinds
      .filter((one) => one.level === level)
      .map(({ plural }) => plural[language])
      .join(', '),
  }));
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = {
    form: textOf(form, 'form'),
    title: textOf(form, 'title'),
    territory: textOf(form, 'territory'),
    period: textOf(form, 'period'),
    subjects: subjectsOfForm(form),
    opensOn: textOf(form, 'opensOn'),
    dueOn: textOf(form, 'dueOn'),
    graceDays: Number(textOf(form, 'graceDays') || 0),
    showsProvisional: form.has('showsProvisional'),
  };
  const made = await attempt(context, 'openReportCycle', { body }, keyOf(form));
  return made.ok ? redirect(addressOfCycle(made.answer.id)) : refusedForm(made.refused, form);
}

/** Who reports what, on which period, by when. */
export default function NewCyclePage({ loaderData }: Route.ComponentProps) {
  const { country, territory, forms, levels, organisations, agreements, proposed } = loaderData;
  const say = useSay();
  const toForms = <ButtonLink to="/ciclos/formularios/nuevo">{say('reporting.new-form')}</ButtonLink>;
  const labels = {
    form: say('reporting.form'),
    title: say('reporting.cycle-title'),
    period: say('reporting.period'),
    subjects: say('reporting.who'),
    opensOn: say('reporting.opens-on'),
    dueOn: say('reporting.due-day'),
    graceDays: say('reporting.grace-days'),
  };
  return (
    <InPlace country={country}>
      <Page
        title={say('reporting.open-cycle')}
        crumbs={[{ to: '/ciclos', title: say('reporting.title') }]}
        actions={forms.length > 0 && toForms}
      >
        {forms.length === 0 ? (
          <Empty title={say('reporting.no-forms')} action={toForms}>
            <p>{say('reporting.no-forms-lead')}</p>
          </Empty>
        ) : (
          <DataForm name="cycle" labels={labels}>
            <input type="hidden" name="territory" value={territory} />
            <Select name="form" label={labels.form} options={forms} required />
            <TextInput
              name="title"
              label={labels.title}
              help={say('reporting.cycle-title-help')}
              required
              maxLength={200}
            />
            <TextInput
              name="period"
              label={labels.period}
              help={say('reporting.period-help')}
              defaultValue={proposed.period}
              required
            />
            <FieldGroup legend={labels.subjects}>
              <Subjects levels={levels} organisations={organisations} agreements={agreements} />
            </FieldGroup>
            <DateField name="opensOn" label={labels.opensOn} defaultValue={proposed.opensOn} required />
            <DateField name="dueOn" label={labels.dueOn} defaultValue={proposed.dueOn} required />
            <TextInput
              name="graceDays"
              label={labels.graceDays}
              help={say('reporting.grace-help')}
              inputMode="numeric"
              defaultValue="5"
              required
            />
            <Checkbox
              name="showsProvisional"
              label={say('reporting.shows-provisional')}
              help={say('reporting.shows-provisional-help')}
              defaultChecked
            />
            <Buttons>
              <Button>{say('reporting.open')}</Button>
            </Buttons>
          </DataForm>
        )}
      </Page>
    </InPlace>
  );
}
