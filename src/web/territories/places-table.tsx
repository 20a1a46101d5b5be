import { Link } from 'react-router';
import { Table, type Download } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import { People } from './population.tsx';
import { addressOfTerritory, type Figure } from './territory-shapes.ts';

type Row = {
  readonly reference: string;
  readonly name: string;
  readonly code: string;
  readonly population: Figure | null;
  readonly childCount: number;
  readonly kindName: { readonly es: string; readonly en: string };
};

/** Territories as a table: the twin of the map. */
export function PlacesTable({
  rows,
  caption,
  downloads,
}: {
  rows: readonly Row[];
  caption: string;
  downloads?: readonly Download[];
}) {
  const say = useSay();
  return (
    <Table
      isCompared
      caption={caption}
      isCaptionHidden
      rows={rows}
      rowKey={(row) => row.reference}
      {...(downloads && { downloads })}
      columns={[
        {
          id: 'name',
          title: say('places.name'),
          cell: (row) => <Link to={addressOfTerritory(row.reference)}>{row.name}</Link>,
        },
        { id: 'kind', title: say('places.kind'), cell: (row) => row.kindName[say.language] },
        { id: 'code', title: say('places.code'), cell: (row) => row.code },
        {
          id: 'people',
          title: say('places.people'),
          isNumber: true,
          cell: (row) => <People figure={row.population} />,
        },
        {
          id: 'parts',
          title: say('places.parts'),
          cell: (row) => say('places.contains', { count: row.childCount }),
        },
      ]}
    />
  );
}
