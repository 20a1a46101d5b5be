import type { Answer } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { DateField, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Empty } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './compliance.module.css';
import { CorrectRow, RemoveRow } from './row-deeds.tsx';

type List = Answer<'listExchangeRates'>;
type Rate = List['items'][number];

/** Dated and sourced rates: without one, amounts of two currencies are never added. */
export function Rates({ list, territory }: { list: List; territory: string }) {
  const say = useSay();
  const format = useFormat();
  const mayKeep = list.abilities.includes('oversee-agreement');
  return (
    <Section title={say('compliance.rates')} id="cambio">
      <p>{say('compliance.rates-lead')}</p>
      {list.items.length === 0 ? (
        <Empty title={say('compliance.rates-none')} />
      ) : (
        <Table
          isCompared
          caption={say('compliance.rates')}
          isCaptionHidden
          rows={list.items}
          rowKey={(row) => row.id}
          columns={[
            { id: 'on', title: say('compliance.day'), cell: (row) => format.longDay(row.on) },
            { id: 'from', title: say('compliance.rate-from'), cell: (row) => row.from },
            { id: 'rate', title: say('compliance.rate-value'), isNumber: true, cell: (row) => row.rate },
            { id: 'to', title: say('compliance.rate-to'), cell: (row) => row.to },
            { id: 'source', title: say('compliance.source'), cell: (row) => row.source },
            ...(mayKeep
              ? [{ id: 'what', title: say('compliance.what'), cell: (row: Rate) => <Deeds row={row} /> }]
              : []),
          ]}
        />
      )}
      {mayKeep && (
        <DataForm name="rate">
          <input type="hidden" name="deed" value="add-rate" />
          <input type="hidden" name="territory" value={territory} />
          <div className={styles.row}>
            <RateFields />
          </div>
          <Buttons>
            <Button look="plain">{say('compliance.rate-add')}</Button>
          </Buttons>
        </DataForm>
      )}
    </Section>
  );
}

function RateFields({ row }: { row?: Rate }) {
  const say = useSay();
  const help = say('compliance.currency-help');
  return (
    <>
      <TextInput
        name="from"
        label={say('compliance.rate-from')}
        help={help}
        maxLength={3}
        defaultValue={row?.from}
        required
      />
      <TextInput
        name="to"
        label={say('compliance.rate-to')}
        help={help}
        maxLength={3}
        defaultValue={row?.to}
        required
      />
      <TextInput
        name="rate"
        label={say('compliance.rate-value')}
        inputMode="decimal"
        defaultValue={row?.rate}
        required
      />
      <DateField name="on" label={say('compliance.day')} defaultValue={row?.on} required />
      <TextInput name="source" label={say('compliance.source')} defaultValue={row?.source} required />
    </>
  );
}

function Deeds({ row }: { row: Rate }) {
  return (
    <div className={styles.deeds}>
      <CorrectRow kind="rate" row={row}>
        <RateFields row={row} />
      </CorrectRow>
      <RemoveRow kind="rate" row={row} />
    </div>
  );
}
