import { Link } from 'react-router';
import { DefinitionList, type Fact } from '../design/definition-list.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { PeopleSentence } from './population.tsx';
import { addressOfTerritory, type Territory } from './territory-shapes.ts';

/** Where a territory comes from, what it was called, how many lived there, and who says so. */
export function TerritoryHistory({ territory }: { territory: Territory }) {
  const say = useSay();
  const facts: Fact[] = [
    ...namesOf(territory, say),
    ...territory.populations.map((figure, index) => ({
      term: index === 0 ? say('territories.population') : String(figure.year),
      value: <PeopleSentence figure={figure} />,
      source: <Source source={figure.source} note={figure.note} />,
    })),
    ...relations(territory.predecessors, say('places.was')),
    ...relations(territory.successors, say('places.became')),
    ...overlapsOf(territory, say('places.overlaps')),
    ...(territory.formerChildren.length > 0
      ? [{ term: say('places.former-parts'), value: <Links of={territory.formerChildren} /> }]
      : []),
    ...(territory.note
      ? [{ term: '', value: territory.note, source: <Source source={territory.source} /> }]
      : []),
  ];
  return <DefinitionList facts={facts.filter((fact) => fact.term !== '' || fact.value !== null)} />;
}

function namesOf(territory: Territory, say: ReturnType<typeof useSay>): Fact[] {
  if (territory.otherNames.length === 0) return [];
  const value = territory.otherNames
    .map((other) => `${other.name} (${say(`territories.alias-${other.kind}`)})`)
    .join(', ');
  return [{ term: say('territories.other-names'), value }];
}

function relations(list: Territory['predecessors'], term: string): Fact[] {
  return list.map((relation) => ({
    term,
    value: <Relation relation={relation} />,
    source: <Source source={relation.source} note={relation.note} />,
  }));
}

function Relation({ relation }: { relation: Territory['predecessors'][number] }) {
  const format = useFormat();
  const say = useSay();
  return (
    <>
      <Link to={addressOfTerritory(relation.reference)}>{relation.name}</Link>{' '}
      {say(`territories.succession-${relation.kind}`).toLowerCase()}
      {relation.onDate && `, ${format.day(relation.onDate)}`}
    </>
  );
}

function overlapsOf(territory: Territory, term: string): Fact[] {
  return territory.overlaps.map((overlap) => ({
    term,
    value: <Link to={addressOfTerritory(overlap.reference)}>{overlap.name}</Link>,
    source: <Source source={overlap.source} note={overlap.note} />,
  }));
}

function Links({ of }: { of: readonly { reference: string; name: string }[] }) {
  return (
    <>
      {of.map((one, index) => (
        <span key={one.reference}>
          {index > 0 && ', '}
          <Link to={addressOfTerritory(one.reference)}>{one.name}</Link>
        </span>
      ))}
    </>
  );
}

/** Who says so; what was not checked says that too. */
export function Source({ source, note }: { source: Territory['source']; note?: string | null }) {
  const say = useSay();
  if (source === null) return note ?? null;
  return (
    <>
      {say('territories.source', { title: source.title })}
      {!source.verified && ` (${say('territories.not-verified')})`}
      {note && ` · ${note}`}
    </>
  );
}
