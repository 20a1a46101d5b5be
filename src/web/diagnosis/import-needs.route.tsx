import { data } from 'react-router';
import {
  address,
  attempt,
  call,
  keyOf,
  refusedForm,
  textOf,
  typedOf,
  type Answer,
  type Fault,
  type Refused,
} from '../api.ts';
import { Button } from '../design/button.tsx';
import { Checkbox, FileField } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { Downloads, Table } from '../design/table.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/import-needs.route';
import { addressOfNeeds, fieldWord } from './need-shapes.ts';
import { openForm } from './open-form.ts';

const maximumBytes = 20_000_000;

export async function loader({ context, params: { reference }, request }: Route.LoaderArgs) {
  const [territory, { abilities }] = await Promise.all([
    call(context, 'getTerritory', { reference }, request),
    call(context, 'listNeeds', { territory: reference, limit: 1 }, request),
  ]);
  openForm(context, request, abilities);
  const xlsx = address(context, 'exportNeeds', { territory: reference, format: 'xlsx' });
  return { territory, xlsx };
}

export async function action({ context, params: { reference }, request }: Route.ActionArgs) {
  const form = await request.formData();
  if (textOf(form, '_form') === 'revoke') {
    const given = { runId: textOf(form, 'runId') };
    const revoked = await attempt(context, 'revokeNeedsImport', given, keyOf(form));
    return revoked.ok ? { isRevoked: true as const } : refusedForm(revoked.refused, form);
  }
  const file = form.get('file');
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const fileName = (file instanceof File && file.name) || 'archivo.xlsx';
  const mediaType = /\.csv$/i.test(fileName)
    ? 'text/csv'
    : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const given = { territory: reference, fileName, bytes, mediaType } as const;
  if (form.has('apply')) {
    const done = await attempt(context, 'importNeeds', given, keyOf(form));
    return done.ok ? { report: done.answer, runId: done.answer.runId } : refusedFile(done.refused, form);
  }
  const seen = await attempt(context, 'previewNeedsImport', given);
  return seen.ok ? { report: seen.answer, runId: null } : refusedFile(seen.refused, form);
}

/** What is wrong stands in a table by row, under the sentence that says how many there are. */
function refusedFile(refused: Refused, form: FormData) {
  const { problems } = refused;
  return data({ refused: { ...refused, problems: [] }, typed: typedOf(form), problems }, refused.status);
}

/** A spreadsheet of needs: first what each row would do, then all rows or none, and a way back. */
export default function ImportNeeds({ loaderData: { territory, xlsx }, actionData }: Route.ComponentProps) {
  const say = useSay();
  const done = actionData && 'report' in actionData && actionData.report ? actionData : null;
  return (
    <InPlace country={territory.country}>
      <Page
        title={say('needs.import')}
        lead={say('needs.import-lead')}
        crumbs={[
          { to: addressOfTerritory(territory.reference), title: territory.name },
          { to: addressOfNeeds(territory.reference), title: say('needs.title') },
        ]}
      >
        {actionData && 'isRevoked' in actionData && <Notice kind="done" title={say('needs.revoked')} />}
        {done?.runId && (
          <Notice kind="done" title={say('needs.imported')}>
            <DataForm name="revoke">
              <input type="hidden" name="runId" value={done.runId} />
              <Button look="quiet">{say('needs.revoke')}</Button>
            </DataForm>
          </Notice>
        )}
        <Problems problems={problemsOf(actionData)} />
        {done?.report && <Report report={done.report} />}
        <DataForm name="file" encType="multipart/form-data" labels={{ file: say('needs.file') }}>
          <FileField name="file" label={say('needs.file')} maximumBytes={maximumBytes} required />
          <Checkbox name="apply" label={say('needs.import-now')} />
          <Button>{say('needs.preview')}</Button>
        </DataForm>
        <Downloads downloads={[{ format: 'XLSX', href: xlsx }]} />
      </Page>
    </InPlace>
  );
}

function Report({ report }: { report: Answer<'previewNeedsImport'> }) {
  const say = useSay();
  const { creates, changes, same } = report;
  return (
    <>
      <p>{say('needs.import-would', { creates, changes, same })}</p>
      <Table
        caption={say('needs.outcome')}
        isCaptionHidden
        rows={report.rows}
        rowKey={(row) => String(row.row)}
        columns={[
          { id: 'row', title: say('needs.row'), isNumber: true, cell: (row) => row.row },
          { id: 'outcome', title: say('needs.outcome'), cell: (row) => say(`needs.outcome-${row.outcome}`) },
          { id: 'problem', title: say('needs.problem'), cell: (row) => row.name },
        ]}
      />
    </>
  );
}

function problemsOf(answer: unknown): readonly Fault[] {
  return (answer as { problems?: readonly Fault[] } | undefined)?.problems ?? [];
}

function Problems({ problems }: { problems: readonly Fault[] }) {
  const say = useSay();
  if (problems.length === 0) return null;
  return (
    <Table
      caption={say('needs.rows-to-mend')}
      rows={problems}
      rowKey={(problem) => `${problem.row} ${problem.field} ${problem.code}`}
      columns={[
        { id: 'row', title: say('needs.row'), isNumber: true, cell: (problem) => problem.row },
        {
          id: 'column',
          title: say('shared.field'),
          cell: (problem) => (problem.field ? fieldWord(say, problem.field) : ''),
        },
        { id: 'problem', title: say('needs.what-to-mend'), cell: (problem) => problem.message },
      ]}
    />
  );
}
