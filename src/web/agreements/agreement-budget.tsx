import { Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import type { Agreement } from './agreement-shapes.ts';
import { Money } from './agreement-text.tsx';

/** What each party brings, by year; nothing is added across currencies. */
export function Budget({ agreement }: { agreement: Agreement }) {
  const say = useSay();
  const { budget, sums, partyList } = agreement;
  if (budget.length === 0) return null;
  const nameOf = (id: string) => partyList.find((party) => party.id === id)?.holder.name ?? '';
  return (
    <Section title={say('agreement-pages.budget')}>
      <Table
        caption={say('agreement-pages.budget')}
        isCaptionHidden
        rows={budget}
        rowKey={(line) => line.id}
        columns={[
          { id: 'party', title: say('agreement-pages.party'), cell: (line) => nameOf(line.partyId) },
          { id: 'year', title: say('agreement-pages.year'), cell: (line) => String(line.year) },
          {
            id: 'kind',
            title: say('agreement-pages.brings'),
            cell: (line) => say.dynamic(`agreements.budget-kind.${line.kind}`),
          },
          {
            id: 'source',
            title: say('agreement-pages.source'),
            cell: (line) => [line.source, line.budgetCode].filter(Boolean).join(' · '),
          },
          {
            id: 'amount',
            title: say('agreement-pages.amount'),
            isNumber: true,
            cell: (line) => <Money amount={line.amount} currency={line.currency} />,
          },
        ]}
      />
      <ul>
        {sums.byYear.map(({ year, currency, amount }) => (
          <li key={`${year} ${currency}`}>
            {year}: <Money amount={amount} currency={currency} />
          </li>
        ))}
        {sums.byCurrency.map(({ currency, amount }) => (
          <li key={currency}>
            <strong>
              {say('agreement-pages.total')}: <Money amount={amount} currency={currency} />
            </strong>
          </li>
        ))}
      </ul>
    </Section>
  );
}
