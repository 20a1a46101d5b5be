import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Plan } from './plan-shapes.ts';

/** What a plan costs by source, year and currency. Nothing is added across currencies. */
export function BudgetTotals({ plan }: { plan: Plan }) {
  const say = useSay();
  const format = useFormat();
  if (plan.totals.length === 0) return <p>{say('plans.no-budget')}</p>;
  return (
    <>
      <ul>
        {plan.currencies.map(({ currency, cash, inKind }) => (
          <li key={currency}>
            {say('plans.currency-total', {
              cash: format.money(cash, currency, true),
              inKind: format.money(inKind, currency, true),
            })}
          </li>
        ))}
      </ul>
      <Table
        caption={say('plans.budget-caption')}
        rows={plan.totals}
        rowKey={(row) => [row.currency, row.year, row.sourceKind, row.kind].join(' ')}
        note={plan.currencies.length > 1 ? say('plans.currencies-apart') : undefined}
        columns={[
          {
            id: 'source',
            title: say('plans.source'),
            cell: (row) => say.dynamic(`plans.source.${row.sourceKind}`),
          },
          { id: 'year', title: say('plans.year'), cell: (row) => String(row.year) },
          {
            id: 'kind',
            title: say('plans.budget-kind'),
            cell: (row) => say.dynamic(`plans.budget-kind.${row.kind}`),
          },
          {
            id: 'amount',
            title: say('plans.amount'),
            isNumber: true,
            cell: (row) => format.money(row.amount, row.currency, true),
          },
        ]}
      />
    </>
  );
}
