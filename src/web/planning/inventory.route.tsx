import { Link } from 'react-router';
import { address, call } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Empty } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { saysExample } from '../design/says-example.ts';
import { StateTag } from '../design/state-tag.tsx';
import { Pagination, Table, type Download } from '../design/table.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/inventory.route';
import { placesOfFilter } from './inventory-choices.ts';
import { filterOf, InventoryFilter } from './inventory-filter.tsx';
import { addressOfEntry, looksOfLinks, type EntryLine } from './inventory-shapes.ts';
import { PeriodOf } from './period-of.tsx';
import styles from './planning.module.css';

export async function loader({ context, request }: Route.LoaderArgs) {
  const asked = filterOf(request);
  const { searchParams, search } = new URL(request.url);
  const after = searchParams.get('despues') ?? undefined;
  const [inventory, places, organisations] = await Promise.all([
    call(context, 'listInventory', { ...asked, after }, request),
    placesOfFilter(context, request, asked.territory),
    call(context, 'listOrganisations', { territory: asked.territory, limit: 200 }, request),
  ]);
  const downloads: Download[] = [
    { format: 'XLSX', href: address(context, 'exportInventory', { ...asked, format: 'xlsx' }) },
    { format: 'CSV', href: address(context, 'exportInventory', { ...asked, format: 'csv' }) },
  ];
  return {
    inventory,
    places,
    organisations: organisations.items.map(({ id, name }) => ({ value: id, label: name })),
    downloads,
    isFiltered: search !== '',
    country: asked.territory?.slice(0, 2),
  };
}

/** Every official plan and programme, with its link to prevention and who decided it; those to be decided too. */
export default function InventoryPage({ loaderData }: Route.ComponentProps) {
  const { inventory, places, organisations, downloads, isFiltered, country } = loaderData;
  const say = useSay();
  const mayWrite = inventory.abilities.includes('edit-plan');
  return (
    <InPlace country={country}>
      <Page
        title={say('inventory.title')}
        lead={say('inventory.lead')}
        actions={
          mayWrite && (
            <>
              <ButtonLink look="main" to="/inventario/nuevo">
                {say('inventory.register')}
              </ButtonLink>
              <ButtonLink look="quiet" to="/inventario/importar">
                {say('inventory.import')}
              </ButtonLink>
            </>
          )
        }
      >
        <InventoryFilter places={places} organisations={organisations} mayKeep={mayWrite} />
        {inventory.items.length === 0 ? (
          <Empty title={say(isFiltered ? 'inventory.none-with-filter' : 'inventory.none')}>
            <p>{say('inventory.none-lead')}</p>
          </Empty>
        ) : (
          <>
            <p>{say('inventory.count', { count: inventory.count, undecided: inventory.undecided })}</p>
            <InventoryTable lines={inventory.items} downloads={downloads} />
          </>
        )}
        <Pagination next={inventory.next} count={inventory.items.length} />
      </Page>
    </InPlace>
  );
}

function InventoryTable({
  lines,
  downloads,
}: {
  lines: readonly EntryLine[];
  downloads: readonly Download[];
}) {
  const say = useSay();
  const format = useFormat();
  return (
    <Table
      caption={say('inventory.title')}
      isCaptionHidden
      rows={lines}
      rowKey={(line) => line.id}
      downloads={downloads}
      columns={[
        {
          id: 'title',
          title: say('inventory.name'),
          cell: (line) => (
            <>
              <Link to={addressOfEntry(line)}>{line.title}</Link>
              {line.example && !saysExample(line.title) && (
                <span className={styles.example}> {say('inventory.example')}</span>
              )}
            </>
          ),
        },
        {
          id: 'link',
          title: say('inventory.link'),
          cell: (line) => (
            <StateTag state={looksOfLinks[line.link]}>{say(`inventory.link.${line.link}`)}</StateTag>
          ),
        },
        { id: 'criterion', title: say('inventory.criterion'), cell: (line) => line.criterion },
        {
          id: 'decided',
          title: say('inventory.decided'),
          cell: (line) =>
            line.decidedByOffice &&
            line.decidedOn &&
            say('inventory.decided-by-on', {
              office: line.decidedByOffice,
              day: format.day(line.decidedOn),
            }),
        },
        {
          id: 'organisation',
          title: say('inventory.organisation'),
          cell: (line) => (line.organisation ?? line.structure)?.name,
        },
        {
          id: 'where',
          title: say('inventory.where'),
          cell: (line) => (
            <Link to={addressOfTerritory(line.territory.reference)}>{line.territory.name}</Link>
          ),
        },
        { id: 'kind', title: say('inventory.kind'), cell: (line) => say(`inventory.kind.${line.kind}`) },
        { id: 'period', title: say('inventory.period'), cell: (line) => <PeriodOf of={line} /> },
        {
          id: 'amount',
          title: say('inventory.amount'),
          isNumber: true,
          cell: (line) => line.amount && line.currency && format.money(line.amount, line.currency),
        },
      ]}
    />
  );
}
