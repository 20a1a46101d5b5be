import { Link, redirect } from 'react-router';
import { attempt, call, keyOf, pageOfRequest, refusedForm, textOf } from '../api.ts';
import { sentFile } from '../actors/import-file.ts';
import { openFormTo } from '../actors/may-edit.ts';
import { findPlace, territoryChoices } from '../actors/territory-choices.ts';
import { Button } from '../design/button.tsx';
import { Moment } from '../design/date-words.tsx';
import { FileField, Select } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Empty } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/sheets.route';

const maximumBytes = 20_000_000;

export async function loader({ context, request }: Route.LoaderArgs) {
  openFormTo(context, request, 'act-for-party');
  const home = pageOfRequest(context).visitor?.home.reference ?? '';
  const { searchParams } = new URL(request.url);
  const wanted = searchParams.get('territorio') ?? home;
  const asked = wanted === home ? null : await findPlace(context, wanted, request);
  const [territories, sent] = await Promise.all([
    territoryChoices(context, home, asked, request),
    call(context, 'listCommitmentSheets', {}, request),
  ]);
  return { territories, territory: wanted, agreement: searchParams.get('convenio'), sent: sent.items };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const file = await sentFile(form);
  const agreement = textOf(form, 'agreement');
  const given = { territory: textOf(form, 'territory'), ...(agreement && { agreement }), ...file };
  const opened = await attempt(context, 'openCommitmentSheet', given, keyOf(form));
  return opened.ok
    ? redirect(`/compromisos/importar/${opened.answer.id}`)
    : refusedForm(opened.refused, form);
}

/** A list of commitments in any layout: sent once, understood, corrected, and only then brought in. */
export default function CommitmentSheets({ loaderData }: Route.ComponentProps) {
  const { territories, territory, agreement, sent } = loaderData;
  const say = useSay();
  return (
    <Page title={say('registering.sheet-title')} lead={say('registering.sheet-lead')}>
      <DataForm
        encType="multipart/form-data"
        labels={{ file: say('registering.sheet-file'), territory: say('registering.territory') }}
      >
        {agreement && <input type="hidden" name="agreement" value={agreement} />}
        <Select
          name="territory"
          label={say('registering.territory')}
          options={territories}
          defaultValue={territory}
          required
        />
        <FileField
          name="file"
          label={say('registering.sheet-file')}
          maximumBytes={maximumBytes}
          accept=".xlsx,.csv"
          required
        />
        <Button>{say('registering.sheet-send')}</Button>
      </DataForm>
      <Section title={say('registering.sheets')}>
        {sent.length === 0 ? (
          <Empty title={say('registering.sheets-none')} />
        ) : (
          <Table
            caption={say('registering.sheets')}
            isCaptionHidden
            rows={sent}
            rowKey={(row) => row.id}
            columns={[
              {
                id: 'file',
                title: say('registering.sheet-file'),
                cell: (row) => <Link to={`/compromisos/importar/${row.id}`}>{row.fileName}</Link>,
              },
              {
                id: 'standing',
                title: say('registering.outcome'),
                cell: (row) => say(`registering.standing.${row.standing}`),
              },
              { id: 'at', title: say('registering.sent'), cell: (row) => <Moment instant={row.createdAt} /> },
            ]}
          />
        )}
      </Section>
    </Page>
  );
}
