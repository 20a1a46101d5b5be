import { Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
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
        {agreement.together && <Together together={agreement.together} />}
      </ul>
      {sums.byCurrency.length > 1 && agreement.together === null && <p>{say('agreement-pages.no-rate')}</p>}
    </Section>
  );
}

/** All of it in one currency, and the rates without which it could not be told. */
function Together({ together }: { together: NonNullable<Agreement['together']> }) {
  const say = useSay();
  const format = useFormat();
  return (
    <li>
      {say('agreement-pages.together')}: <Money amount={together.amount} currency={together.currency} />
      {together.rates.map((rate) => (
        <small key={`${rate.from} ${rate.to}`}>
          {' '}
          {say('agreement-pages.at-rate', {
            from: rate.from,
            to: rate.to,
            rate: format.number(Number(rate.rate), 4),
            day: format.day(rate.on),
            source: rate.source,
          })}
        </small>
      ))}
    </li>
  );
}
