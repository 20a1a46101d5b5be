import { Link } from 'react-router';
import { ButtonLink, Buttons } from '../design/button.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { useFormat, useSay } from '../words/words.tsx';
import { addressOfSession, type Path } from './path-shapes.ts';
import styles from './planning.module.css';

type Session = Path['reached'];

/** What the register already has for a session, and where to make what is missing. */
export function SessionSupport({ path, session }: { path: Path; session: Session }) {
  const say = useSay();
  const place = addressOfTerritory(path.territory.reference);
  switch (session) {
    case 1:
      return (
        <Buttons>
          <ButtonLink to={place}>{say('planning.missing-here')}</ButtonLink>
        </Buttons>
      );
    case 2:
      return <NeedsHere path={path} />;
    case 3:
      return (
        <Buttons>
          <ButtonLink to={`${place}/necesidades`}>{say('planning.all-needs')}</ButtonLink>
        </Buttons>
      );
    case 4:
      return <PlansHere path={path} />;
    case 5:
      return (
        <Buttons>
          <ButtonLink to="/compromisos/nuevos">{say('planning.go-to-commitments')}</ButtonLink>
          <ButtonLink to="/convenios">{say('planning.go-to-agreements')}</ButtonLink>
        </Buttons>
      );
    default:
      return <DueAhead path={path} />;
  }
}

function NeedsHere({ path }: { path: Path }) {
  const say = useSay();
  return (
    <>
      {path.needs.length > 0 && (
        <>
          <h3>{say('planning.needs-here')}</h3>
          <ul className={styles.checks}>
            {path.needs.slice(0, 8).map((need) => (
              <li key={need.id}>
                <Link to={`/necesidades/${need.id}`}>{need.problem}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <Buttons>
        <ButtonLink to={`${addressOfTerritory(path.territory.reference)}/necesidades`}>
          {say('planning.all-needs')}
        </ButtonLink>
        <ButtonLink look="quiet" to={addressOfTerritory(path.territory.reference)}>
          {say('planning.missing-here')}
        </ButtonLink>
      </Buttons>
    </>
  );
}

function PlansHere({ path }: { path: Path }) {
  const say = useSay();
  return (
    <>
      <h3>{say('planning.plans-here')}</h3>
      {path.plans.length === 0 ? (
        <p>{say('planning.plans-none')}</p>
      ) : (
        <ul className={styles.checks}>
          {path.plans.map((plan) => (
            <li key={plan.id}>
              <Link to={`/planes/${plan.id}`}>{plan.title}</Link>
            </li>
          ))}
        </ul>
      )}
      <Buttons>
        <ButtonLink to={`/planes?territorio=${path.territory.reference}`}>
          {say('planning.go-to-plans')}
        </ButtonLink>
      </Buttons>
    </>
  );
}

function DueAhead({ path }: { path: Path }) {
  const say = useSay();
  const format = useFormat();
  return (
    <>
      <h3>{say('planning.calendar')}</h3>
      {path.dueAhead.length === 0 ? (
        <p>
          {say('planning.calendar-none')}{' '}
          <Link to={addressOfSession(path.id, 5)}>
            {say('planning.session-of', { step: 5, title: say('planning.session.5.title') })}
          </Link>
        </p>
      ) : (
        <ul className={styles.checks}>
          {path.dueAhead.map((due) => (
            <li key={`${due.commitmentId} ${due.dueOn}`}>
              <Link to={`/compromisos/${due.commitmentId}`}>{due.what}</Link>
              <small>{format.day(due.dueOn)}</small>
            </li>
          ))}
        </ul>
      )}
      <Buttons>
        <ButtonLink to="/seguimiento">{say('planning.go-to-ledger')}</ButtonLink>
      </Buttons>
    </>
  );
}
