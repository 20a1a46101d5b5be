import { Button } from '../design/button.tsx';
import { Day } from '../design/date-words.tsx';
import { TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import type { Series } from './value-shapes.ts';

/** Where and when the source declares that it told everything: there, and only there, what is absent is zero. */
export function CoverageHere({ series, mayEdit }: { series: Series; mayEdit: boolean }) {
  const say = useSay();
  return (
    <Section title={say('figures.coverage')}>
      <p>{say(series.coverage.length > 0 ? 'figures.coverage-lead' : 'figures.coverage-none')}</p>
      {series.coverage.length > 0 && <CoverageTable series={series} mayEdit={mayEdit} />}
      {mayEdit && (
        <DataForm name="cover">
          <TextInput
            name="territory"
            label={say('figures.territory-code')}
            defaultValue={series.territory.reference}
            required
          />
          <TextInput
            name="from"
            label={say('figures.cover-from')}
            help={say('figures.period-help')}
            required
          />
          <TextInput name="to" label={say('figures.cover-to')} required />
          <Button look="plain">{say('figures.declare')}</Button>
        </DataForm>
      )}
    </Section>
  );
}

function CoverageTable({ series, mayEdit }: { series: Series; mayEdit: boolean }) {
  const say = useSay();
  return (
    <Table
      caption={say('figures.coverage')}
      isCaptionHidden
      rows={series.coverage}
      rowKey={(one) => one.id}
      columns={[
        { id: 'where', title: say('figures.where'), cell: (one) => one.territory.name },
        { id: 'from', title: say('figures.cover-from'), cell: (one) => <Day day={one.from} /> },
        { id: 'to', title: say('figures.cover-to'), cell: (one) => <Day day={one.to} /> },
        ...(mayEdit
          ? [
              {
                id: 'remove',
                title: say('figures.withdraw'),
                cell: (one: Series['coverage'][number]) => (
                  <DataForm name="uncover">
                    <input type="hidden" name="coverage" value={one.id} />
                    <Button look="quiet">{say('figures.withdraw')}</Button>
                  </DataForm>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
