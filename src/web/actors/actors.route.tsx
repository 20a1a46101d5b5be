import { Link } from 'react-router';
import { address, call, pageOfRequest } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Empty } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { Pagination, Table, type Column } from '../design/table.tsx';
import { mayAny } from '../shell/frame.ts';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/actors.route';
import styles from './actors.module.css';
import { ActorTabs } from './actor-tabs.tsx';
import { addressOfOrganisation, countryOf, type OrganisationLine } from './actor-shapes.ts';
import { withContent } from './work-table.tsx';
import { ListFilters, Narrow } from './list-filters.tsx';
import { oneOf, optionsOf } from './options.ts';
import { countryOfPage, findPlace, territoriesOfList } from './territory-choices.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const asked = query.get('territorio');
  const around = await countryOfPage(context, request, asked === null ? null : countryOf(asked));
  const territory = asked || around.country?.reference || '';
  const filter = {
    territory,
    text: query.get('texto')?.trim().slice(0, 200) || undefined,
    level: oneOf('level', query.get('nivel')),
    sector: oneOf('sector', query.get('sector')),
    kind: oneOf('kind', query.get('tipo')),
    function: oneOf('function', query.get('funcion')),
  };
  const [page, place] = await Promise.all([
    call(context, 'listOrganisations', { ...filter, after: query.get('despues') ?? undefined }, request),
    findPlace(context, territory, request),
  ]);
  const territories = await territoriesOfList(context, around, place, request);
  const file = (format: 'xlsx' | 'csv') =>
    address(context, 'exportActors', { of: 'organisations', ...filter, format });
  const visitor = pageOfRequest(context).visitor;
  return {
    page,
    filter,
    place,
    territories,
    files: { xlsx: file('xlsx'), csv: file('csv') },
    mayRegister: mayAny(visitor, ['edit-organisation']),
    mayImport: mayAny(visitor, ['import']),
    mayHandOver: mayAny(visitor, ['hand-over']),
    isSignedIn: visitor !== null,
  };
}

export default function ActorsPage({ loaderData }: Route.ComponentProps) {
  const { page, filter, place, territories, files, mayRegister, mayImport, mayHandOver, isSignedIn } =
    loaderData;
  const say = useSay();
  const { level, sector, kind, function: work } = filter;
  return (
    <InPlace country={countryOf(place.reference)}>
      <Page
        title={say('actor-pages.title')}
        lead={say('actor-pages.lead')}
        actions={
          <>
            {mayRegister && (
              <ButtonLink to="/actores/organizaciones/nueva" icon="add">
                {say('actor-pages.register-organisation')}
              </ButtonLink>
            )}
            {mayHandOver && (
              <ButtonLink look="quiet" to="/actores/traspaso">
                {say('actor-pages.hand-over')}
              </ButtonLink>
            )}
            {mayImport && (
              <ButtonLink look="quiet" to="/actores/importar" icon="upload">
                {say('actor-pages.import')}
              </ButtonLink>
            )}
          </>
        }
      >
        <ActorTabs here="organisations" territory={place.reference} people={isSignedIn} />
        <ListFilters
          address="/actores"
          text={filter.text ?? ''}
          territory={place.reference}
          territories={territories}
          isNarrowed={[level, sector, kind, work].some((one) => one !== undefined)}
          more={
            <>
              <Narrow
                name="tipo"
                label={say('actor-pages.kind')}
                options={optionsOf(say, 'kind')}
                value={kind}
              />
              <Narrow
                name="sector"
                label={say('actor-pages.sector')}
                options={optionsOf(say, 'sector')}
                value={sector}
              />
              <Narrow
                name="nivel"
                label={say('actor-pages.level')}
                options={optionsOf(say, 'level')}
                value={level}
              />
              <Narrow
                name="funcion"
                label={say('actor-pages.function')}
                options={optionsOf(say, 'function')}
                value={work}
              />
            </>
          }
        />
        <Organisations rows={page.items} place={place.name} files={files} />
        <Pagination next={page.next} count={page.items.length} />
      </Page>
    </InPlace>
  );
}

function Organisations({
  rows,
  place,
  files,
}: {
  rows: readonly OrganisationLine[];
  place: string;
  files: { readonly xlsx: string; readonly csv: string };
}) {
  const say = useSay();
  if (rows.length === 0)
    return <Empty title={say('actor-pages.no-organisations')}>{say('actor-pages.try-wider')}</Empty>;
  const columns: Column<OrganisationLine>[] = [
    {
      id: 'name',
      title: say('actor-pages.name'),
      cell: (row) => (
        <>
          <Link to={addressOfOrganisation(row.id)}>{row.name}</Link>
          {row.shortName && <small className={styles.soft}>{row.shortName}</small>}
        </>
      ),
    },
    { id: 'kind', title: say('actor-pages.kind'), cell: (row) => say.dynamic(`actors.kind.${row.kind}`) },
    {
      id: 'sector',
      title: say('actor-pages.sector'),
      cell: (row) => say.dynamic(`actors.sector.${row.sector}`),
    },
    { id: 'territory', title: say('actor-pages.territory'), cell: (row) => row.territory.name },
    {
      id: 'level',
      title: say('actor-pages.level'),
      cell: (row) => say.dynamic(`actors.level.${row.level}`),
    },
    {
      id: 'parent',
      title: say('actor-pages.parent'),
      cell: (row) => row.parent && <Link to={addressOfOrganisation(row.parent.id)}>{row.parent.name}</Link>,
    },
  ];
  return (
    <Table
      caption={say('actor-pages.organisations-of', { place })}
      rows={rows}
      rowKey={(row) => row.id}
      columns={withContent(columns, rows)}
      downloads={[
        { format: 'XLSX', href: files.xlsx },
        { format: 'CSV', href: files.csv },
      ]}
      note={say('actor-pages.download-note')}
    />
  );
}
