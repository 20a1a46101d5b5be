import { data } from 'react-router';
import { ownTerritories } from '../actors/territory-choices.ts';
import {
  attempt,
  call,
  keyOf,
  pageOfRequest,
  textOf,
  typedOf,
  type Answer,
  type Fault,
  type Refused,
} from '../api.ts';
import { Button } from '../design/button.tsx';
import { Checkbox, FileField, Select } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/import-indicators.route';
import { openForm } from './open-form.ts';

const maximumBytes = 10_000_000;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { abilities } = await call(context, 'listIndicators', { limit: 1 }, request);
  openForm(context, request, abilities);
  const mayForAll = pageOfRequest(context).visitor?.deeds.includes('manage-installation') ?? false;
  return { territories: await ownTerritories(context, request), mayForAll };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const file = form.get('file');
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const fileName = (file instanceof File && file.name) || 'archivo.xlsx';
  const given = {
    territory: textOf(form, 'territory') || undefined,
    fileName,
    bytes,
    mediaType: mediaTypeOf(fileName),
  };
  if (form.has('apply')) {
    const done = await attempt(context, 'importIndicators', given, keyOf(form));
    return done.ok ? { report: done.answer, isDone: true } : refusedFile(done.refused, form);
  }
  const seen = await attempt(context, 'previewIndicatorsImport', given);
  return seen.ok ? { report: seen.answer, isDone: false } : refusedFile(seen.refused, form);
}

function mediaTypeOf(fileName: string): string {
  if (/\.csv$/i.test(fileName)) return 'text/csv';
  if (/\.json$/i.test(fileName)) return 'application/octet-stream';
  return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
}

/** What is wrong stands in a table by row, under the sentence that says how many there are. */
function refusedFile(refused: Refused, form: FormData) {
  const { problems } = refused;
  return data({ refused: { ...refused, problems: [] }, typed: typedOf(form), problems }, refused.status);
}

/** A file of indicators: first what each row would do, then all rows or none. */
export default function ImportIndicators({ loaderData, actionData }: Route.ComponentProps) {
  const { territories, mayForAll } = loaderData;
  const say = useSay();
  const done = actionData && 'report' in actionData ? actionData : null;
  const problems = (actionData as { problems?: readonly Fault[] } | undefined)?.problems ?? [];
  const everywhere = { value: '', label: say('indicators.every-country') };
  return (
    <Page
      title={say('indicators.import-title')}
      lead={say('indicators.import-lead')}
      crumbs={[{ to: '/indicadores', title: say('indicators.title') }]}
    >
      {done?.isDone && <Notice kind="done" title={say('indicators.imported')} />}
      <Problems problems={problems} />
      {done && <Report report={done.report} />}
      <DataForm encType="multipart/form-data" labels={{ file: say('indicators.file') }}>
        <Select
          name="territory"
          label={say('indicators.whose')}
          options={[...territories.options, ...(mayForAll ? [everywhere] : [])]}
          defaultValue={territories.chosen}
        />
        <FileField name="file" label={say('indicators.file')} maximumBytes={maximumBytes} required />
        <Checkbox name="apply" label={say('indicators.import-now')} />
        <Button>{say('indicators.preview')}</Button>
      </DataForm>
    </Page>
  );
}

function Report({ report }: { report: Answer<'previewIndicatorsImport'> }) {
  const say = useSay();
  const { creates, changes, same } = report;
  return (
    <>
      <p>{say('indicators.import-would', { creates, changes, same })}</p>
      <Table
        caption={say('indicators.outcome')}
        isCaptionHidden
        rows={report.rows}
        rowKey={(row) => String(row.row)}
        columns={[
          { id: 'code', title: say('indicators.code'), cell: (row) => row.code },
          { id: 'title', title: say('indicators.name'), cell: (row) => row.title },
          {
            id: 'outcome',
            title: say('indicators.outcome'),
            cell: (row) => say(`indicators.outcome-${row.outcome}`),
          },
        ]}
      />
    </>
  );
}

function Problems({ problems }: { problems: readonly Fault[] }) {
  const say = useSay();
  if (problems.length === 0) return null;
  return (
    <Table
      caption={say('indicators.rows-to-mend')}
      rows={problems}
      rowKey={(problem) => `${problem.row} ${problem.field} ${problem.code}`}
      columns={[
        { id: 'row', title: say('indicators.row'), isNumber: true, cell: (problem) => problem.row },
        { id: 'column', title: say('shared.field'), cell: (problem) => problem.field },
        { id: 'problem', title: say('indicators.what-to-mend'), cell: (problem) => problem.message },
      ]}
    />
  );
}
