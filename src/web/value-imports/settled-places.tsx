import type { Answer } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Day } from '../design/date-words.tsx';
import { Select, TextInput, type Option } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Empty } from '../design/notice.tsx';
import { Pagination, Table } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';

type Settled = Answer<'listValuePlaces'>;

/** What files call places, as somebody settled it, with the way to correct each. */
export function SettledPlaces({
  places,
  country,
  territories,
}: {
  places: Settled;
  country: string;
  territories: readonly Option[];
}) {
  const say = useSay();
  if (places.items.length === 0)
    return <Empty title={say('crosswalks.no-places')}>{say('crosswalks.no-places-lead')}</Empty>;
  return (
    <>
      <p>{say('crosswalks.places-lead')}</p>
      <Table
        caption={say('crosswalks.places')}
        isCaptionHidden
        rows={places.items}
        rowKey={(row) => row.key}
        columns={[
          { id: 'key', title: say('crosswalks.place-name'), cell: (row) => row.key },
          {
            id: 'place',
            title: say('crosswalks.place'),
            cell: ({ place }) => `${place.name} (${place.kindName})`,
          },
          { id: 'since', title: say('crosswalks.since'), cell: (row) => <Day day={row.since} /> },
          { id: 'who', title: say('crosswalks.who'), cell: (row) => row.by ?? '' },
          {
            id: 'correct',
            title: say('crosswalks.correct'),
            cell: (row) =>
              row.abilities.length > 0 && (
                <CorrectPlace row={row} country={country} territories={territories} />
              ),
          },
        ]}
      />
      <Pagination next={places.next} count={places.items.length} />
    </>
  );
}

function CorrectPlace({
  row,
  country,
  territories,
}: {
  row: Settled['items'][number];
  country: string;
  territories: readonly Option[];
}) {
  const say = useSay();
  return (
    <details>
      <summary aria-label={say('crosswalks.correct-name', { name: row.key })}>
        {say('crosswalks.correct')}
      </summary>
      <DataForm name={`place-${row.key}`}>
        <input type="hidden" name="country" value={country} />
        <input type="hidden" name="key" value={row.key} />
        <input type="hidden" name="was" value={row.place.reference} />
        <Select
          name="territory"
          label={say('crosswalks.another-place')}
          options={territories}
          empty={say('crosswalks.ask-again')}
          defaultValue={row.place.reference}
        />
        <TextInput name="reason" label={say('crosswalks.why')} maxLength={1000} required />
        <Button look="quiet">{say('crosswalks.save-place')}</Button>
      </DataForm>
    </details>
  );
}
