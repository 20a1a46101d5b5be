import { Form } from 'react-router';
import { ledgerGroupings, ledgerStates } from '#domain/commitments/ledger-filter.ts';
import type { LedgerSide } from '#domain/commitments/next-action.ts';
import { Button } from '../design/button.tsx';
import { DateField, Field, Select, type Option } from '../design/field.tsx';
import fieldStyles from '../design/field.module.css';
import { useSay } from '../words/words.tsx';
import type { Asked } from './ledger-shapes.ts';
import styles from './ledger.module.css';

/** What the ledger is narrowed to; the address holds it, so that it can be sent to a colleague. */
export function LedgerFilter({
  asked,
  side,
  parties,
  territories,
  organisations,
}: {
  asked: Asked;
  side: LedgerSide;
  parties: readonly { readonly id: string; readonly name: string }[];
  territories: readonly Option[];
  organisations: readonly Option[];
}) {
  const say = useSay();
  const isNarrowed = [asked.territory, asked.party, asked.from, asked.to, asked.text].some(Boolean);
  return (
    <Form method="get" key={JSON.stringify(asked)} role="search" className={styles.filters}>
      <input type="hidden" name="lado" value={side} />
      {asked.agreement !== undefined && <input type="hidden" name="convenio" value={asked.agreement} />}
      {asked.line !== undefined && <input type="hidden" name="linea" value={asked.line} />}
      <Select
        name="estado"
        label={say('ledger.state')}
        options={ledgerStates.map((value) => ({ value, label: say(`ledger.state.${value}`) }))}
        defaultValue={asked.state}
      />
      <Select
        name="por"
        label={say('ledger.by')}
        options={[
          { value: '', label: say('ledger.by.none') },
          ...ledgerGroupings.map((value) => ({ value, label: say(`ledger.by.${value}`) })),
        ]}
        defaultValue={asked.by ?? ''}
      />
      {parties.length > 1 && (
        <Select
          name="como"
          label={say('ledger.as')}
          options={[
            { value: '', label: say('ledger.as-all') },
            ...parties.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          defaultValue={asked.as ?? ''}
        />
      )}
      <details className={styles.more} open={isNarrowed}>
        <summary>{say('ledger.more-filters')}</summary>
        <div className={styles.filters}>
          <Select
            name="territorio"
            label={say('ledger.territory')}
            options={[{ value: '', label: say('ledger.anywhere') }, ...territories]}
            defaultValue={asked.territory ?? ''}
          />
          <Select
            name="quien"
            label={say('ledger.party')}
            options={[{ value: '', label: say('ledger.anybody') }, ...organisations]}
            defaultValue={asked.party ?? ''}
          />
          <DateField name="desde" label={say('ledger.from')} defaultValue={asked.from} />
          <DateField name="hasta" label={say('ledger.to')} defaultValue={asked.to} />
          <Field name="texto" label={say('ledger.text')} optional={false}>
            {(control) => (
              <input
                {...control}
                type="search"
                maxLength={200}
                defaultValue={asked.text ?? ''}
                className={fieldStyles.control}
              />
            )}
          </Field>
        </div>
      </details>
      <Button look="plain" icon="search">
        {say('ledger.filter')}
      </Button>
    </Form>
  );
}
