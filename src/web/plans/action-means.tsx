import { budgetKinds, budgetSources, harmQuestions } from '#domain/plans/vocabulary.ts';
import { Radios, Select, TextInput } from '../design/field.tsx';
import { useSay } from '../words/words.tsx';
import { isLacking, useOptions, type Given } from './action-fields.tsx';
import { Faults, Part } from './choices.tsx';
import type { ActionPage } from './plan-shapes.ts';
import styles from './plans.module.css';

/** Rows that are there and two more to fill in; saving gives more. */
const rowsFor = (count: number) => Array.from({ length: count + 2 }, (_none, index) => index);

/** With what money: lines by year and source, and what they come to. */
export function MoneyFields({ page }: { page: ActionPage }) {
  const say = useSay();
  const { action, plan } = page;
  return (
    <Part
      title={say('plans.part-money')}
      isOpen={isLacking(page, ['budget']) || action.budget.length === 0}
      fields={['budget']}
    >
      <p className={styles.small}>{say('plans.money-help')}</p>
      <Faults name="budget" />
      {rowsFor(action.budget.length).map((index) => (
        <BudgetRow key={index} index={index} line={action.budget[index]} plan={plan} />
      ))}
      <div className={styles.row}>
        <TextInput
          name="budgetTotal"
          label={say('plans.field.budgetTotal')}
          inputMode="decimal"
          defaultValue={action.budgetTotal ?? ''}
        />
        <TextInput
          name="budgetCurrency"
          label={say('plans.currency')}
          defaultValue={action.budgetCurrency ?? plan.currency}
          maxLength={3}
        />
      </div>
    </Part>
  );
}

function BudgetRow({
  index,
  line,
  plan,
}: {
  index: number;
  line: ActionPage['action']['budget'][number] | undefined;
  plan: ActionPage['plan'];
}) {
  const say = useSay();
  const at = `budget.${index}`;
  return (
    <fieldset className={styles.block}>
      <legend className={styles.small}>{say('plans.budget-line', { number: index + 1 })}</legend>
      <div className={styles.row}>
        <TextInput
          name={`${at}.amount`}
          label={say('plans.amount')}
          inputMode="decimal"
          defaultValue={line?.amount ?? ''}
        />
        <TextInput
          name={`${at}.currency`}
          label={say('plans.currency')}
          defaultValue={line?.currency ?? plan.currency}
          maxLength={3}
        />
        <TextInput
          name={`${at}.year`}
          label={say('plans.year')}
          type="number"
          inputMode="numeric"
          defaultValue={line?.year ?? plan.periodFrom.slice(0, 4)}
        />
      </div>
      <div className={styles.row}>
        <Select
          name={`${at}.sourceKind`}
          label={say('plans.source')}
          options={useOptions('plans.source', budgetSources)}
          defaultValue={line?.sourceKind ?? 'own'}
        />
        <Select
          name={`${at}.kind`}
          label={say('plans.budget-kind')}
          options={useOptions('plans.budget-kind', budgetKinds)}
          defaultValue={line?.kind ?? 'cash'}
        />
      </div>
      <TextInput
        name={`${at}.sourceWords`}
        label={say('plans.source-words')}
        defaultValue={line?.sourceWords ?? ''}
      />
      <input type="hidden" name={`${at}.sourceOrganisationId`} value={line?.sourceOrganisation?.id ?? ''} />
    </fieldset>
  );
}

/** What it brings forth, and who takes part. */
export function ProductFields({ page, choices }: Given) {
  const say = useSay();
  const { outputs, partners, poaCode } = page.action;
  const organisations = choices.organisations.map(({ id, label }) => ({ value: id, label }));
  return (
    <Part title={say('plans.part-products')} isOpen={outputs.length === 0} fields={['outputs', 'partners']}>
      {rowsFor(outputs.length).map((index) => (
        <fieldset key={index} className={styles.block}>
          <legend className={styles.small}>{say('plans.output-number', { number: index + 1 })}</legend>
          <TextInput
            name={`outputs.${index}.title`}
            label={say('plans.output')}
            defaultValue={outputs[index]?.title ?? ''}
          />
          <div className={styles.row}>
            <TextInput
              name={`outputs.${index}.quantity`}
              label={say('plans.quantity')}
              inputMode="decimal"
              defaultValue={outputs[index]?.quantity ?? ''}
            />
            <TextInput
              name={`outputs.${index}.unit`}
              label={say('plans.unit')}
              defaultValue={outputs[index]?.unit ?? ''}
            />
          </div>
        </fieldset>
      ))}
      <Faults name="partners" />
      {rowsFor(partners.length).map((index) => (
        <div key={index} className={styles.row}>
          <Select
            name={`partners.${index}.organisationId`}
            label={say('plans.partner')}
            options={organisations}
            empty={say('plans.nobody')}
            defaultValue={partners[index]?.organisation.id ?? ''}
          />
          <TextInput
            name={`partners.${index}.contribution`}
            label={say('plans.contribution')}
            defaultValue={partners[index]?.contribution ?? ''}
          />
        </div>
      ))}
      <TextInput name="poaCode" label={say('plans.field.poaCode')} defaultValue={poaCode ?? ''} />
    </Part>
  );
}

/** Four questions: could it do harm, and what is done about it. */
export function HarmFields({ page }: { page: ActionPage }) {
  const say = useSay();
  const { harm } = page.action;
  const options = [
    { value: 'no', label: say('plans.no') },
    { value: 'yes', label: say('plans.yes') },
  ];
  return (
    <Part title={say('plans.field.harm')} isOpen={isLacking(page, ['harm'])} fields={['harm']}>
      <p className={styles.small}>{say('plans.harm-help')}</p>
      {harmQuestions.map((question) => {
        const answer = harm?.[question];
        return (
          <div key={question} className={styles.choices}>
            <Radios
              name={`harm-${question}`}
              label={say(`plans.harm.${question}`)}
              options={options}
              {...(answer && { defaultValue: answer.could ? 'yes' : 'no' })}
            />
            <TextInput
              name={`harm-${question}-measure`}
              label={say('plans.harm-measure')}
              defaultValue={answer?.measure ?? ''}
            />
          </div>
        );
      })}
    </Part>
  );
}
