import type { Answer } from '../api.ts';
import { ButtonLink, Buttons } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';

/** What was sent, or what is to be handed over by hand; the links are shown this one time. */
export function Invited({ done }: { done: Answer<'inviteFromTable'> }) {
  const say = useSay();
  const format = useFormat();
  const [first] = done.deliveries;
  const isMail = first?.queued ?? false;
  const until = first ? format.longDay(format.dayOf(first.expiresAt)) : '';
  return (
    <>
      {isMail ? (
        <Notice kind="done">{say('accounts.invited-mail', { until })}</Notice>
      ) : (
        <Notice kind="warning" title={say('accounts.once')}>
          <p>{say('accounts.invited-lead', { until })}</p>
        </Notice>
      )}
      <Buttons>
        <ButtonLink to="/administracion/cuentas?sin-entrar=1">{say('accounts.waiting-see')}</ButtonLink>
      </Buttons>
      <Table
        caption={say('accounts.invited', { count: done.invited })}
        isCaptionHidden
        rows={done.deliveries}
        rowKey={(delivery) => delivery.invitationId}
        columns={[
          { id: 'name', title: say('accounts.person'), cell: (delivery) => delivery.name },
          { id: 'username', title: say('shell.username'), cell: (delivery) => delivery.username },
          {
            id: 'hand',
            title: isMail ? say('accounts.state') : say('accounts.hand-over'),
            cell: (delivery) =>
              delivery.queued
                ? say('accounts.queued')
                : delivery.channel === 'text'
                  ? delivery.text
                  : delivery.link,
          },
        ]}
      />
    </>
  );
}
