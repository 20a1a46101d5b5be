import { Button } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { SeenImport } from './import-shapes.ts';

/** Every fault with its row and column; as long as there is one, nothing is imported. */
export function RowsToMend({ seen }: { seen: SeenImport }) {
  const say = useSay();
  if (seen.problems.length === 0) return null;
  return (
    <Section title={say('inventory.rows-to-mend')}>
      <Table
        caption={say('inventory.rows-to-mend')}
        isCaptionHidden
        rows={seen.problems}
        rowKey={(problem) => `${problem.row} ${problem.field} ${problem.code}`}
        note={say('inventory.again')}
        columns={[
          { id: 'row', title: say('inventory.row'), isNumber: true, cell: (problem) => problem.row },
          { id: 'column', title: say('inventory.column'), cell: (problem) => problem.column },
          { id: 'problem', title: say('inventory.what-to-mend'), cell: (problem) => problem.message },
        ]}
      />
    </Section>
  );
}

/** What each row would do, with what its words suggest of its link, and the button that does it. */
export function ImportOutcome({ seen }: { seen: SeenImport }) {
  const say = useSay();
  const format = useFormat();
  const { creates, changes, same } = seen;
  return (
    <Section title={say('inventory.outcome')}>
      <p>{say('inventory.would', { creates, changes, same })}</p>
      {seen.problems.length === 0 && seen.rows.length > 0 && (
        <DataForm name="apply">
          <Button>{say('inventory.apply')}</Button>
        </DataForm>
      )}
      <Table
        caption={say('inventory.outcome')}
        isCaptionHidden
        rows={seen.rows}
        rowKey={(row) => String(row.row)}
        columns={[
          { id: 'row', title: say('inventory.row'), isNumber: true, cell: (row) => row.row },
          { id: 'name', title: say('inventory.name'), cell: (row) => row.name },
          {
            id: 'outcome',
            title: say('inventory.outcome'),
            cell: (row) => say(`inventory.outcome-${row.outcome}`),
          },
          {
            id: 'suggestion',
            title: say('inventory.suggestion'),
            cell: ({ suggestion: { link, words } }) =>
              link &&
              say('inventory.suggestion-words', {
                link: say(`inventory.link.${link}`),
                words: format.list(words),
              }),
          },
        ]}
      />
    </Section>
  );
}

/** Totals and headings between rows: named, so that nobody wonders where they went. */
export function RowsLeftOut({ seen }: { seen: SeenImport }) {
  const say = useSay();
  const rows = seen.notes.filter(({ row, code }) => row !== null && code.startsWith('planning.'));
  if (rows.length === 0) return null;
  return (
    <Section title={say('inventory.rows-left-out')}>
      <Table
        caption={say('inventory.rows-left-out')}
        isCaptionHidden
        rows={rows}
        rowKey={(note) => `${note.row} ${note.code}`}
        columns={[
          { id: 'row', title: say('inventory.row'), isNumber: true, cell: (note) => note.row },
          { id: 'why', title: say('inventory.why'), cell: (note) => note.message },
        ]}
      />
    </Section>
  );
}
