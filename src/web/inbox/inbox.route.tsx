import { Link } from 'react-router';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import { call, type Answer } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Empty, Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/inbox.route';
import { PageLinks } from './page-links.tsx';
import { WorkList, type WorkLine } from './work-list.tsx';

const groups = ['overdue', 'week', 'later', 'undated'] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const page = Number(new URL(request.url).searchParams.get('pagina')) || 1;
  const [inbox, { items }] = await Promise.all([
    call(context, 'listInbox', { page }, request),
    call(context, 'listHandovers', { mine: 'yes', limit: 3 }, request),
  ]);
  // A brief is read in the first weeks; later the list itself says what is open.
  const since = addCalendarDays(inbox.today, -60);
  return { inbox, page, briefs: items.filter(({ on }) => on >= since) };
}

/** What I have to do, by when and why: one list by day, each line with the one button that does it. */
export default function InboxPage({ loaderData: { inbox, page, briefs } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <InPlace today={inbox.today}>
      <Page
        title={say('inbox.title')}
        state={inbox.items.length > 0 && <Counts inbox={inbox} />}
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
        {briefs.length > 0 && <Briefs briefs={briefs} />}
        {inbox.items.length === 0 && (
          <Empty title={say('inbox.none')}>
            <p>{say('inbox.none-lead')}</p>
          </Empty>
        )}
        {groups.map((group) => (
          <Group key={group} group={group} lines={inbox.items.filter((line) => line.group === group)} />
        ))}
        <PageLinks path="/pendientes" page={page} next={inbox.next} size={200} />
      </Page>
    </InPlace>
  );
}

/** What passes to whoever reads, or from them, and what was to and will not: the brief of it. */
function Briefs({ briefs }: { briefs: Answer<'listHandovers'>['items'] }) {
  const say = useSay();
  const format = useFormat();
  const about = ({ side, cancelled, on }: (typeof briefs)[number]) => {
    if (cancelled !== null)
      return say('handing-over.yours-cancelled', { day: format.longDay(on), reason: cancelled.reason });
    return side === 'leaves' ? say('handing-over.yours-leave', { day: format.longDay(on) }) : '';
  };
  return (
    <Notice title={say('handing-over.yours')}>
      {briefs.map((one) => (
        <p key={one.id}>
          {one.organisation?.name ?? one.territory.name}. {about(one)}{' '}
          <Link to={`/actores/traspaso/${one.id}`}>
            {say('handing-over.yours-link', { day: format.longDay(one.on) })}
          </Link>
        </p>
      ))}
    </Notice>
  );
}

function Counts({ inbox: { count: all, overdue, isMore } }: { inbox: Answer<'listInbox'> }) {
  const say = useSay();
  const count = isMore ? say('inbox.more-than', { count: all }) : say('inbox.count', { count: all });
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
