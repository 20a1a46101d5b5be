import { countryOfPage, territoryChoices } from '../actors/territory-choices.ts';
import { address, call, pageOfRequest } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Page } from '../design/page.tsx';
import { Pagination, type Download } from '../design/table.tsx';
import { Tabs } from '../design/tabs.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/ledger.route';
import { LedgerFilter } from './ledger-filter.tsx';
import { GroupsTable } from './groups-table.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { askedOf, changed, type Ledger } from './ledger-shapes.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { search, searchParams } = new URL(request.url);
  const { by, ...asked } = askedOf(request);
  const after = searchParams.get('despues') ?? undefined;
  const around = await countryOfPage(context, request, asked.territory?.slice(0, 2) ?? null);
  const country = around.country?.reference ?? '';
  const [ledger, groups, territories, organisations] = await Promise.all([
    call(context, 'listLedger', { ...asked, after, limit: by ? 1 : 50 }, request),
    by ? call(context, 'groupLedger', { ...asked, by }, request) : null,
    territoryChoices(context, country, null, request),
    call(context, 'listOrganisations', { territory: country, limit: 200 }, request),
  ]);
  const file = (format: 'xlsx' | 'csv') => address(context, 'exportLedger', { ...asked, by, format });
  const downloads: Download[] = [
    { format: 'XLSX', href: file('xlsx') },
    { format: 'CSV', href: file('csv') },
  ];
  return {
    ledger,
    groups,
    territories,
    organisations: organisations.items.map(({ id, name }) => ({ value: id, label: name })),
    downloads,
    asked: { ...asked, by },
    search,
    country: around.country?.code,
    isSignedIn: pageOfRequest(context).visitor !== null,
  };
}

/** What I owe, am owed, verify or may see, by due date. */
export default function LedgerPage({ loaderData }: Route.ComponentProps) {
  const { ledger, groups, territories, organisations, downloads, asked, search, country, isSignedIn } =
    loaderData;
  const say = useSay();
  return (
    <InPlace country={country} today={ledger.today}>
      <Page
        title={say('ledger.title')}
        lead={say(isSignedIn ? 'ledger.lead' : 'ledger.lead-open')}
        actions={
          <>
            <ButtonLink to={`/seguimiento/calendario${changed(search, { por: null })}`} icon="calendar">
              {say('ledger.calendar')}
            </ButtonLink>
            <ButtonLink look="quiet" to="/seguimiento/esperas">
              {say('ledger.waiting')}
            </ButtonLink>
            <ButtonLink look="quiet" to="/cumplimiento">
              {say('ledger.compliance')}
            </ButtonLink>
            {isSignedIn && (
              <ButtonLink look="quiet" to="/ciclos">
                {say('reporting.link-from-ledger')}
              </ButtonLink>
            )}
            {isSignedIn && (
              <ButtonLink look="quiet" to="/seguimiento/mi-calendario">
                {say('ledger.feeds')}
              </ButtonLink>
            )}
          </>
        }
      >
        {ledger.parties.length > 0 && <Sides ledger={ledger} search={search} />}
        <LedgerFilter
          asked={asked}
          side={ledger.side}
          parties={ledger.parties}
          territories={territories}
          organisations={organisations}
        />
        {groups !== null && asked.by ? (
          <GroupsTable groups={groups} by={asked.by} search={search} downloads={downloads} />
        ) : (
          <>
            <LedgerTable rows={ledger.items} side={ledger.side} downloads={downloads} />
            <Pagination next={ledger.next} count={ledger.items.length} />
          </>
        )}
      </Page>
    </InPlace>
  );
}

const sides = ['owe', 'owed', 'verify', 'oversee'] as const;

function Sides({ ledger, search }: { ledger: Ledger; search: string }) {
  const say = useSay();
  const countOf = (side: (typeof sides)[number]) => {
    const { count, isMore } = ledger.counts[side];
    return isMore ? say('ledger.count-more', { count }) : String(count);
  };
  return (
    <Tabs
      label={say('ledger.sides')}
      tabs={sides.map((side) => ({
        to: `/seguimiento${changed(search, { lado: side, estado: side === 'verify' ? 'delivered' : null })}`,
        title: say(`ledger.side.${side}`),
        isHere: ledger.side === side,
        count: countOf(side),
      }))}
    />
  );
}
