import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ButtonLink } from '../design/button.tsx';
import { StateTag, type State } from '../design/state-tag.tsx';
import type { Visitor } from '../page-context.ts';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { useFormat, useSay, useToday } from '../words/words.tsx';
import { Caller } from './caller.tsx';
import { exceptionsOf, type Exception } from './exceptions.ts';
import { addressOfOrganisation, addressOfStructure, type Situation } from './home-shapes.ts';
import styles from './home.module.css';
import { OneMatter, type Matter } from './one-matter.tsx';

type Who = Pick<Visitor, 'deeds' | 'mayWrite'>;

const states: Readonly<Record<Exception['kind'], State>> = {
  ended: 'late',
  vacant: 'missing',
  lacking: 'missing',
  ending: 'at-risk',
  unused: 'on-time',
};
const shownAtOnce = 6;

/** The few exceptions that matter, each with the person to call and one action; the rest behind one door. */
export function Attention({
  situation,
  who,
  matters = [],
}: {
  situation: Situation;
  who: Who;
  /** What holds others back comes before what is only missing. */
  matters?: readonly Matter[];
}) {
  const say = useSay();
  const all = [
    ...matters.map((matter) => ({
      key: `${matter.kind}-${matter.id}-${matter.on}`,
      node: <OneMatter matter={matter} />,
    })),
    ...exceptionsOf(situation).map((exception) => ({
      key: exception.key,
      node: <OneException exception={exception} who={who} />,
    })),
  ];
  if (all.length === 0) return <p>{say('home.attention-none')}</p>;
  const [first, rest] = [all.slice(0, shownAtOnce), all.slice(shownAtOnce)];
  return (
    <>
      <ExceptionList lines={first} />
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>{say('home.attention-more', { count: rest.length })}</summary>
          <ExceptionList lines={rest} />
        </details>
      )}
      <p className={styles.note}>{say('home.attention-how')}</p>
    </>
  );
}

function ExceptionList({ lines }: { lines: readonly { readonly key: string; readonly node: ReactNode }[] }) {
  return (
    <ul className={styles.exceptions}>
      {lines.map(({ key, node }) => (
        <li key={key}>{node}</li>
      ))}
    </ul>
  );
}

function OneException({ exception, who }: { exception: Exception; who: Who }) {
  const say = useSay();
  const words = useExceptionWords(exception);
  return (
    <article className={styles.exception}>
      <div className={styles.what}>
        <StateTag state={states[exception.kind]}>{say(`home.state-${exception.kind}`)}</StateTag>
        <h3>{words}</h3>
        <Detail exception={exception} />
      </div>
      {exception.kind !== 'unused' && <Caller call={exception.call} />}
      <ActionLink exception={exception} who={who} />
    </article>
  );
}

function useExceptionWords(exception: Exception): string {
  const say = useSay();
  const format = useFormat();
  const today = useToday();
  switch (exception.kind) {
    case 'lacking': {
      const { about } = exception;
      const [only] = about.territories;
      return about.missing === 1 && only
        ? say('home.lacking-here', { name: about.name, place: only.territory.name })
        : say('home.lacking', {
            name: about.name,
            missing: about.missing,
            expected: about.expected,
            kind: about.kindName,
          });
    }
    case 'vacant': {
      const { structure, vacant, seats } = exception.about;
      return say('home.vacant', { structure: structure.name, vacant: vacant.length, seats });
    }
    case 'unused':
      return say('home.unused', { count: exception.about.invitationsUnused });
    default: {
      const [{ title, within, on }, ...others] = exception.about;
      const when = format.relativeDay(on, today);
      if (others.length > 0) {
        const key = exception.kind === 'ended' ? 'home.terms-ended' : 'home.terms-ending';
        return say(key, { count: others.length + 1, within: within.name, when });
      }
      return say(exception.kind === 'ended' ? 'home.term-ended' : 'home.term-ending', {
        title,
        within: within.name,
        when,
      });
    }
  }
}

/** Where it is, which seats, who holds it, who was invited. */
function Detail({ exception }: { exception: Exception }) {
  const say = useSay();
  const format = useFormat();
  switch (exception.kind) {
    case 'lacking':
      return <WhereLacking about={exception.about} />;
    case 'vacant': {
      const seats = exception.about.vacant.map((seat) =>
        seat.until === null
          ? seat.name
          : say('home.seat-since', { seat: seat.name, day: format.day(seat.until) }),
      );
      return <p>{format.list(seats)}</p>;
    }
    case 'unused':
      return <WhoWasInvited situation={exception.about} />;
    default: {
      const held = exception.about.map(({ title, person }) =>
        person === null ? title : say('home.seat-of', { seat: title, name: person.name }),
      );
      return <p>{format.list(held)}</p>;
    }
  }
}

const placesNamed = 6;

function WhereLacking({ about }: { about: Situation['lacking'][number] }) {
  const say = useSay();
  if (about.missing === 1) return null;
  const named = about.territories.slice(0, placesNamed);
  const others = about.missing - named.length;
  return (
    <p>
      {named.map(({ territory }, index) => (
        <span key={territory.reference}>
          {index > 0 && ', '}
          <Link to={addressOfTerritory(territory.reference)}>{territory.name}</Link>
        </span>
      ))}
      {others > 0 && ` ${say('home.lacking-others', { count: others })}`}
    </p>
  );
}

const invitedNamed = 5;

function WhoWasInvited({ situation }: { situation: Situation }) {
  const say = useSay();
  return (
    <ul className={styles.lines}>
      {situation.invitations.slice(0, invitedNamed).map((one) => (
        <li key={one.accountId}>
          {one.person.name} · {one.territory.name}
          {one.hasExpired && ` (${say('home.unused-expired')})`}
          {one.phone && (
            <>
              {' '}
              <a
                href={`tel:${one.phone}`}
                aria-label={`${say('shared.call', { name: one.person.name })}: ${one.phone}`}
              >
                {one.phone}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function ActionLink({ exception, who }: { exception: Exception; who: Who }) {
  const say = useSay();
  const may = (deed: string) => who.mayWrite && who.deeds.includes(deed);
  switch (exception.kind) {
    case 'lacking': {
      const place = exception.about.territories[0]?.territory;
      if (!place) return null;
      return (
        <ButtonLink look="quiet" icon="next" to={addressOfTerritory(place.reference)}>
          {say('home.do-see-place', { name: place.name })}
        </ButtonLink>
      );
    }
    case 'vacant':
      return (
        <ButtonLink look="quiet" icon="next" to={addressOfStructure(exception.about.structure.id)}>
          {say(may('edit-structure') ? 'home.do-appoint' : 'home.do-see-structure')}
        </ButtonLink>
      );
    case 'unused':
      return (
        <ButtonLink look="quiet" icon="next" to="/administracion/cuentas?sin-entrar=1">
          {say('home.do-invite')}
        </ButtonLink>
      );
    default: {
      const [{ what, within }] = exception.about;
      const isSeat = what === 'seat';
      const deed = isSeat ? 'edit-structure' : 'edit-organisation';
      const read = isSeat ? 'home.do-see-structure' : 'home.do-see-organisation';
      return (
        <ButtonLink
          look="quiet"
          icon="next"
          to={isSeat ? addressOfStructure(within.id) : addressOfOrganisation(within.id)}
        >
          {say(may(deed) ? 'home.do-renew' : read)}
        </ButtonLink>
      );
    }
  }
}
