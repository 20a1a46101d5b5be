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

type List = Answer<'listQuietPeriods'>;
type Period = List['items'][number];

/** Times before an election in which nothing is published that could favour or harm. */
export function QuietPeriods({ list, territory }: { list: List; territory: string }) {
  const say = useSay();
  const format = useFormat();
  const mayKeep = list.abilities.includes('oversee-agreement');
  return (
    <Section title={say('compliance.quiet-periods')} id="vedas">
      <p>{say('compliance.quiet-lead')}</p>
      {list.items.length === 0 ? (
        <Empty title={say('compliance.quiet-none')} />
      ) : (
        <Table
          caption={say('compliance.quiet-periods')}
          isCaptionHidden
          rows={list.items}
          rowKey={(row) => row.id}
          columns={[
            { id: 'from', title: say('compliance.first-day'), cell: (row) => format.longDay(row.from) },
            { id: 'to', title: say('compliance.last-day'), cell: (row) => format.longDay(row.to) },
            { id: 'where', title: say('compliance.where'), cell: (row) => row.territory.name },
            { id: 'reason', title: say('compliance.reason'), cell: (row) => row.reason },
            ...(mayKeep
              ? [{ id: 'what', title: say('compliance.what'), cell: (row: Period) => <Deeds row={row} /> }]
              : []),
          ]}
        />
      )}
      {mayKeep && (
        <DataForm name="quiet">
          <input type="hidden" name="deed" value="add-quiet" />
          <input type="hidden" name="territory" value={territory} />
          <div className={styles.row}>
            <QuietFields />
          </div>
          <Buttons>
            <Button look="plain">{say('compliance.quiet-add')}</Button>
          </Buttons>
        </DataForm>
      )}
    </Section>
  );
}

function QuietFields({ row }: { row?: Period }) {
  const say = useSay();
  return (
    <>
      <DateField name="from" label={say('compliance.first-day')} defaultValue={row?.from} required />
      <DateField name="to" label={say('compliance.last-day')} defaultValue={row?.to} required />
      <TextInput name="reason" label={say('compliance.reason')} defaultValue={row?.reason} required />
    </>
  );
}

function Deeds({ row }: { row: Period }) {
  return (
    <div className={styles.deeds}>
      <CorrectRow kind="quiet" row={row}>
        <QuietFields row={row} />
      </CorrectRow>
      <RemoveRow kind="quiet" row={row} />
    </div>
  );
}
