import { Form, Link, redirect } from 'react-router';
import { clauseTypes } from '#domain/agreements/clause-types.ts';
import { KeptForm } from '../actors/kept-form.tsx';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Select, TextArea, TextInput } from '../design/field.tsx';
import { Page, Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/new-clause.route';
import { ConfirmText } from './confirm-text.tsx';
import { addressOfAgreement } from './agreement-shapes.ts';
import styles from './agreements.module.css';
import { crumbsOfAgreement, openToWorkers } from './open-to-workers.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const agreement = await call(context, 'getAgreement', { agreementId: params.id }, request);
  openToWorkers(context, request, agreement);
  const asked = new URL(request.url).searchParams;
  const type = clauseTypes.find((one) => one === asked.get('tipo')) ?? null;
  const offered = type === null ? [] : await clausesOf(context, type, agreement, request);
  const taken = offered.find((one) => `${one.templateId}/${one.key}` === asked.get('tomar')) ?? null;
  return { agreement, type, offered, taken };
}

type Context = Parameters<typeof call>[0];

// The clauses of a type in every instrument, the agreement's own first.
async function clausesOf(
  context: Context,
  type: string,
  agreement: { readonly template: { readonly id: string }; readonly language: 'es' | 'en' },
  request: Request,
) {
  const { items } = await call(context, 'listTemplates', {}, request);
  const templates = await Promise.all(
    items.map(({ id }) => call(context, 'getTemplate', { templateId: id }, request)),
  );
  const own = (id: string) => (id === agreement.template.id ? 0 : 1);
  return templates
    .toSorted((one, other) => own(one.id) - own(other.id))
    .flatMap((template) =>
      template.clauses
        .filter((clause) => clause.type === type)
        .map((clause) => ({
          templateId: template.id,
          key: clause.key,
          country: template.instrumentCountry,
          instrument: template.title[agreement.language],
          title: clause.title[agreement.language],
          body: clause.body[agreement.language],
        })),
    );
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const [templateId = '', key = ''] = textOf(form, 'takenFrom').split('/');
  const body = {
    type: textOf(form, 'type') as 'object',
    title: textOf(form, 'title'),
    body: textOf(form, 'body'),
    takenFrom: key === '' ? null : { templateId, key },
    confirmText: form.has('confirmText'),
  };
  const added = await attempt(context, 'addAgreementClause', { agreementId: params.id, body }, keyOf(form));
  if (!added.ok) return refusedForm(added.refused, form);
  return redirect(`${addressOfAgreement(params.id)}#clausula-${added.answer.id}`);
}

/** Adds a clause: its type first, then the wording of this or another country's instrument, or one's own. */
export default function NewClause({ loaderData: { agreement, type, offered, taken } }: Route.ComponentProps) {
  const say = useSay();
  const here = addressOfAgreement(agreement.id, 'clausulas/nueva');
  return (
    <Page
      title={say('agreement-pages.add-clause')}
      lead={say('agreement-pages.add-clause-lead')}
      crumbs={crumbsOfAgreement(agreement, say)}
    >
      <Form method="get" className={styles.filters}>
        <Select
          name="tipo"
          label={say('agreement-pages.clause-type')}
          options={clauseTypes.map((value) => ({
            value,
            label: say.dynamic(`agreements.clause-type.${value}`),
          }))}
          defaultValue={type ?? 'object'}
        />
        <Button look="plain">{say('agreement-pages.choose-type')}</Button>
      </Form>
      {type !== null && (
        <>
          {offered.length > 0 && (
            <Section title={say('agreement-pages.how-others')}>
              <ul className={styles.lines}>
                {offered.map((one) => (
                  <li key={`${one.templateId} ${one.key}`}>
                    <strong>{one.title}</strong>
                    <small>
                      {one.country} · {one.instrument}
                    </small>
                    <p className={styles.quoted}>{one.body}</p>
                    <Link to={`${here}?tipo=${type}&tomar=${one.templateId}/${one.key}#redaccion`}>
                      {say('agreement-pages.take')}
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section title={say('agreement-pages.wording')}>
            <KeptForm
              key={`${type} ${taken?.templateId} ${taken?.key}`}
              id="redaccion"
              draft={`clause-new-${agreement.id}-${type}-${taken?.templateId ?? ''}-${taken?.key ?? ''}`}
            >
              <input type="hidden" name="type" value={type} />
              <input type="hidden" name="takenFrom" value={taken ? `${taken.templateId}/${taken.key}` : ''} />
              <TextInput
                name="title"
                label={say('agreement-pages.clause-title')}
                defaultValue={taken?.title ?? say.dynamic(`agreements.clause-type.${type}`)}
                maxLength={300}
                required
              />
              <TextArea
                name="body"
                label={say('agreement-pages.clause-body')}
                help={say('agreement-pages.clause-body-help')}
                defaultValue={taken?.body ?? ''}
                rows={8}
                required
              />
              <ConfirmText />
              <Buttons>
                <Button>{say('agreement-pages.add-clause')}</Button>
                <ButtonLink look="quiet" to={addressOfAgreement(agreement.id)}>
                  {say('agreement-pages.back')}
                </ButtonLink>
              </Buttons>
            </KeptForm>
          </Section>
        </>
      )}
    </Page>
  );
}
