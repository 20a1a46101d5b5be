import type { Answer } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { Table } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import type { Channel } from './invite-table.ts';

type Preview = Answer<'previewInvitations'>;
type Row = Preview['rows'][number];

const looks = { ready: 'fulfilled', faulty: 'late', 'invited-already': 'not-applicable' } as const;

/** Every row as it would be, and everything that is wrong with it; nothing has been saved. */
export function InvitePreview({
  preview,
  asked,
  file,
}: {
  preview: Preview;
  asked: { readonly country: string; readonly channel: Channel };
  file: { readonly base64: string; readonly mediaType: string };
}) {
  const say = useSay();
  const hasFaults = preview.problems.length > 0;
  return (
    <Section title={say('accounts.preview-title')}>
      {hasFaults ? (
        <Notice kind="warning" title={say('accounts.preview-faults', { count: preview.problems.length })}>
          <p>{say('accounts.preview-faults-lead')}</p>
        </Notice>
      ) : (
        <Notice kind="done" title={say('accounts.preview-ready', { count: preview.ready })}>
          <p>{say('accounts.preview-ready-lead')}</p>
        </Notice>
      )}
      {!hasFaults && preview.ready > 0 && (
        <DataForm
          name="create"
          reloadDocument
          {...(asked.channel === 'print' && { action: '/administracion/cuentas/invitar/hojas' })}
        >
          <input type="hidden" name="country" value={asked.country} />
          <input type="hidden" name="channel" value={asked.channel} />
          <input type="hidden" name="kind" value={file.mediaType} />
          <input type="hidden" name="kept" value={file.base64} />
          <Buttons>
            <Button>{say('accounts.create-all', { count: preview.ready })}</Button>
          </Buttons>
        </DataForm>
      )}
      <Rows preview={preview} />
    </Section>
  );
}

function Rows({ preview }: { preview: Preview }) {
  const say = useSay();
  const wrong = preview.problems.filter((problem) => problem.row === undefined);
  return (
    <>
      {wrong.map((problem, index) => (
        <p key={index}>{problem.message}</p>
      ))}
      <Table
        caption={say('accounts.preview-title')}
        isCaptionHidden
        rows={preview.rows}
        rowKey={(row) => String(row.row)}
        columns={[
          {
            id: 'row',
            title: say('accounts.row'),
            cell: (row) => say('accounts.row-number', { row: row.row, name: row.name || row.territory }),
          },
          {
            id: 'state',
            title: say('accounts.state'),
            cell: (row) => <RowState row={row} problems={preview.problems} />,
          },
          { id: 'place', title: say('accounts.place'), cell: (row) => row.territory },
          { id: 'body', title: say('accounts.organisation'), cell: (row) => row.organisation },
          { id: 'role', title: say('accounts.role'), cell: (row) => say.dynamic(`access.role.${row.role}`) },
          { id: 'username', title: say('shell.username'), cell: (row) => row.username },
          {
            id: 'reach',
            title: say('accounts.reach'),
            cell: (row) => [row.phone, row.email].filter(Boolean).join(' · '),
          },
        ]}
      />
    </>
  );
}

function RowState({ row, problems }: { row: Row; problems: Preview['problems'] }) {
  const say = useSay();
  return (
    <>
      <StateTag state={looks[row.standing]}>{say(`accounts.row-${row.standing}`)}</StateTag>
      {problems
        .filter((problem) => problem.row === row.row)
        .map((problem, index) => (
          <p key={index}>{problem.message}</p>
        ))}
    </>
  );
}
