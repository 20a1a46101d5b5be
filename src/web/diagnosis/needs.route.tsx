import { Link } from 'react-router';
import { address, call } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Empty } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { Pagination, Table, type Download } from '../design/table.tsx';
import { addressOfTerritory, crumbsOf } from '../territories/territory-shapes.ts';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/needs.route';
import { addressOfNeed, addressOfNeeds, groupsOf, type NeedLine } from './need-shapes.ts';
import { filterOf, NeedsFilter } from './needs-filter.tsx';

export async function loader({ context, params: { reference }, request }: Route.LoaderArgs) {
  const asked = { territory: reference, ...filterOf(request) };
  const after = new URL(request.url).searchParams.get('despues') ?? undefined;
  const [territory, needs] = await Promise.all([
    call(context, 'getTerritory', { reference }, request),
    call(context, 'listNeeds', { ...asked, after }, request),
  ]);
  const downloads: Download[] = [
    { format: 'XLSX', href: address(context, 'exportNeeds', { ...asked, format: 'xlsx' }) },
    { format: 'CSV', href: address(context, 'exportNeeds', { ...asked, format: 'csv' }) },
  ];
  const isFiltered = new URL(request.url).search !== '';
  return { territory, needs, downloads, isFiltered };
}

/** All the needs of a territory and of those below it, highest priority first. */
export default function NeedsPage({ loaderData }: Route.ComponentProps) {
  const { territory, needs, downloads, isFiltered } = loaderData;
  const say = useSay();
  const mayEdit = needs.abilities.includes('edit-need');
  const here = addressOfNeeds(territory.reference);
  return (
    <InPlace country={territory.country}>
      <Page
        title={say('needs.title-of', { name: territory.name })}
        lead={say('needs.lead')}
        crumbs={[
          ...crumbsOf(territory, say.language),
          { to: addressOfTerritory(territory.reference), title: territory.name },
        ]}
        actions={
          mayEdit && (
            <>
              <ButtonLink look="main" to={`${here}/nueva`}>
                {say('needs.register')}
              </ButtonLink>
              <ButtonLink look="quiet" to={`${here}/importar`}>
                {say('needs.import')}
              </ButtonLink>
            </>
          )
        }
      >
        <NeedsFilter mayEdit={mayEdit} />
        {needs.items.length === 0 ? (
          <Empty title={say(isFiltered ? 'needs.none-with-filter' : 'needs.none-here')}>
            <p>{say('needs.none-lead')}</p>
          </Empty>
        ) : (
          <NeedsTable needs={needs.items} downloads={downloads} />
        )}
        <Pagination next={needs.next} count={needs.items.length} />
      </Page>
    </InPlace>
  );
}

function NeedsTable({ needs, downloads }: { needs: readonly NeedLine[]; downloads: readonly Download[] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Table
      caption={say('needs.title')}
      isCaptionHidden
      rows={needs}
      rowKey={(need) => need.id}
      downloads={downloads}
      columns={[
        {
          id: 'problem',
          title: say('needs.problem'),
          cell: (need) => (
            <>
              <Link to={addressOfNeed(need.id)}>{need.problem}</Link>
              {need.example && ` (${say('needs.example')})`}
            </>
          ),
        },
        {
          id: 'priority',
          title: say('needs.priority'),
          cell: (need) => say.dynamic(`diagnosis.priority.${need.priority}`),
        },
        {
          id: 'where',
          title: say('needs.where'),
          cell: (need) => (
            <Link to={addressOfTerritory(need.territory.reference)}>{need.territory.name}</Link>
          ),
        },
        { id: 'groups', title: say('needs.groups'), cell: (need) => groupsOf(say, need) },
        {
          id: 'violence',
          title: say('needs.violence'),
          cell: (need) => say.dynamic(`diagnosis.violence.${need.violence}`),
        },
        {
          id: 'on',
          title: say('needs.prioritised-on'),
          cell: (need) => format.day(need.prioritisedOn),
        },
      ]}
    />
  );
}
