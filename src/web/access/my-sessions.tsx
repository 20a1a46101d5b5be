import type { Answer } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Moment } from '../design/date-words.tsx';
import { DataForm } from '../design/form.tsx';
import { Table } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import { deviceName } from './device-name.ts';

type Session = Answer<'listSessions'>['items'][number];

/** Every device that is signed in as me; any of them can be closed from here. */
export function MySessions({ sessions }: { sessions: readonly Session[] }) {
  const say = useSay();
  return (
    <>
      <Table
        caption={say('mine.sessions')}
        isCaptionHidden
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          {
            id: 'device',
            title: say('mine.session-device'),
            cell: (session) => <Device session={session} />,
          },
          {
            id: 'close',
            title: say('mine.session-close'),
            cell: (session) => (session.isThis ? say('mine.session-this') : <Close session={session} />),
          },
          {
            id: 'seen',
            title: say('mine.session-seen'),
            cell: (session) => <Moment instant={session.lastSeenAt} />,
          },
          {
            id: 'began',
            title: say('mine.session-began'),
            cell: (session) => <Moment instant={session.createdAt} />,
          },
          { id: 'address', title: say('mine.session-address'), cell: (session) => session.address ?? '' },
        ]}
      />
      {sessions.length > 1 && (
        <DataForm name="others">
          <div>
            <Button look="danger">{say('mine.session-close-others')}</Button>
          </div>
        </DataForm>
      )}
    </>
  );
}

function Device({ session }: { session: Session }) {
  const say = useSay();
  return <span title={session.userAgent ?? undefined}>{deviceName(session.userAgent, say)}</span>;
}

function Close({ session }: { session: Session }) {
  const say = useSay();
  const device = deviceName(session.userAgent, say);
  return (
    <DataForm name="session">
      <input type="hidden" name="id" value={session.id} />
      <Button look="quiet" aria-label={say('mine.session-close-of', { device })}>
        {say('mine.session-close')}
      </Button>
    </DataForm>
  );
}
