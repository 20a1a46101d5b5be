import { call } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Empty } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/inbox.route';
import { WorkList, type WorkLine } from './work-list.tsx';

const groups = ['overdue', 'week', 'later', 'undated'] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  return { inbox: await call(context, 'listInbox', {}, request) };
}

/** What I have to do, by when and why: one list by day, each line with the one button that does it. */
export default function InboxPage({ loaderData: { inbox } }: Route.ComponentProps) {
  const say = useSay();
  const overdue = inbox.items.filter(({ group }) => group === 'overdue').length;
  return (
    <InPlace today={inbox.today}>
      <Page
        title={say('inbox.title')}
        state={inbox.items.length > 0 && <Counts all={inbox.items.length} overdue={overdue} />}
        lead={say('inbox.lead')}
        actions={
          <>
            <ButtonLink look="quiet" to="/mi-cuenta/avisos" icon="mail">
              {say('inbox.choice.title')}
            </ButtonLink>
            {inbox.maySeeUnreached && (
              <ButtonLink look="quiet" to="/pendientes/sin-avisar">
                {say('inbox.unreached.link')}
              </ButtonLink>
            )}
          </>
        }
      >
        {inbox.items.length === 0 && (
          <Empty title={say('inbox.none')}>
            <p>{say('inbox.none-lead')}</p>
          </Empty>
        )}
        {groups.map((group) => (
          <Group key={group} group={group} lines={inbox.items.filter((line) => line.group === group)} />
        ))}
      </Page>
    </InPlace>
  );
}

function Counts({ all, overdue }: { all: number; overdue: number }) {
  const say = useSay();
  const count = say('inbox.count', { count: all });
  return <span>{overdue > 0 ? `${count} · ${say('inbox.late-count', { count: overdue })}` : count}</span>;
}

function Group({ group, lines }: { group: (typeof groups)[number]; lines: readonly WorkLine[] }) {
  const say = useSay();
  if (lines.length === 0) return null;
  return (
    <Section title={say(`inbox.group.${group}`)} id={group}>
      <WorkList lines={lines} />
    </Section>
  );
}
