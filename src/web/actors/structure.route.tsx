import { Link } from 'react-router';
import { attempt, call, pageOfRequest } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { DefinitionList, type Fact } from '../design/definition-list.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/structure.route';
import styles from './actors.module.css';
import {
  addressOfOrganisation,
  addressOfStructure,
  countryOf,
  crumbOf,
  type Structure,
} from './actor-shapes.ts';
import { Term } from './callers.tsx';
import { DeedHistory, findDeeds } from './deed-history.tsx';
import { SeatList } from './seat-list.tsx';
import { seatsInWords } from './seat-words.ts';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const structure = await call(context, 'getStructure', { structureId: id }, request);
  const signedIn = pageOfRequest(context).visitor !== null;
  const asked = { subjectKind: 'structure', subjectId: id, limit: 20 };
  const deeds = signedIn ? await findDeeds(attempt(context, 'listAuditEntries', asked)) : [];
  return { structure, deeds, signedIn };
}

/** One board or committee: who sits, which seats are vacant, what it is for. */
export default function StructurePage({ loaderData: { structure, deeds, signedIn } }: Route.ComponentProps) {
  const say = useSay();
  const here = addressOfStructure(structure.id);
  const isActive = structure.standing === 'active';
  const mayEdit = isActive && structure.abilities.includes('edit-structure');
  return (
    <InPlace country={countryOf(structure.territory.reference)}>
      <Page
        title={structure.name}
        crumbs={[crumbOf(structure.territory)]}
        state={<State structure={structure} />}
        actions={
          mayEdit && (
            <>
              <ButtonLink to={`${here}/puestos`} icon="edit">
                {say('actor-pages.change-seats')}
              </ButtonLink>
              <ButtonLink look="quiet" to={`${here}/corregir`}>
                {say('actor-pages.correct')}
              </ButtonLink>
              <ButtonLink look="quiet" to={`${here}/cerrar`}>
                {say('actor-pages.close')}
              </ButtonLink>
            </>
          )
        }
      >
        <Standing structure={structure} />
        <Section title={say('actor-pages.who-sits')}>
          {!signedIn && structure.seats > 0 && (
            <p className={styles.soft}>{say('actor-pages.names-hidden')}</p>
          )}
          <SeatList seats={structure.seatList} />
          {mayEdit && structure.seatList.length === 0 && (
            <ButtonLink to={`${here}/puestos`} icon="add">
              {say('actor-pages.add-seat')}
            </ButtonLink>
          )}
        </Section>
        <Section title={say('actor-pages.about')}>
          <Facts structure={structure} />
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

function State({ structure }: { structure: Structure }) {
  const say = useSay();
  const isWhole = structure.filledSeats === null || structure.filledSeats === structure.seats;
  return (
    <>
      <span>{say.dynamic(`actors.structure.${structure.kind}`)}</span>
      {structure.standing === 'active' ? (
        <StateTag state={structure.seats > 0 && !isWhole ? 'missing' : 'present'}>
          {seatsInWords(structure, say)}
        </StateTag>
      ) : (
        <StateTag state="not-applicable">{say.dynamic(`actors.standing.${structure.standing}`)}</StateTag>
      )}
    </>
  );
}

function Standing({ structure }: { structure: Structure }) {
  const say = useSay();
  const format = useFormat();
  if (structure.standing === 'active') return null;
  const since =
    structure.validTo === null ? '' : ` ${say('shared.since', { date: format.day(structure.validTo) })}`;
  return (
    <Notice title={`${say.dynamic(`actors.standing.${structure.standing}`)}${since}`}>
      {structure.standingReason && <p>{structure.standingReason}</p>}
    </Notice>
  );
}

function Facts({ structure }: { structure: Structure }) {
  const say = useSay();
  const { mandate, legalBasis, secretariat, territory, validFrom, validTo, source } = structure;
  const facts: (Fact | null)[] = [
    mandate
      ? { term: say('actor-pages.mandate'), value: <span className={styles.written}>{mandate}</span> }
      : null,
    legalBasis ? { term: say('actor-pages.legal-basis'), value: legalBasis } : null,
    secretariat
      ? {
          term: say('actor-pages.secretariat'),
          value: <Link to={addressOfOrganisation(secretariat.id)}>{secretariat.name}</Link>,
        }
      : null,
    {
      term: say('actor-pages.territory'),
      value: <Link to={`/territorios/${territory.reference}`}>{territory.name}</Link>,
    },
    validFrom || validTo
      ? { term: say('actor-pages.exists'), value: <Term from={validFrom} to={validTo} /> }
      : null,
    source
      ? {
          term: say('shared.source'),
          value: source.address ? <a href={source.address}>{source.title}</a> : source.title,
          source: source.verified ? null : say('actors.unverified'),
        }
      : null,
  ];
  return <DefinitionList facts={facts.filter((fact) => fact !== null)} />;
}
