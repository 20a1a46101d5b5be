import { data, redirect } from 'react-router';
import { attempt, call, keyOf, pageOfRequest, refusedForm, signInAddress, textOf } from '../api.ts';
import { Button } from '../design/button.tsx';
import { DateField, Radios, Select, TextArea, TextInput } from '../design/field.tsx';
import { DataForm, FieldGroup } from '../design/form.tsx';
import { Page } from '../design/page.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/new-addendum.route';
import { addressOfAgreement, addressOfLife, type Life } from './life-shapes.ts';
import styles from './life.module.css';
import { ConfirmText } from './step.tsx';

const kinds = ['extension', 'modification', 'accession', 'errata'] as const;
const rows = [0, 1, 2] as const;

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const life = await call(context, 'getAgreementLife', { agreementId: id }, request);
  if (life.abilities.length === 0) {
    const { visitor, requestId } = pageOfRequest(context);
    if (visitor === null) throw redirect(signInAddress(request));
    throw data({ code: 'shared.forbidden', requestId }, 403);
  }
  const organisations =
    life.abilities.length === 0
      ? { items: [] }
      : await call(context, 'listOrganisations', { territory: life.country, limit: 200 }, request);
  return { life, organisations: organisations.items.map(({ id: value, name }) => ({ value, label: name })) };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const kind = textOf(form, 'kind');
  // What was typed before another kind was chosen is out of sight, and is not sent.
  const only = (name: string, isAsked: boolean) => (isAsked ? textOf(form, name) : '');
  const organisationId = only('organisationId', kind === 'accession');
  const instanceId = only('instanceId', kind !== 'errata');
  const body = {
    kind: kind as 'extension',
    title: textOf(form, 'title'),
    reason: textOf(form, 'reason'),
    newEndsOn: only('newEndsOn', kind === 'extension') || null,
    changes: changesOf(form),
    reschedulings: instanceId === '' ? [] : [{ instanceId, dueOn: textOf(form, 'dueOn') }],
    party: organisationId === '' ? null : { organisationId, structureId: null, role: 'obligor' as const },
    confirmText: form.has('confirmText'),
  };
  const made = await attempt(context, 'openAddendum', { agreementId: id, body }, keyOf(form));
  return made.ok ? redirect(addressOfLife(made.answer.id)) : refusedForm(made.refused, form);
}

type Change = {
  readonly clauseId: string | null;
  readonly title: string | null;
  readonly after: string | null;
};

/** A row names a clause that changes, or `new`; what is empty is no change. */
function changesOf(form: FormData): Change[] {
  const changes = rows.map((row): Change | null => {
    const clause = textOf(form, `clause${row}`);
    const after = textOf(form, `after${row}`) || null;
    if (clause === '') return null;
    if (clause !== 'new') return { clauseId: clause, title: null, after };
    return { clauseId: null, title: textOf(form, `clauseTitle${row}`) || null, after };
  });
  return changes.filter((change) => change !== null);
}

/** A new addendum: what it is for, and what it changes. */
export default function NewAddendumPage({ loaderData: { life, organisations } }: Route.ComponentProps) {
  const say = useSay();
  const format = useFormat();
  const latest = life.latestExtension;
  return (
    <InPlace country={life.country}>
      <Page
        title={say('agreement-life.addendum-title')}
        crumbs={[
          { to: addressOfAgreement(life.id), title: life.title },
          { to: addressOfLife(life.id), title: say('agreement-life.title') },
        ]}
        lead={say('agreement-life.addendum-lead')}
      >
        <div className={styles.addendumForm}>
          <DataForm
            labels={{
              title: say('agreement-life.field.title'),
              reason: say('agreement-life.field.reason'),
              newEndsOn: say('agreement-life.field.new-end'),
              party: say('agreement-life.field.accedes'),
            }}
          >
            <Radios
              name="kind"
              label={say('agreement-life.field.kind')}
              options={kinds.map((value) => ({ value, label: say(`agreement-life.addendum.${value}`) }))}
              defaultValue="extension"
            />
            <TextInput name="title" label={say('agreement-life.field.title')} required />
            <TextArea name="reason" label={say('agreement-life.field.reason')} rows={2} required />
            <div className={styles.ofExtension}>
              <FieldGroup legend={say('agreement-life.addendum.extension')}>
                <DateField
                  name="newEndsOn"
                  label={say('agreement-life.field.new-end')}
                  help={latest && say('agreement-life.addendum-latest', { day: format.day(latest) })}
                />
              </FieldGroup>
            </div>
            <div className={styles.ofAccession}>
              <FieldGroup legend={say('agreement-life.addendum.accession')}>
                <Select
                  name="organisationId"
                  label={say('agreement-life.field.accedes')}
                  empty={say('agreement-life.none')}
                  options={organisations}
                />
              </FieldGroup>
            </div>
            {rows.map((row) => (
              <ChangeFields key={row} life={life} row={row} />
            ))}
            <div className={styles.ofDates}>
              <FieldGroup legend={say('agreement-life.field.commitment')}>
                <Select
                  name="instanceId"
                  label={say('agreement-life.field.commitment')}
                  empty={say('agreement-life.none')}
                  options={life.openCommitments.map(({ instanceId, what, dueOn }) => ({
                    value: instanceId,
                    label: `${what} (${format.day(dueOn)})`,
                  }))}
                />
                <DateField name="dueOn" label={say('agreement-life.field.due-on')} />
              </FieldGroup>
            </div>
            <ConfirmText form="main" />
            <Button>{say('agreement-life.open-it')}</Button>
          </DataForm>
        </div>
      </Page>
    </InPlace>
  );
}

function ChangeFields({ life, row }: { life: Life; row: number }) {
  const say = useSay();
  return (
    <FieldGroup legend={say('agreement-life.field.clause')}>
      <Select
        name={`clause${row}`}
        label={say('agreement-life.field.clause')}
        empty={say('agreement-life.none')}
        options={[
          ...life.clauses.map(({ id, title }) => ({ value: id, label: title })),
          { value: 'new', label: say('agreement-life.field.new-clause') },
        ]}
      />
      <TextInput name={`clauseTitle${row}`} label={say('agreement-life.field.clause-title')} />
      <TextArea
        name={`after${row}`}
        label={say('agreement-life.field.after')}
        help={say('agreement-life.field.after-help')}
      />
    </FieldGroup>
  );
}
