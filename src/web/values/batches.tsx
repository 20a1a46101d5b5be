import { Button } from '../design/button.tsx';
import { Day, Moment } from '../design/date-words.tsx';
import { TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { CrosswalkLinks } from '../value-imports/crosswalk-links.tsx';
import { useSay } from '../words/words.tsx';
import type { Series } from './value-shapes.ts';

type Batch = Series['batches'][number];

/** What came together, newest first, with the way to take it back. Only for those who keep figures there. */
export function Batches({ series, mayRevoke }: { series: Series; mayRevoke: boolean }) {
  const say = useSay();
  if (series.batches.length === 0) return null;
  return (
    <Section title={say('figures.batches')}>
      <p>{say('figures.batches-lead')}</p>
      <Table
        caption={say('figures.batches')}
        isCaptionHidden
        rows={series.batches}
        rowKey={(one) => one.number}
        columns={[
          { id: 'when', title: say('figures.when'), cell: (one) => <Moment instant={one.madeAt} /> },
          {
            id: 'kind',
            title: say('figures.batch-kind'),
            cell: (one) => say(`figures.batch-kind.${one.kind}`),
          },
          { id: 'by', title: say('figures.by'), cell: (one) => one.by ?? say('trail.installation') },
          {
            id: 'cutoff',
            title: say('figures.cutoff'),
            cell: (one) => (one.cutoffOn ? <Day day={one.cutoffOn} /> : say('figures.cutoff-unknown')),
          },
          { id: 'status', title: say('figures.status'), cell: (one) => say(`figures.status.${one.status}`) },
          {
            id: 'read-by',
            title: say('crosswalks.read-by'),
            cell: (one) => <CrosswalkLinks crosswalks={one.crosswalks} />,
          },
          { id: 'reason', title: say('figures.reason'), cell: (one) => one.reason },
          ...(mayRevoke
            ? [{ id: 'revoke', title: say('figures.revoke'), cell: (one: Batch) => <Revoke batch={one} /> }]
            : []),
        ]}
      />
    </Section>
  );
}

function Revoke({ batch }: { batch: Batch }) {
  const say = useSay();
  if (batch.revokedAt !== null) return say('figures.revoked');
  return (
    <details>
      <summary>{say('figures.revoke')}</summary>
      <DataForm name={`revoke-${batch.number}`}>
        <input type="hidden" name="batch" value={batch.number} />
        <TextInput name="reason" label={say('figures.reason')} required />
        <Button look="plain">{say('figures.revoke-now')}</Button>
      </DataForm>
    </details>
  );
}
