import { Link } from 'react-router';
import { address, call, pageOfRequest } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Empty } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { Pagination, Table } from '../design/table.tsx';
import { mayAny } from '../shell/frame.ts';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/structures.route';
import { ActorTabs } from './actor-tabs.tsx';
import { addressOfStructure, countryOf, type StructureLine } from './actor-shapes.ts';
import { ListFilters, Narrow } from './list-filters.tsx';
import { oneOf, optionsOf } from './options.ts';
import { seatsInWords } from './seat-words.ts';
import { countryOfPage, findPlace, territoriesOfList } from './territory-choices.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const asked = query.get('territorio');
  const around = await countryOfPage(context, request, asked === null ? null : countryOf(asked));
  const territory = asked || around.country?.reference || '';
  const text = query.get('texto')?.trim().slice(0, 200) || undefined;
  const kind = oneOf('structure', query.get('tipo'));
  const [page, place] = await Promise.all([
    call(
      context,
      'listStructures',
      { territory, text, kind, after: query.get('despues') ?? undefined },
      request,
    ),
    findPlace(context, territory, request),
  ]);
  const territories = await territoriesOfList(context, around, place, request);
  const file = (format: 'xlsx' | 'csv') =>
    address(context, 'exportActors', { of: 'structures', territory, text, structureKind: kind, format });
  const visitor = pageOfRequest(context).visitor;
  return {
    page,
    place,
    text,
    kind,
    territories,
    files: { xlsx: file('xlsx'), csv: file('csv') },
    mayRegister: mayAny(visitor, ['edit-structure']),
    isSignedIn: visitor !== null,
  };
}

export default function StructuresPage({ loaderData }: Route.ComponentProps) {
  const { page, place, text, kind, territories, files, mayRegister, isSignedIn } = loaderData;
  const say = useSay();
  return (
    <InPlace country={countryOf(place.reference)}>
      <Page
        title={say('actor-pages.structures')}
        lead={say('actor-pages.structures-lead')}
        actions={
          mayRegister && (
            <ButtonLink to="/actores/estructuras/nueva" icon="add">
              {say('actor-pages.register-structure')}
            </ButtonLink>
          )
        }
      >
        <ActorTabs here="structures" territory={place.reference} people={isSignedIn} />
        <ListFilters
          address="/actores/estructuras"
          text={text ?? ''}
          territory={place.reference}
          territories={territories}
          isNarrowed={kind !== undefined}
          more={
            <Narrow
              name="tipo"
              label={say('actor-pages.kind')}
              options={optionsOf(say, 'structure')}
              value={kind}
            />
          }
        />
        <Structures rows={page.items} place={place.name} files={files} />
        <Pagination next={page.next} count={page.items.length} />
      </Page>
    </InPlace>
  );
}

function Structures({
  rows,
  place,
  files,
}: {
  rows: readonly StructureLine[];
  place: string;
  files: { readonly xlsx: string; readonly csv: string };
}) {
  const say = useSay();
  if (rows.length === 0)
    return <Empty title={say('actor-pages.no-structures')}>{say('actor-pages.no-structures-lead')}</Empty>;
  return (
    <Table
      caption={say('actor-pages.structures-of', { place })}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'name',
          title: say('actor-pages.name'),
          cell: (row) => <Link to={addressOfStructure(row.id)}>{row.name}</Link>,
        },
        {
          id: 'kind',
          title: say('actor-pages.kind'),
          cell: (row) => say.dynamic(`actors.structure.${row.kind}`),
        },
        { id: 'territory', title: say('actor-pages.territory'), cell: (row) => row.territory.name },
        { id: 'seats', title: say('actor-pages.seats'), cell: (row) => seatsInWords(row, say) },
      ]}
      downloads={[
        { format: 'XLSX', href: files.xlsx },
        { format: 'CSV', href: files.csv },
      ]}
      note={say('actor-pages.download-note')}
    />
  );
}
