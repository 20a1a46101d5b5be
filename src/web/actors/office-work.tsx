import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Answer } from '../api.ts';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './actors.module.css';

type Work = Answer<'getHandoverBrief'>['open'];
type SideName = keyof Work['commitments'];
type Row = Work['commitments'][SideName]['rows'][number];
type Draft = Work['drafts'][number];
type Part = { readonly id: string; readonly title: string; readonly count: string; readonly body: ReactNode };

const sides = ['owe', 'owed', 'verify', 'oversee'] as const;

/** What is open in an office: what is late and by when the rest is due, what waits, what is being written, what ends. */
export function OfficeWork({ work, isFolded = false }: { work: Work; isFolded?: boolean }) {
  const say = useSay();
  const format = useFormat();
  const told = [...useSides(work), ...useRest(work)];
  const open = told.filter(({ body }) => body !== null);
  const empty = told.filter(({ body }) => body === null);
  return (
    <>
      <p>
        {say('handing-over.open-lead', {
          today: format.longDay(work.today),
          until: format.longDay(work.until),
        })}
      </p>
      {open.map((part) =>
        isFolded ? (
          <details key={part.id} className={styles.door}>
            <summary>
              {part.title}
              <small className={styles.soft}>{part.count}</small>
            </summary>
            {part.body}
          </details>
        ) : (
          <section key={part.id} className={styles.part}>
            <h3>{part.title}</h3>
            <p className={styles.soft}>{part.count}</p>
            {part.body}
          </section>
        ),
      )}
      {empty.length > 0 && (
        <p>
          {say('handing-over.nothing-in', {
            list: format.list(empty.map(({ title }) => title.toLowerCase())),
          })}
        </p>
      )}
    </>
  );
}

function useSides({ commitments, until }: Work): Part[] {
  const say = useSay();
  const format = useFormat();
  return sides.map((side) => {
    const { rows, open, late, soon } = commitments[side];
    const count =
      side === 'verify'
        ? say('handing-over.to-verify', { open })
        : say('handing-over.count', { open, late, soon, until: format.longDay(until) });
    const body = open > 0 ? <DueRows rows={rows} side={side} isCut={rows.length >= 100} /> : null;
    return { id: side, title: say(`handing-over.${side}`), count, body };
  });
}

function DueRows({ rows, side, isCut }: { rows: readonly Row[]; side: SideName; isCut: boolean }) {
  const say = useSay();
  const format = useFormat();
  const whose = (row: Row) =>
    side === 'owe'
      ? row.beneficiary && say('handing-over.owed-to', { name: row.beneficiary.name })
      : say('handing-over.owed-by', { name: row.obligor.name });
  return (
    <>
      <ul className={styles.lines}>
        {rows.map((row) => (
          <Line
            key={row.id}
            to={`/compromisos/${row.commitmentId}`}
            title={row.what}
            example={row.example}
            told={[
              // Said here and not by the ledger's own file: pages of actors would carry the ledger with them.
              say.dynamic(`ledger.state-of.${row.state}`, { days: Math.abs(row.days ?? 0) }),
              format.day(row.dueOn),
              whose(row),
              row.agreement && say('handing-over.within', { title: row.agreement.title }),
            ]}
          />
        ))}
      </ul>
      {isCut && <p className={styles.soft}>{say('handing-over.first-shown', { count: rows.length })}</p>}
    </>
  );
}

function useRest(work: Work): Part[] {
  const say = useSay();
  const part = (id: 'waiting' | 'agreements' | 'drafts' | 'actions' | 'paths', body: ReactNode): Part => {
    const count = work[id].length;
    return {
      id,
      title: say(`handing-over.${id}`),
      count: say('handing-over.things', { count }),
      body: count > 0 ? <ul className={styles.lines}>{body}</ul> : null,
    };
  };
  return [
    part('waiting', <Waiting waiting={work.waiting} />),
    part('agreements', <Agreements agreements={work.agreements} />),
    part('drafts', <Drafts drafts={work.drafts} />),
    part('actions', <Actions actions={work.actions} />),
    part('paths', <Paths paths={work.paths} />),
  ];
}

function Waiting({ waiting }: Pick<Work, 'waiting'>) {
  const say = useSay();
  const format = useFormat();
  return waiting.map((one) => (
    <Line
      key={`${one.kind} ${one.path} ${one.onDay ?? ''}`}
      to={one.path}
      title={one.title}
      told={[say.dynamic(`inbox.why.${one.kind}`, { count: one.count }), one.onDay && format.day(one.onDay)]}
    />
  ));
}

function Agreements({ agreements }: Pick<Work, 'agreements'>) {
  const say = useSay();
  const format = useFormat();
  return agreements.map((one) => (
    <Line
      key={one.id}
      to={`/convenios/${one.id}`}
      title={one.title}
      example={one.example}
      told={[
        say(`agreements.standing.${one.standing}`),
        one.endsOn === null
          ? say('handing-over.no-end')
          : say('handing-over.ends', { day: format.longDay(one.endsOn) }),
      ]}
    />
  ));
}

function Drafts({ drafts }: Pick<Work, 'drafts'>) {
  const say = useSay();
  const format = useFormat();
  return drafts.map((draft) => (
    <Line
      key={draft.id}
      to={draft.path}
      title={draft.title}
      told={[
        say(`handing-over.draft.${draft.kind}`),
        standingInWords(draft, say),
        say('handing-over.since', { day: format.day(draft.since) }),
      ]}
    />
  ));
}

function standingInWords({ kind, standing }: Draft, say: ReturnType<typeof useSay>): string | null {
  switch (kind) {
    case 'commitment':
      return null;
    case 'plan':
      return say.dynamic(`plans.standing.${standing}`);
    case 'strategy':
      return say.dynamic(`strategy.standing.${standing}`);
    case 'need':
      return say.dynamic(`diagnosis.standing.${standing}`);
    default:
      return say('handing-over.previewed');
  }
}

function Actions({ actions }: Pick<Work, 'actions'>) {
  const say = useSay();
  const format = useFormat();
  return actions.map((one) => (
    <Line
      key={one.id}
      to={`/planes/${one.planId}/acciones/${one.id}`}
      title={one.title}
      told={[
        say(`plans.progress.${one.standing}`),
        one.from && say('handing-over.begins', { day: format.day(one.from) }),
        one.to && say('handing-over.ends', { day: format.day(one.to) }),
        say('handing-over.within', { title: one.plan }),
      ]}
    />
  ));
}

function Paths({ paths }: Pick<Work, 'paths'>) {
  const say = useSay();
  const format = useFormat();
  return paths.map((path) => (
    <Line
      key={path.id}
      to={`/ruta/${path.id}`}
      title={path.organisation}
      told={[
        path.step === null ? say('handing-over.no-step') : say('handing-over.step', { step: path.step }),
        path.since && say('handing-over.since', { day: format.day(path.since) }),
        path.obstacle && say('handing-over.stopped-by', { what: path.obstacle }),
        path.openHelp > 0 && say('handing-over.help', { count: path.openHelp }),
      ]}
    />
  ));
}

/** One thing: its name leads to it; below, what is to be known of it. */
function Line({
  to,
  title,
  told,
  example = false,
}: {
  to: string;
  title: string;
  told: readonly (string | null | undefined | false)[];
  example?: boolean;
}) {
  const say = useSay();
  return (
    <li>
      <Link to={to}>{title}</Link>
      {example && ` (${say('inbox.example')})`}
      <small>{told.filter(Boolean).join(' · ')}</small>
    </li>
  );
}
