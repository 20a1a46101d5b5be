import { Link, redirect } from 'react-router';
import { attempt, call, keyOf, pageOfRequest, refusedForm, textOf } from '../api.ts';
import { sentFile } from '../actors/import-file.ts';
import { openFormTo } from '../actors/may-edit.ts';
import { territoryChoices } from '../actors/territory-choices.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { Moment } from '../design/date-words.tsx';
import { FileField, Select } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Empty } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/imports.route';
import { describe } from './describe.ts';

const maximumBytes = 50_000_000;

export async function loader({ context, request }: Route.LoaderArgs) {
  openFormTo(context, request, 'import');
  const home = pageOfRequest(context).visitor?.home.reference ?? '';
  const [territories, sent] = await Promise.all([
    territoryChoices(context, home, null, request),
    call(context, 'listValueImports', {}, request),
  ]);
  return { territories, home, sent: sent.items };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const { bytes, fileName } = await sentFile(form);
  const given = { territory: textOf(form, 'territory'), bytes, fileName, mediaType: mediaTypeOf(fileName) };
  const opened = await attempt(context, 'openValueImport', given, keyOf(form));
  if (!opened.ok) return refusedForm(opened.refused, form);
  const { id, version } = opened.answer;
  const described = await describe(context, form, { importId: id, version });
  return described && !described.ok
    ? refusedForm(described.refused, form)
    : redirect(`/cifras/importar/${id}`);
}

// What a file is, its content says; the name only says how it is sent.
function mediaTypeOf(fileName: string) {
  if (/\.(csv|txt)$/i.test(fileName)) return 'text/csv';
  if (/\.json$/i.test(fileName)) return 'application/json';
  if (/\.xml$/i.test(fileName)) return 'application/xml';
  return /\.xlsx$/i.test(fileName)
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : 'application/octet-stream';
}

/** Files of figures in any layout: sent once, understood, corrected, and only then brought in. */
export default function ValueImports({ loaderData: { territories, home, sent } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page
      title={say('value-imports.title')}
      lead={say('value-imports.lead')}
      actions={
        <ButtonLink look="quiet" to="/cifras/nombres">
          {say('crosswalks.link')}
        </ButtonLink>
      }
    >
      <DataForm
        encType="multipart/form-data"
        labels={{
          file: say('value-imports.file'),
          metadata: say('value-imports.metadata'),
          territory: say('value-imports.territory'),
        }}
      >
        <FileField
          name="file"
          label={say('value-imports.file')}
          help={say('value-imports.file-help')}
          maximumBytes={maximumBytes}
          accept=".csv,.tsv,.txt,.gz,.zip,.xlsx,.json,.xml"
          required
        />
        <FileField
          name="metadata"
          label={say('value-imports.metadata')}
          help={say('value-imports.metadata-help')}
          maximumBytes={maximumBytes}
          accept=".json,.gz,.zip"
        />
        <Select
          name="territory"
          label={say('value-imports.territory')}
          help={say('value-imports.territory-help')}
          options={territories}
          defaultValue={home}
          required
        />
        <Button>{say('value-imports.send')}</Button>
      </DataForm>
      <Section title={say('value-imports.sent')}>
        {sent.length === 0 ? (
          <Empty title={say('value-imports.none')}>{say('value-imports.none-lead')}</Empty>
        ) : (
          <Table
            caption={say('value-imports.sent')}
            isCaptionHidden
            rows={sent}
            rowKey={(row) => row.id}
            columns={[
              {
                id: 'file',
                title: say('value-imports.file'),
                cell: (row) => <Link to={`/cifras/importar/${row.id}`}>{row.fileName}</Link>,
              },
              { id: 'place', title: say('value-imports.territory'), cell: (row) => row.territory.name },
              {
                id: 'stage',
                title: say('value-imports.state'),
                cell: (row) => say(`value-imports.stage.${row.stage}`),
              },
              { id: 'at', title: say('value-imports.at'), cell: (row) => <Moment instant={row.createdAt} /> },
            ]}
          />
        )}
      </Section>
    </Page>
  );
}
