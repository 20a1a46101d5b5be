import { data, Link } from 'react-router';
import { countedWordOf, isIndicatorCode, type IndicatorCode } from '#domain/compliance/indicators.ts';
import { countryOf } from '../actors/actor-shapes.ts';
import { countryOfPage, findPlace } from '../actors/territory-choices.ts';
import { address, call } from '../api.ts';
import { Empty } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { Pagination, Table, type Column, type Download } from '../design/table.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/cases.route';
import { addressOfCase, askedOf, type Case } from './compliance-shapes.ts';

export async function loader({ context, params: { code }, request }: Route.LoaderArgs) {
  if (!isIndicatorCode(code)) throw data({ code: 'compliance.unknown-indicator' }, 404);
  const query = new URL(request.url).searchParams;
  const wanted = query.get('territorio');
  const around = await countryOfPage(context, request, wanted === null ? null : countryOf(wanted));
  const territory = wanted || around.country?.reference || '';
  const asked = { territory, ...askedOf(request) };
  const after = query.get('despues') ?? undefined;
  const [cases, place] = await Promise.all([
    call(context, 'listComplianceCases', { code, ...asked, after }, request),
    findPlace(context, territory, request),
  ]);
  const file = (format: 'xlsx' | 'csv') => address(context, 'exportCompliance', { ...asked, code, format });
  const downloads: Download[] = [
    { format: 'XLSX', href: file('xlsx') },
    { format: 'CSV', href: file('csv') },
  ];
  query.delete('despues');
  return { code, cases, place, downloads, search: query.toString() };
}

/** The arithmetic of a figure: everything that was counted, and why it counts as it does. */
export default function CasesPage({ loaderData }: Route.ComponentProps) {
  const { code, cases, place, downloads, search } = loaderData;
  const say = useSay();
  return (
    <InPlace country={countryOf(place.reference)}>
      <Page
        title={say('compliance.cases-of', { name: say.dynamic(`compliance.indicator.${code}.whole`) })}
        lead={say.dynamic(`compliance.formula.${code}`)}
        crumbs={[
          {
            to: `/cumplimiento${search ? `?${search}` : ''}`,
            title: `${say('compliance.title')}: ${place.name}`,
          },
        ]}
      >
        {cases.items.length === 0 ? (
          <Empty title={say('compliance.cases-none')} />
        ) : (
          <CasesTable code={code} cases={cases.items} downloads={downloads} />
        )}
        <Pagination next={cases.next} count={cases.items.length} />
      </Page>
    </InPlace>
  );
}

const weightWords: Partial<Record<IndicatorCode, 'compliance.weighed-people' | 'compliance.weighed-seats'>> =
  {
    C1: 'compliance.weighed-people',
    C6: 'compliance.weighed-seats',
  };

function CasesTable({
  code,
  cases,
  downloads,
}: {
  code: IndicatorCode;
  cases: readonly Case[];
  downloads: readonly Download[];
}) {
  const say = useSay();
  const format = useFormat();
  const isOfDues = code === 'C2' || code === 'C3';
  const late: Column<Case> = {
    id: 'late',
    title: say(code === 'C20' ? 'compliance.column.days-after' : 'compliance.column.days-late'),
    isNumber: true,
    cell: (row) => format.number(row.daysLate),
  };
  const budget: Column<Case> = {
    id: 'budget',
    title: say('compliance.column.budget'),
    isNumber: true,
    cell: (row) => row.budget.map(({ currency, amount }) => format.money(amount, currency, true)).join('; '),
  };
  const days: Column<Case>[] = [
    late,
    {
      id: 'lost',
      title: say('compliance.column.days-lost'),
      isNumber: true,
      cell: (row) => format.number(row.daysLost),
    },
    {
      id: 'held',
      title: say('compliance.column.held-by'),
      cell: (row) =>
        row.heldBy.map(({ name, days: held }) => say('compliance.held', { name, days: held })).join('; '),
    },
  ];
  return (
    <Table
      caption={say('compliance.cases')}
      isCaptionHidden
      rows={cases}
      rowKey={(row) => row.id}
      downloads={downloads}
      columns={[
        {
          id: 'title',
          title: say('compliance.column.case'),
          cell: (row) => (
            <>
              <Link to={addressOfCase(row)}>{row.title}</Link>
              {row.example && ` (${say('ledger.example')})`}
            </>
          ),
        },
        {
          id: 'counted',
          title: say('compliance.column.counted'),
          cell: (row) => say.dynamic(`compliance.counted.${countedWordOf(code, row.counted)}`),
        },
        {
          id: 'why',
          title: say('compliance.column.why'),
          cell: (row) => say.dynamic(`compliance.why.${row.why}`),
        },
        { id: 'where', title: say('compliance.territory'), cell: (row) => row.territory.name },
        {
          id: 'on',
          title: say('compliance.column.on'),
          cell: (row) => (row.on === null ? '' : format.day(row.on)),
        },
        {
          id: 'weight',
          title: say(weightWords[code] ?? 'compliance.column.weight'),
          isNumber: true,
          cell: (row) => format.number(row.weight),
        },
        ...(isOfDues ? days : code === 'C20' ? [late] : code === 'C11' ? [budget] : []),
      ]}
    />
  );
}
