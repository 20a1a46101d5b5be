import { Link } from 'react-router';
import { DefinitionList, type Fact } from '../design/definition-list.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './actors.module.css';
import { addressOfOrganisation, type Named, type Organisation } from './actor-shapes.ts';
import { Term } from './callers.tsx';

/** What is known of an institution: mandate, what it belongs to, what it governs, what it was called, and who says so. */
export function OrganisationFacts({ organisation }: { organisation: Organisation }) {
  const say = useSay();
  const { mandate, parent, children, governs, source, validFrom, validTo } = organisation;
  const facts: (Fact | null)[] = [
    mandate
      ? { term: say('actor-pages.mandate'), value: <span className={styles.written}>{mandate}</span> }
      : null,
    { term: say('actor-pages.territory'), value: <Place of={organisation.territory} /> },
    parent ? { term: say('actor-pages.parent'), value: <Organisations of={[parent]} /> } : null,
    children.length > 0
      ? { term: say('actor-pages.children'), value: <Organisations of={children} /> }
      : null,
    governs.length > 0 ? { term: say('actor-pages.governs'), value: <Governs of={governs} /> } : null,
    ...history(organisation, say),
    validFrom || validTo
      ? { term: say('actor-pages.exists'), value: <Term from={validFrom} to={validTo} /> }
      : null,
    organisation.withholdsDisaggregation
      ? { term: say('actor-pages.figures'), value: say('actor-pages.withholds') }
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

function history(organisation: Organisation, say: ReturnType<typeof useSay>): (Fact | null)[] {
  const { formerNames, predecessors, successors } = organisation;
  return [
    formerNames.length > 0
      ? { term: say('actor-pages.former-names'), value: <FormerNames of={formerNames} /> }
      : null,
    predecessors.length > 0
      ? { term: say('actor-pages.predecessors'), value: <Succession of={predecessors} /> }
      : null,
    successors.length > 0
      ? { term: say('actor-pages.successors'), value: <Succession of={successors} /> }
      : null,
  ];
}

function Place({ of }: { of: { reference: string; name: string } }) {
  return <Link to={`/territorios/${of.reference}`}>{of.name}</Link>;
}

function Organisations({ of }: { of: readonly Named[] }) {
  return (
    <ul className={styles.lines}>
      {of.map((one) => (
        <li key={one.id}>
          <Link to={addressOfOrganisation(one.id)}>{one.name}</Link>
        </li>
      ))}
    </ul>
  );
}

function Governs({ of }: { of: Organisation['governs'] }) {
  const say = useSay();
  return (
    <ul className={styles.lines}>
      {of.map((one) => (
        <li key={one.id}>
          <Place of={one.territory} />
          <small>
            {say.dynamic(`actors.authority.${one.kind}`)} <Term from={one.validFrom} to={one.validTo} />
            {one.note && ` · ${one.note}`}
          </small>
        </li>
      ))}
    </ul>
  );
}

function FormerNames({ of }: { of: Organisation['formerNames'] }) {
  return (
    <ul className={styles.lines}>
      {of.map((former) => (
        <li key={`${former.name} ${former.validTo ?? ''}`}>
          {former.name}
          <small>
            <Term from={former.validFrom} to={former.validTo} />
            {former.reason && ` · ${former.reason}`}
          </small>
        </li>
      ))}
    </ul>
  );
}

function Succession({ of }: { of: Organisation['predecessors'] }) {
  const format = useFormat();
  return (
    <ul className={styles.lines}>
      {of.map((one) => (
        <li key={one.organisation.id}>
          <Link to={addressOfOrganisation(one.organisation.id)}>{one.organisation.name}</Link>
          {one.on && <small>{format.day(one.on)}</small>}
        </li>
      ))}
    </ul>
  );
}
