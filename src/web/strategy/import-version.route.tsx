import { data } from 'react-router';
import {
  address,
  attempt,
  call,
  keyOf,
  refusedForm,
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
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/import-version.route';
import { openForm } from './open-form.ts';
import { addressOfVersion } from './strategy-shapes.ts';

const maximumBytes = 10_000_000;

export async function loader({ context, params: { versionId }, request }: Route.LoaderArgs) {
  const version = await call(context, 'getStrategyVersion', { versionId }, request);
  openForm(context, request, version.abilities);
  return { version, xlsx: address(context, 'exportStrategyVersion', { versionId, format: 'xlsx' }) };
}

export async function action({ context, params: { versionId }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const file = form.get('file');
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const fileName = (file instanceof File && file.name) || 'archivo.xlsx';
  const mediaType = /\.json$/i.test(fileName)
    ? 'application/octet-stream'
    : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const given = { versionId, fileName, bytes, mediaType } as const;
  const isApplied = form.has('apply');
  const done = isApplied
    ? await attempt(context, 'importStrategyVersion', given, keyOf(form))
    : await attempt(context, 'previewStrategyImport', given);
  if (done.ok) return { report: done.answer, isApplied };
  return done.refused.problems.length > 0 ? refusedFile(done.refused, form) : refusedForm(done.refused, form);
}

/** What is wrong stands in a table by row, under the sentence that says how many there are. */
function refusedFile(refused: Refused, form: FormData) {
  const { problems } = refused;
  return data({ refused: { ...refused, problems: [] }, typed: typedOf(form), problems }, refused.status);
}

/** A file of a strategy: first what each row would do, then all rows or none. */
export default function ImportVersion({ loaderData: { version, xlsx }, actionData }: Route.ComponentProps) {
  const say = useSay();
  const done = actionData && 'report' in actionData ? actionData : null;
  const title = say('strategies.version-number', { number: version.number });
  return (
    <Page
      title={say('strategies.import')}
      lead={say('strategies.import-lead')}
      crumbs={[
        {
          to: addressOfVersion(version.strategy.id, version.id),
          title: `${version.strategy.title}, ${title.toLowerCase()}`,
        },
      ]}
    >
      {done?.isApplied && <Notice kind="done" title={say('strategies.imported')} />}
      <Problems problems={problemsOf(actionData)} />
      {done && <Report report={done.report} />}
      <DataForm name="file" encType="multipart/form-data" labels={{ file: say('strategies.file') }}>
        <FileField name="file" label={say('strategies.file')} maximumBytes={maximumBytes} required />
        <Checkbox name="apply" label={say('strategies.import-now')} />
        <Button>{say('strategies.file-send')}</Button>
      </DataForm>
      <Downloads downloads={[{ format: 'XLSX', href: xlsx }]} />
    </Page>
  );
}

function Report({ report }: { report: Answer<'previewStrategyImport'> }) {
  const say = useSay();
  const { creates, changes, same } = report;
  return (
    <>
      <p>{say('strategies.import-would', { creates, changes, same })}</p>
      <Table
        caption={say('strategies.outcome')}
        isCaptionHidden
        rows={report.rows}
        rowKey={(row) => String(row.row)}
        columns={[
          { id: 'row', title: say('strategies.row'), isNumber: true, cell: (row) => row.row },
          {
            id: 'outcome',
            title: say('strategies.outcome'),
            cell: (row) => say(`strategies.outcome-${row.outcome}`),
          },
          { id: 'title', title: say('strategy.field.title'), cell: (row) => row.name },
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
  const columnOf = ({ field }: Fault) => {
    const key = `strategy.column.${field}`;
    return say.knows(key) ? say.dynamic(`strategy.column.${field}`) : field;
  };
  return (
    <Table
      caption={say('strategies.rows-to-mend')}
      rows={problems}
      rowKey={(problem) =>
        `${problem.sheet} ${problem.row} ${problem.field} ${problem.code} ${problem.message}`
      }
      columns={[
        { id: 'row', title: say('strategies.row'), isNumber: true, cell: (problem) => problem.row },
        { id: 'column', title: say('shared.field'), cell: columnOf },
        { id: 'problem', title: say('strategies.what-to-mend'), cell: (problem) => problem.message },
      ]}
    />
  );
}
