import type { Answer, Refused } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Moment } from '../design/date-words.tsx';
import { FileField } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import styles from './actors.module.css';

type Report = Answer<'previewActorsImport'>;
type Chosen = { readonly of: string; readonly territory: string; readonly fileName: string };

/** What the file would do, row by row; then the button that does it. */
export function ImportPreview({
  report,
  chosen,
  carried,
}: {
  report: Report;
  chosen: Chosen;
  carried: string | null;
}) {
  const say = useSay();
  const changes = report.creates + report.changes;
  return (
    <Section title={say('actor-pages.import-what', { file: chosen.fileName })}>
      <Counts report={report} />
      <Notes notes={report.notes} />
      {changes === 0 ? (
        <Notice>{say('actor-pages.import-nothing')}</Notice>
      ) : (
        <DataForm name="apply" encType="multipart/form-data">
          <input type="hidden" name="of" value={chosen.of} />
          <input type="hidden" name="territory" value={chosen.territory} />
          <input type="hidden" name="fileName" value={chosen.fileName} />
          {carried === null ? (
            <FileField
              name="file"
              label={say('actor-pages.import-file')}
              help={say('actor-pages.import-again')}
              maximumBytes={20_000_000}
              required
            />
          ) : (
            <input type="hidden" name="carried" value={carried} />
          )}
          <Buttons>
            <Button>{say('actor-pages.import-apply', { count: changes })}</Button>
            <ButtonLink look="quiet" to="/actores/importar">
              {say('shared.cancel')}
            </ButtonLink>
          </Buttons>
        </DataForm>
      )}
      <Rows report={report} />
    </Section>
  );
}

/** What was done, and the way back. */
export function Applied({ report }: { report: Answer<'importActors'> }) {
  const say = useSay();
  return (
    <Notice kind="done" title={say('actor-pages.import-applied')}>
      <Counts report={report} />
      <Revoke runId={report.runId} />
    </Notice>
  );
}

function Revoke({ runId }: { runId: string }) {
  const say = useSay();
  return (
    <DataForm name={`revoke-${runId}`}>
      <input type="hidden" name="runId" value={runId} />
      <Button look="plain">{say('actor-pages.import-revoke')}</Button>
    </DataForm>
  );
}

/** Every fault of a file at once, each with its row and column. Nothing was saved. */
export function Faults({ refused }: { refused: Refused }) {
  const say = useSay();
  const faults = refused.problems.filter(
    (problem) => problem.row !== undefined || problem.line !== undefined,
  );
  if (faults.length === 0) return null;
  return (
    <Table
      caption={say('actor-pages.import-faults', { count: faults.length })}
      rows={faults.map((fault, index) => ({ ...fault, id: String(index) }))}
      rowKey={(fault) => fault.id}
      columns={[
        { id: 'row', title: say('actor-pages.import-row'), cell: (fault) => fault.row ?? fault.line },
        { id: 'field', title: say('shared.field'), cell: (fault) => columnName(fault.field, say) },
        { id: 'message', title: say('actor-pages.import-problem'), cell: (fault) => fault.message },
      ]}
    />
  );
}

/** Imports that can still be taken back. */
export function PastImports({ runs }: { runs: Answer<'listImportRuns'>['items'] }) {
  const say = useSay();
  return (
    <Section title={say('actor-pages.import-past')}>
      <p>{say('actor-pages.import-past-lead')}</p>
      {runs.map((run) => (
        <div key={run.id} className={styles.entry}>
          <span>
            {run.fileName}
            <small className={styles.soft}>
              {say.dynamic(`actors.sheet.${run.kind}`)} · <Moment instant={run.appliedAt ?? run.createdAt} />
              {run.by && ` · ${run.by}`}
            </small>
          </span>
          <Revoke runId={run.id} />
        </div>
      ))}
    </Section>
  );
}

type Say = ReturnType<typeof useSay>;

function columnName(field: string | undefined, say: Say): string {
  if (field === undefined) return '';
  return say.knows(`actors.column.${field}`) ? say.dynamic(`actors.column.${field}`) : field;
}

function Counts({ report }: { report: Pick<Report, 'creates' | 'changes' | 'same'> }) {
  const say = useSay();
  return (
    <p role="status">
      {say('actor-pages.import-counts', {
        creates: report.creates,
        changes: report.changes,
        same: report.same,
      })}
    </p>
  );
}

function Notes({ notes }: { notes: Report['notes'] }) {
  const say = useSay();
  if (notes.length === 0) return null;
  return (
    <Notice title={say('actor-pages.import-notes')}>
      <ul>
        {notes.slice(0, 20).map((note, index) => (
          <li key={index}>
            {[
              note.sheet,
              note.row === undefined ? null : say('actor-pages.import-row-number', { row: note.row }),
            ]
              .filter(Boolean)
              .join(' · ')}{' '}
            {say.dynamic(`problem.${note.code}`, note.values)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Rows({ report }: { report: Report }) {
  const say = useSay();
  const rows = report.rows.filter((row) => row.outcome !== 'same').slice(0, 500);
  if (rows.length === 0) return null;
  return (
    <Table
      caption={say('actor-pages.import-rows')}
      rows={rows}
      rowKey={(row) => `${row.row} ${row.name}`}
      columns={[
        { id: 'name', title: say('actor-pages.name'), cell: (row) => row.name },
        { id: 'row', title: say('actor-pages.import-row'), cell: (row) => row.row, isNumber: true },
        {
          id: 'outcome',
          title: say('actor-pages.import-outcome'),
          cell: (row) => say(`actor-pages.outcome.${row.outcome}`),
        },
        {
          id: 'fields',
          title: say('shared.field'),
          cell: (row) => row.fields.map((field) => columnName(field, say)).join(', '),
        },
      ]}
    />
  );
}
