import { Link } from 'react-router';
import { Term } from '../actors/callers.tsx';
import { Table } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import styles from './territory.module.css';
import { addressOfTerritory, type TerritoryActors } from './territory-shapes.ts';

type Here = Pick<TerritoryActors, 'authorities' | 'structures' | 'organisations' | 'work'>;

/** The boards and committees of a territory with their seats. */
export function Structures({ structures }: Pick<Here, 'structures'>) {
  const say = useSay();
  if (structures.length === 0) return <p>{say('places.no-structures')}</p>;
  return (
    <ul className={styles.lines}>
      {structures.map((structure) => (
        <li key={structure.id}>
          <Link to={`/actores/estructuras/${structure.id}`}>{structure.name}</Link>
          <small>
            {say.dynamic(`actors.structure.${structure.kind}`)} ·{' '}
            {structure.filledSeats === null
              ? say('places.seats-count', { all: structure.seats })
              : say('places.seats', { filled: structure.filledSeats, all: structure.seats })}
          </small>
        </li>
      ))}
    </ul>
  );
}

/** What is done against violence in a territory, and who does it. */
export function Work({ work }: Pick<Here, 'work'>) {
  const say = useSay();
  if (work.length === 0) return <p>{say('places.no-work')}</p>;
  return (
    <Table
      caption={say('places.work')}
      isCaptionHidden
      rows={work}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'function',
          title: say('places.function'),
          cell: (row) => say.dynamic(`actors.function.${row.function}`),
        },
        {
          id: 'organisation',
          title: say('places.organisation'),
          cell: (row) => (
            <Link to={`/actores/organizaciones/${row.organisation.id}`}>{row.organisation.name}</Link>
          ),
        },
        { id: 'what', title: say('places.description'), cell: (row) => row.description },
        { id: 'whom', title: say('places.target'), cell: (row) => row.targetGroup },
        {
          id: 'capacity',
          title: say('places.capacity'),
          cell: (row) =>
            [row.staff === null ? null : say('places.staff', { count: row.staff }), row.capacity]
              .filter((part) => part !== null)
              .join(' · '),
        },
      ]}
    />
  );
}

/** Who governs, with since when and from which source. */
export function Authorities({ authorities }: Pick<Here, 'authorities'>) {
  const say = useSay();
  if (authorities.length === 0) return <p>{say('places.no-authority')}</p>;
  return (
    <ul className={styles.lines}>
      {authorities.map((authority) => (
        <li key={authority.id}>
          <Link to={`/actores/organizaciones/${authority.organisation.id}`}>
            {authority.organisation.name}
          </Link>
          <small>
            {say.dynamic(`actors.authority.${authority.kind}`)}{' '}
            <Term from={authority.validFrom} to={authority.validTo} />
            {authority.source && ` · ${say('territories.source', { title: authority.source.title })}`}
            {authority.source && !authority.source.verified && ` (${say('territories.not-verified')})`}
            {authority.note && ` · ${authority.note}`}
          </small>
        </li>
      ))}
    </ul>
  );
}

/** Institutions in one line each. */
export function Organisations({ organisations }: Pick<Here, 'organisations'>) {
  const say = useSay();
  return (
    <ul className={styles.lines}>
      {organisations.map((organisation) => (
        <li key={organisation.id}>
          <Link to={`/actores/organizaciones/${organisation.id}`}>{organisation.name}</Link>
          <small>
            {say.dynamic(`actors.kind.${organisation.kind}`)} ·{' '}
            {say.dynamic(`actors.sector.${organisation.sector}`)}
          </small>
        </li>
      ))}
    </ul>
  );
}

/** Every level above, opened on demand: what stands over this territory. */
export function LevelsAbove({ above }: Pick<TerritoryActors, 'above'>) {
  const say = useSay();
  return (
    <>
      {above.map((level) => (
        <details key={level.territory.reference} className={styles.level}>
          <summary>
            {level.territory.name} <small>{level.territory.kindName}</small>
          </summary>
          <p>
            <Link to={addressOfTerritory(level.territory.reference)}>{level.territory.name}</Link>
          </p>
          {level.structures.length > 0 && <Structures structures={level.structures} />}
          {level.work.length > 0 && <Work work={level.work} />}
          <h3>{say('places.organisations')}</h3>
          <Organisations organisations={level.organisations} />
        </details>
      ))}
    </>
  );
}

/** What lies below in numbers, and what is missing there. */
export function LevelsBelow({ below }: Pick<TerritoryActors, 'below'>) {
  const say = useSay();
  const lacking = below.missing.filter((line) => line.missing > 0);
  return (
    <>
      <p>
        {say('places.below-summary', { organisations: below.organisations, structures: below.structures })}
      </p>
      {lacking.length > 0 && (
        <>
          <h3>{say('places.missing-below-title')}</h3>
          <ul className={styles.lines}>
            {lacking.map((line) => (
              <li key={line.norm}>
                {line.kindName}: {say('places.missing-below', { ...line })}
                {line.unknown > 0 && ` (${say('places.unknown-below', { count: line.unknown })})`}
                <small>
                  {line.territories.map((territory, index) => (
                    <span key={territory.reference}>
                      {index > 0 && ', '}
                      <Link to={addressOfTerritory(territory.reference)}>{territory.name}</Link>
                    </span>
                  ))}
                  {line.missing > line.territories.length && ' …'}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
