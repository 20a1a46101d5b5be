import { Link, type RouterContextProvider } from 'react-router';
import type { ReactNode } from 'react';
import { requireDeed } from '../access/required-deed.ts';
import { call, pageOfRequest } from '../api.ts';
import { sentenceOf } from '../audit/entry-words.ts';
import { Empty } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { mayAny } from '../shell/frame.ts';
import { useFormat, useSay, useToday } from '../words/words.tsx';
import type { Route } from './+types/administration.route';
import styles from './administration.module.css';
import { toAttend } from './health-lines.ts';

/** So many are counted; beyond that it is said that there are more. */
const counted = 200;

export async function loader({ context, request }: Route.LoaderArgs) {
  requireDeed(context, request, []);
  const may = (...deeds: string[]) => mayAny(pageOfRequest(context).visitor, deeds);
  const [waiting, latest, lastImport, health] = await Promise.all([
    may('see-accounts') ? countWaiting(context, request) : null,
    may('read-audit') ? call(context, 'listAuditEntries', { limit: 1 }, request) : null,
    may('import') ? call(context, 'listImportRuns', { limit: 1 }, request) : null,
    may('manage-installation') ? call(context, 'getHealth', {}, request) : null,
  ]);
  return {
    waiting,
    trail: latest && { latest: latest.items[0] ?? null },
    imports: lastImport && { last: lastImport.items[0] ?? null },
    attend: health && toAttend(health),
  };
}

async function countWaiting(context: Readonly<RouterContextProvider>, request: Request) {
  const { items, next } = await call(context, 'listAccounts', { entered: 'no', limit: counted }, request);
  return { count: items.length, isMore: next !== null };
}

/** What this person may administer, each with how it stands. */
export default function Administration({ loaderData }: Route.ComponentProps) {
  const { waiting, trail, imports, attend } = loaderData;
  const say = useSay();
  const isEmpty = !waiting && !trail && !imports && attend === null;
  return (
    <Page title={say('administration.title')} lead={isEmpty ? undefined : say('administration.lead')}>
      {isEmpty && (
        <Empty title={say('administration.nothing')}>
          <p>{say('administration.nothing-lead')}</p>
        </Empty>
      )}
      <ul className={styles.list}>
        {waiting && (
          <Item to="/administracion/cuentas" title={say('administration.accounts')}>
            <Waiting waiting={waiting} />
          </Item>
        )}
        {trail && (
          <Item to="/administracion/auditoria" title={say('administration.trail')}>
            <Latest entry={trail.latest} />
          </Item>
        )}
        {imports && (
          <Item to="/administracion/importaciones" title={say('administration.imports')}>
            <LastImport run={imports.last} />
          </Item>
        )}
        {attend !== null && (
          <Item to="/administracion/respaldo" title={say('administration.installation')}>
            <StateTag state={attend === 0 ? 'fulfilled' : 'at-risk'}>
              {attend === 0 ? say('administration.well') : say('administration.attend', { count: attend })}
            </StateTag>
          </Item>
        )}
      </ul>
    </Page>
  );
}

function Item({ to, title, children }: { to: string; title: string; children: ReactNode }) {
  return (
    <li className={styles.item}>
      <h2>
        <Link to={to}>{title}</Link>
      </h2>
      <div>{children}</div>
    </li>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function Waiting({ waiting }: { waiting: NonNullable<Loaded['waiting']> }) {
  const say = useSay();
  const { count, isMore } = waiting;
  return (
    <>
      {isMore ? say('administration.waiting-more', { count }) : say('administration.waiting', { count })}{' '}
      {count > 0 && (
        <Link to="/administracion/cuentas?sin-entrar=1">{say('administration.waiting-see')}</Link>
      )}
    </>
  );
}

function Latest({ entry }: { entry: NonNullable<Loaded['trail']>['latest'] }) {
  const say = useSay();
  const when = useWhen();
  if (!entry) return say('administration.trail-none');
  return say('administration.trail-last', { deed: sentenceOf(entry, say), when: when(entry.at) });
}

function LastImport({ run }: { run: NonNullable<Loaded['imports']>['last'] }) {
  const say = useSay();
  const when = useWhen();
  if (!run) return say('administration.imports-none');
  return say('administration.imports-last', { file: run.fileName, when: when(run.createdAt) });
}

function useWhen() {
  const format = useFormat();
  const today = useToday();
  return (instant: string) => format.relativeDay(format.dayOf(instant), today);
}
