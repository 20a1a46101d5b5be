import { redirect } from 'react-router';
import { budgetKinds } from '#domain/agreements/vocabulary.ts';
import { KeptForm } from '../actors/kept-form.tsx';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Select, TextInput } from '../design/field.tsx';
import { FieldGroup } from '../design/form.tsx';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/agreement-budget.route';
import { addressOfAgreement, type Agreement } from './agreement-shapes.ts';
import styles from './agreements.module.css';
import { StatedTotals, statedTotalsOf } from './stated-totals.tsx';
import { crumbsOfAgreement, openToWorkers } from './open-to-workers.ts';

/** Lines that a form offers beyond those that are there; saving them makes room for more. */
const spare = 3;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const agreement = await call(context, 'getAgreement', { agreementId: params.id }, request);
  openToWorkers(context, request, agreement);
  return { agreement };
}

const amountOf = (text: string) => text.replaceAll(/[\s,]/g, '');

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const version = Number(textOf(form, 'version'));
  const lines = [];
  for (let index = 0; form.has(`lines.${index}.partyId`); index += 1) {
    const text = (name: string) => textOf(form, `lines.${index}.${name}`);
    // An empty amount is a line that is not there.
    if (text('amount') === '') continue;
    lines.push({
      partyId: text('partyId'),
      year: Number(text('year')),
      source: text('source') || null,
      budgetCode: text('budgetCode') || null,
      kind: text('kind') as 'cash',
      currency: text('currency').toUpperCase(),
      amount: amountOf(text('amount')),
    });
  }
  const totals = statedTotalsOf(form, lines[0]?.currency ?? textOf(form, 'currency'));
  const given = { agreementId: params.id, version, body: { lines, totals } };
  const saved = await attempt(context, 'setAgreementBudget', given, keyOf(form));
  return saved.ok ? redirect(addressOfAgreement(params.id, 'aportes')) : refusedForm(saved.refused, form);
}

/** What each party brings, by year, source and budget code. */
export default function AgreementBudget({ loaderData: { agreement } }: Route.ComponentProps) {
  const say = useSay();
  const lines = [
    ...agreement.budget,
    ...Array.from({ length: spare }, (): Agreement['budget'][number] | null => null),
  ];
  return (
    <Page
      title={say('agreement-pages.budget')}
      lead={say('agreement-pages.budget-lead')}
      crumbs={crumbsOfAgreement(agreement, say)}
    >
      <KeptForm draft={`agreement-budget-${agreement.id}-${agreement.version}`}>
        <input type="hidden" name="version" value={agreement.version} />
        <input type="hidden" name="currency" value={agreement.currency ?? ''} />
        {lines.map((line, index) => (
          <Line key={line?.id ?? `new ${index}`} agreement={agreement} line={line} index={index} />
        ))}
        <StatedTotals totals={[]} currency={agreement.currency ?? ''} />
        <Buttons>
          <Button>{say('agreement-pages.save')}</Button>
          <ButtonLink look="quiet" to={addressOfAgreement(agreement.id)}>
            {say('agreement-pages.back')}
          </ButtonLink>
        </Buttons>
      </KeptForm>
    </Page>
  );
}

function Line({
  agreement,
  line,
  index,
}: {
  agreement: Agreement;
  line: Agreement['budget'][number] | null;
  index: number;
}) {
  const say = useSay();
  const name = (field: string) => `lines.${index}.${field}`;
  const legend = line ? say('agreement-pages.line', { number: index + 1 }) : say('agreement-pages.new-line');
  return (
    <FieldGroup legend={legend}>
      <div className={styles.filters}>
        <Select
          name={name('partyId')}
          label={say('agreement-pages.party')}
          options={agreement.partyList.map((party) => ({ value: party.id, label: party.holder.name }))}
          defaultValue={line?.partyId}
        />
        <TextInput
          name={name('year')}
          label={say('agreement-pages.year')}
          inputMode="numeric"
          defaultValue={line?.year ?? ''}
        />
        <Select
          name={name('kind')}
          label={say('agreement-pages.brings')}
          options={budgetKinds.map((value) => ({
            value,
            label: say.dynamic(`agreements.budget-kind.${value}`),
          }))}
          defaultValue={line?.kind ?? 'cash'}
        />
        <TextInput
          name={name('amount')}
          label={say('agreement-pages.amount')}
          inputMode="decimal"
          defaultValue={line?.amount ?? ''}
        />
        <TextInput
          name={name('currency')}
          label={say('agreement-pages.field-currency')}
          maxLength={3}
          defaultValue={line?.currency ?? agreement.currency ?? ''}
        />
        <TextInput
          name={name('source')}
          label={say('agreement-pages.source')}
          defaultValue={line?.source ?? ''}
        />
        <TextInput
          name={name('budgetCode')}
          label={say('agreement-pages.budget-code')}
          defaultValue={line?.budgetCode ?? ''}
        />
      </div>
    </FieldGroup>
  );
}
