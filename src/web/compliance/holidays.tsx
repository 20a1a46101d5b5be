import type { Answer } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { DateField, Select, TextInput, type Option } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Empty } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './compliance.module.css';
import { CorrectRow, RemoveRow } from './row-deeds.tsx';

type List = Answer<'listHolidays'>;

/** The days that do not count, with their source; whoever oversees adds and removes. */
export function Holidays({ list, territories }: { list: List; territories: readonly Option[] }) {
  const say = useSay();
  const format = useFormat();
  const mayKeep = list.abilities.includes('oversee-agreement');
  return (
    <Section title={say('compliance.holidays')} id="dias">
      <p>{say('compliance.holidays-lead')}</p>
      {list.items.length === 0 ? (
        <Empty title={say('compliance.holidays-none')} />
      ) : (
        <Table
          caption={say('compliance.holidays')}
          isCaptionHidden
          rows={list.items}
          rowKey={(row) => row.id}
          columns={[
            { id: 'on', title: say('compliance.day'), cell: (row) => format.longDay(row.on) },
            { id: 'name', title: say('compliance.name'), cell: (row) => row.name },
            { id: 'where', title: say('compliance.where'), cell: (row) => row.territory.name },
            { id: 'source', title: say('compliance.source'), cell: (row) => <Source source={row.source} /> },
            ...(mayKeep
              ? [
                  {
                    id: 'what',
                    title: say('compliance.what'),
                    cell: (row: List['items'][number]) => <Deeds row={row} />,
                  },
                ]
              : []),
          ]}
        />
      )}
      {mayKeep && (
        <DataForm name="holiday" labels={{ on: say('compliance.day'), name: say('compliance.name') }}>
          <input type="hidden" name="deed" value="add-holiday" />
          <div className={styles.row}>
            <DateField name="on" label={say('compliance.day')} required />
            <TextInput name="name" label={say('compliance.name')} required maxLength={200} />
            <Select name="territory" label={say('compliance.where')} options={territories} />
          </div>
          <Buttons>
            <Button look="plain">{say('compliance.holiday-add')}</Button>
          </Buttons>
        </DataForm>
      )}
    </Section>
  );
}

function Source({ source }: { source: List['items'][number]['source'] }) {
  const say = useSay();
  if (source === null) return null;
  return (
    <>
      {source.title}
      {!source.verified && ` (${say('compliance.unverified')})`}
    </>
  );
}

function Deeds({ row }: { row: List['items'][number] }) {
  const say = useSay();
  return (
    <div className={styles.deeds}>
      <CorrectRow kind="holiday" row={row}>
        <DateField name="on" label={say('compliance.day')} defaultValue={row.on} required />
        <TextInput name="name" label={say('compliance.name')} defaultValue={row.name} required />
      </CorrectRow>
      <RemoveRow kind="holiday" row={row} />
    </div>
  );
}
