import { Link } from 'react-router';
import { address, call, pageOfRequest } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Empty } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { Pagination, Table } from '../design/table.tsx';
import { mayAny } from '../shell/frame.ts';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/people.route';
import { ActorTabs } from './actor-tabs.tsx';
import { addressOfOrganisation, addressOfPerson, countryOf, type PersonLine } from './actor-shapes.ts';
import { ListFilters } from './list-filters.tsx';
import { openForm } from './may-edit.ts';
import { countryOfPage, findPlace, territoriesOfList } from './territory-choices.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const visitor = pageOfRequest(context).visitor;
  openForm(context, request, visitor !== null);
  const query = new URL(request.url).searchParams;
  const asked = query.get('territorio');
  const around = await countryOfPage(context, request, asked === null ? null : countryOf(asked));
  const territory = asked || around.country?.reference || '';
  const text = query.get('texto')?.trim().slice(0, 200) || undefined;
  const [page, place] = await Promise.all([
    call(context, 'listPeople', { territory, text, after: query.get('despues') ?? undefined }, request),
    findPlace(context, territory, request),
  ]);
  const territories = await territoriesOfList(context, around, place, request);
  const file = (format: 'xlsx' | 'csv') =>
    address(context, 'exportActors', { of: 'people', territory, text, format });
  // A list of people is taken away only by those who may, and only where they may.
  const mayTake = mayAny(visitor, ['export']) && territory === visitor?.home.reference;
  return {
    page,
    place,
    text,
    territories,
    files: mayTake ? { xlsx: file('xlsx'), csv: file('csv') } : null,
    mayRegister: mayAny(visitor, ['edit-person']),
  };
}

export default function PeoplePage({ loaderData }: Route.ComponentProps) {
  const { page, place, text, territories, files, mayRegister } = loaderData;
  const say = useSay();
  return (
    <InPlace country={countryOf(place.reference)}>
      <Page
        title={say('actor-pages.people')}
        lead={say('actor-pages.people-lead')}
        actions={
          mayRegister && (
            <ButtonLink to="/actores/personas/nueva" icon="add">
              {say('actor-pages.register-person-title')}
            </ButtonLink>
          )
        }
      >
        <ActorTabs here="people" territory={place.reference} people />
        <ListFilters
          address="/actores/personas"
          text={text ?? ''}
          territory={place.reference}
          territories={territories}
          isNarrowed={false}
        />
        <People rows={page.items} place={place.name} files={files} />
        <Pagination next={page.next} count={page.items.length} />
      </Page>
    </InPlace>
  );
}

function People({
  rows,
  place,
  files,
}: {
  rows: readonly PersonLine[];
  place: string;
  files: { readonly xlsx: string; readonly csv: string } | null;
}) {
  const say = useSay();
  if (rows.length === 0)
    return <Empty title={say('actor-pages.no-people')}>{say('actor-pages.no-people-lead')}</Empty>;
  return (
    <Table
      caption={say('actor-pages.people-of', { place })}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'name',
          title: say('actor-pages.name'),
          cell: (row) => <Link to={addressOfPerson(row.id)}>{row.name}</Link>,
        },
        { id: 'post', title: say('actor-pages.post'), cell: (row) => row.post },
        {
          id: 'organisation',
          title: say('actor-pages.organisation'),
          cell: (row) =>
            row.organisation && (
              <Link to={addressOfOrganisation(row.organisation.id)}>{row.organisation.name}</Link>
            ),
        },
        { id: 'territory', title: say('actor-pages.territory'), cell: (row) => row.territory.name },
        {
          id: 'visibility',
          title: say('actor-pages.visibility'),
          cell: (row) => say.dynamic(`actors.visibility.${row.visibility}`),
        },
      ]}
      downloads={
        files
          ? [
              { format: 'XLSX', href: files.xlsx },
              { format: 'CSV', href: files.csv },
            ]
          : []
      }
    />
  );
}
