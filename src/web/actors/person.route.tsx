import { Link } from 'react-router';
import { attempt, call, pageOfRequest } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/person.route';
import styles from './actors.module.css';
import { addressOfOrganisation, addressOfPerson, countryOf, crumbOf, type Person } from './actor-shapes.ts';
import { officeOf, Term } from './callers.tsx';
import { Contacts } from './contacts.tsx';
import { DeedHistory, findDeeds } from './deed-history.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const person = await call(context, 'getPerson', { personId: id }, request);
  const signedIn = pageOfRequest(context).visitor !== null;
  const asked = { subjectKind: 'person', subjectId: id, limit: 20 };
  const deeds = signedIn ? await findDeeds(attempt(context, 'listAuditEntries', asked)) : [];
  return { person, deeds };
}

/** Somebody who works on prevention: how to reach them, what they answer for, where they sit. */
export default function PersonPage({ loaderData: { person, deeds } }: Route.ComponentProps) {
  const say = useSay();
  const here = addressOfPerson(person.id);
  const may = (deed: string) => person.abilities.includes(deed);
  const mayEdit = may('edit-person') && (person.standing === 'active' || person.standing === 'left');
  return (
    <InPlace country={countryOf(person.territory.reference)}>
      <Page
        title={person.name}
        crumbs={[crumbOf(person.territory)]}
        state={<State person={person} />}
        actions={<Deeds here={here} id={person.id} mayEdit={mayEdit} may={may} />}
      >
        {person.standingReason && <Notice>{person.standingReason}</Notice>}
        {person.mergedInto && (
          <Notice>
            {say('actor-pages.now-in')}{' '}
            <Link to={addressOfPerson(person.mergedInto.id)}>{person.mergedInto.name}</Link>
          </Notice>
        )}
        <Section
          title={say('actor-pages.contacts')}
          actions={
            mayEdit && (
              <ButtonLink look="quiet" icon="edit" to={`${here}/contactos`}>
                {say('actor-pages.change')}
              </ButtonLink>
            )
          }
        >
          <Contacts contacts={person.contacts} />
        </Section>
        <Section title={say('actor-pages.answers-for')}>
          <Posts person={person} />
        </Section>
        <Section title={say('actor-pages.seats-held')}>
          <Seats person={person} />
        </Section>
        {deeds.length > 0 && (
          <Section title={say('actor-pages.history')}>
            <DeedHistory deeds={deeds} />
          </Section>
        )}
      </Page>
    </InPlace>
  );
}

function Deeds({
  here,
  id,
  mayEdit,
  may,
}: {
  here: string;
  id: string;
  mayEdit: boolean;
  may: (deed: string) => boolean;
}) {
  const say = useSay();
  return (
    <>
      {mayEdit && (
        <ButtonLink to={`${here}/corregir`} icon="edit">
          {say('actor-pages.correct')}
        </ButtonLink>
      )}
      {mayEdit && may('hand-over') && (
        <ButtonLink look="quiet" to={`/actores/traspaso?de=${id}`}>
          {say('actor-pages.hand-over')}
        </ButtonLink>
      )}
      {mayEdit && may('merge') && (
        <ButtonLink look="quiet" to={`${here}/unir`} icon="merge">
          {say('actor-pages.merge')}
        </ButtonLink>
      )}
    </>
  );
}

function State({ person }: { person: Person }) {
  const say = useSay();
  const { organisation, standing } = person;
  return (
    <>
      {organisation && <Link to={addressOfOrganisation(organisation.id)}>{organisation.name}</Link>}
      <StateTag state={standing === 'active' ? 'present' : 'not-applicable'}>
        {say.dynamic(`actors.standing.${standing}`)}
      </StateTag>
      <span>
        {say('actor-pages.seen-by')} {say.dynamic(`actors.visibility.${person.visibility}`)}
      </span>
    </>
  );
}

function Posts({ person }: { person: Person }) {
  const say = useSay();
  if (person.posts.length === 0) return <p>{say('actor-pages.answers-for-nothing')}</p>;
  return (
    <ul className={styles.lines}>
      {person.posts.map((post) => (
        <li key={post.id}>
          {officeOf(post, false, say)},{' '}
          <Link to={addressOfOrganisation(post.organisation.id)}>{post.organisation.name}</Link>
          <small>
            <Term from={post.validFrom} to={post.validTo} />
          </small>
        </li>
      ))}
    </ul>
  );
}

function Seats({ person }: { person: Person }) {
  const say = useSay();
  if (person.seats.length === 0) return <p>{say('actor-pages.no-seats-held')}</p>;
  return (
    <ul className={styles.lines}>
      {person.seats.map((seat) => (
        <li key={seat.id}>
          {seat.seat}, <Link to={`/actores/estructuras/${seat.structure.id}`}>{seat.structure.name}</Link>
          <small>
            {say.dynamic(`actors.capacity.${seat.capacity}`)} ·{' '}
            <Term from={seat.validFrom} to={seat.validTo} />
          </small>
        </li>
      ))}
    </ul>
  );
}
