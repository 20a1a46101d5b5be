import { StateTag } from '../design/state-tag.tsx';
import { Table } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import type { TerritoryActors } from './territory-shapes.ts';

type Comparison = NonNullable<TerritoryActors['comparison']>[number];

/** What a territory of this kind should have, and whether it is there; without a norm it says so. */
export function MissingHere({ comparison }: { comparison: TerritoryActors['comparison'] }) {
  const say = useSay();
  if (comparison === null) return <p>{say('places.no-norm')}</p>;
  const of = (isMet: boolean | null) => comparison.filter((line) => line.isMet === isMet);
  const lines = [...of(false), ...of(null), ...of(true)];
  return (
    <>
      {lines.every((line) => line.isMet) && <p>{say('places.nothing-missing')}</p>}
      <Table
        caption={say('places.missing')}
        isCaptionHidden
        rows={lines}
        rowKey={(line) => line.norm}
        columns={[
          { id: 'what', title: say('places.expected'), cell: (line) => line.name },
          { id: 'state', title: say('places.standing'), cell: (line) => <Standing line={line} /> },
          {
            id: 'how',
            title: say('places.kind'),
            cell: (line) => say(line.required ? 'places.required' : 'places.proposed'),
          },
          { id: 'source', title: say('places.norm-source'), cell: (line) => <NormSource line={line} /> },
        ]}
      />
    </>
  );
}

function Standing({ line }: { line: Comparison }) {
  const say = useSay();
  if (line.isMet) return <StateTag state="present">{say('places.is-there')}</StateTag>;
  const elsewhere =
    line.nearest === 'above'
      ? say('places.nearest-above')
      : line.nearest === 'below'
        ? say('places.nearest-below')
        : null;
  return (
    <>
      {line.isMet === null ? (
        <StateTag state="not-applicable">{say('places.is-unknown')}</StateTag>
      ) : (
        <StateTag state="missing">{say('places.is-missing')}</StateTag>
      )}
      {elsewhere && <small> ({elsewhere})</small>}
      {line.absence?.note && <small> {line.absence.note}</small>}
    </>
  );
}

function NormSource({ line }: { line: Comparison }) {
  const say = useSay();
  const title = line.source.address ? (
    <a href={webAddress(line.source.address)} rel="noreferrer">
      {line.source.title}
    </a>
  ) : (
    line.source.title
  );
  return (
    <>
      {title}
      {!line.source.verified && ` (${say('territories.not-verified')})`}
      {line.note && <small> {line.note}</small>}
    </>
  );
}

/** Sources name their address as people write it, often without `https://`. */
export function webAddress(text: string): string {
  return /^https?:\/\//.test(text) ? text : `https://${text}`;
}
