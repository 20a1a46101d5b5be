import { Link } from 'react-router';
import { attempt, call, pageOfRequest } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/organisation.route';
import styles from './actors.module.css';
import { addressOfOrganisation, countryOf, crumbOf, type Organisation } from './actor-shapes.ts';
import { DeedHistory, findDeeds } from './deed-history.tsx';
import { OrganisationFacts } from './organisation-facts.tsx';
import { Contacts } from './contacts.tsx';
import { Callers, FormerPosts } from './callers.tsx';
import { WorkTable } from './work-table.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const organisation = await call(context, 'getOrganisation', { organisationId: id }, request);
  const signedIn = pageOfRequest(context).visitor !== null;
  const deeds = signedIn
    ? await findDeeds(attempt(context, 'listAuditEntries', { organisation: id, limit: 20 }))
    : [];
  return { organisation, deeds, signedIn };
}

/** One institution: what it is, whom to call, what it does, where it sits; then its history. */
export default function OrganisationPage({
  loaderData: { organisation, deeds, signedIn },
}: Route.ComponentProps) {
  const say = useSay();
  const here = addressOfOrganisation(organisation.id);
  const may = (deed: string) => organisation.abilities.includes(deed);
  const isActive = organisation.standing === 'active';
  return (
    <InPlace country={countryOf(organisation.territory.reference)}>
      <Page
        title={organisation.name}
        crumbs={[crumbOf(organisation.territory)]}
        state={<State organisation={organisation} />}
        actions={isActive && <Deeds here={here} may={may} />}
      >
        <Standing organisation={organisation} />
        <Section
          title={say('shared.person-to-call')}
          actions={may('edit-organisation') && isActive && <Change to={`${here}/cargos`} />}
        >
          <Callers posts={organisation.posts} empty={say('actor-pages.no-posts')} />
          {!signedIn && <p className={styles.soft}>{say('actor-pages.names-hidden')}</p>}
          <FormerPosts posts={organisation.posts} />
        </Section>
        <Section
          title={say('actor-pages.contacts')}
          actions={may('edit-organisation') && isActive && <Change to={`${here}/contactos`} />}
        >
          <Contacts contacts={organisation.contacts} website={organisation.website} />
        </Section>
        <Section
          title={say('actor-pages.work')}
          actions={may('describe-work') && isActive && <Change to={`${here}/labor`} />}
        >
          <WorkTable work={organisation.work} />
        </Section>
        <Section title={say('actor-pages.seats-held')}>
          <Seats organisation={organisation} />
        </Section>
        <Section title={say('actor-pages.about')}>
          <OrganisationFacts organisation={organisation} />
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

function Change({ to }: { to: string }) {
  const say = useSay();
  return (
    <ButtonLink look="quiet" icon="edit" to={to}>
      {say('actor-pages.change')}
    </ButtonLink>
  );
}

function Deeds({ here, may }: { here: string; may: (deed: string) => boolean }) {
  const say = useSay();
  return (
    <>
      {may('edit-organisation') && (
        <ButtonLink to={`${here}/corregir`} icon="edit">
          {say('actor-pages.correct')}
        </ButtonLink>
      )}
      {may('merge') && (
        <ButtonLink look="quiet" to={`${here}/unir`} icon="merge">
          {say('actor-pages.merge')}
        </ButtonLink>
      )}
      {may('edit-organisation') && (
        <ButtonLink look="quiet" to={`${here}/cerrar`}>
          {say('actor-pages.close')}
        </ButtonLink>
      )}
    </>
  );
}

function State({ organisation }: { organisation: Organisation }) {
  const say = useSay();
  const { kind, sector, level, shortName, standing } = organisation;
  return (
    <>
      <span>
        {[
          ...(shortName ? [shortName] : []),
          say.dynamic(`actors.kind.${kind}`),
          say.dynamic(`actors.sector.${sector}`),
          say.dynamic(`actors.level.${level}`),
        ].join(' · ')}
      </span>
      <StateTag state={standing === 'active' ? 'present' : 'not-applicable'}>
        {say.dynamic(`actors.standing.${standing}`)}
      </StateTag>
    </>
  );
}

/** Why it is no longer there, and what took its place. */
function Standing({ organisation }: { organisation: Organisation }) {
  const say = useSay();
  const format = useFormat();
  const { standing, validTo, standingReason, mergedInto, successors } = organisation;
  if (standing === 'active') return null;
  const since = validTo === null ? '' : ` ${say('shared.since', { date: format.day(validTo) })}`;
  return (
    <Notice title={`${say.dynamic(`actors.standing.${standing}`)}${since}`}>
      {standingReason && <p>{standingReason}</p>}
      {mergedInto && (
        <p>
          {say('actor-pages.now-in')} <Link to={addressOfOrganisation(mergedInto.id)}>{mergedInto.name}</Link>
        </p>
      )}
      {successors.map((one) => (
        <p key={one.organisation.id}>
          {say.dynamic(`actors.succession.${one.kind}`)}:{' '}
          <Link to={addressOfOrganisation(one.organisation.id)}>{one.organisation.name}</Link>
        </p>
      ))}
    </Notice>
  );
}

function Seats({ organisation }: { organisation: Organisation }) {
  const say = useSay();
  if (organisation.seats.length === 0) return <p>{say('actor-pages.no-seats-held')}</p>;
  return (
    <ul className={styles.lines}>
      {organisation.seats.map((seat) => (
        <li key={seat.id}>
          <Link to={`/actores/estructuras/${seat.structure.id}`}>{seat.structure.name}</Link>
          <small>
            {seat.name} · {say.dynamic(`actors.seat.${seat.role}`)}
          </small>
        </li>
      ))}
    </ul>
  );
}
