import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/form.route';
import { AudienceField } from './audience-field.tsx';
import { FormContent } from './form-content.tsx';
import { FormRules } from './form-rules.tsx';
import { audiences, ruleOfForm, writtenOf } from './written-form.ts';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const form = await call(context, 'getReportForm', { form: id }, request);
  const { abilities } = await call(context, 'listReportForms', { territory: form.country }, request);
  return { form, mayChange: abilities.includes('edit-indicator') };
}

/** Writes the next version: with one rule more or less, or with other eyes for what it brings in. */
export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const given = await request.formData();
  const form = await call(context, 'getReportForm', { form: id }, request);
  const written = writtenOf(form);
  const name = textOf(given, '_form');
  const rules =
    name === 'rule'
      ? [...written.rules, ruleOfForm(given)]
      : written.rules.filter((_rule, index) => name !== `drop-${form.content.rules[index]?.key}`);
  const audience = audiences.find((one) => one === textOf(given, 'audience')) ?? form.audience;
  const body = { ...written, rules, audience };
  const version = Number(textOf(given, 'version'));
  const made = await attempt(context, 'updateReportForm', { form: id, version, body }, keyOf(given));
  return made.ok ? redirect(`/ciclos/formularios/${id}`) : refusedForm(made.refused, given);
}

/** What a form asks, the rules between its figures, and who sees what it brings in. */
export default function FormPage({ loaderData: { form, mayChange } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <InPlace country={form.country}>
      <Page
        title={form.title}
        lead={say('reporting.form-lead', { number: form.number })}
        crumbs={[{ to: '/ciclos', title: say('reporting.title') }]}
        actions={
          mayChange && (
            <ButtonLink look="main" to="/ciclos/nuevo">
              {say('reporting.open-cycle')}
            </ButtonLink>
          )
        }
      >
        {form.example && <Notice title={say('reporting.example')}>{say('reporting.example-lead')}</Notice>}
        <FormContent content={form.content} />
        <Section title={say('reporting.rules')}>
          <FormRules form={form} mayChange={mayChange} />
        </Section>
        <Section title={say('reporting.form-audience')}>
          {mayChange ? (
            <DataForm name="audience">
              <input type="hidden" name="version" value={form.version} />
              <AudienceField chosen={form.audience} />
              <Buttons>
                <Button look="plain">{say('shared.save')}</Button>
              </Buttons>
            </DataForm>
          ) : (
            <p>{say(`reporting.form-audience.${form.audience}`)}</p>
          )}
        </Section>
      </Page>
    </InPlace>
  );
}
