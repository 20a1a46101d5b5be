import { call, pageOfRequest } from '../api.ts';
import { ButtonLink, Buttons } from '../design/button.tsx';
import { Empty, Notice } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/month.route';
import { askedOf, changed } from './ledger-shapes.ts';
import { MonthTable } from './month-table.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { search, searchParams } = new URL(request.url);
  const { by: _, from: _from, to: _to, ...asked } = askedOf(request);
  const given = searchParams.get('mes') ?? '';
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(given) ? given : pageOfRequest(context).today.slice(0, 7);
  const shown = await call(context, 'getLedgerMonth', { ...asked, month }, request);
  return { month, shown, search };
}

/** A month as a grid: what falls due on each day, with the days on which several things of one party coincide. */
export default function MonthPage({ loaderData: { month, shown, search } }: Route.ComponentProps) {
  const say = useSay();
  const format = useFormat();
  const to = (other: string) => `/seguimiento/calendario${changed(search, { mes: other })}`;
  const title = format.month(`${month}-15`);
  return (
    <InPlace today={shown.today}>
      <Page
        title={title}
        lead={say('ledger.calendar-lead')}
        crumbs={[{ to: `/seguimiento${changed(search, { mes: null })}`, title: say('ledger.title') }]}
      >
        <Buttons>
          <ButtonLink look="quiet" to={to(monthFrom(month, -1))}>
            {say('ledger.month-before')}
          </ButtonLink>
          <ButtonLink look="quiet" to={to(monthFrom(month, 1))}>
            {say('ledger.month-after')}
          </ButtonLink>
        </Buttons>
        {shown.days.length === 0 && <Empty title={say('ledger.month-none')} />}
        {shown.isMore && <Notice>{say('ledger.month-more')}</Notice>}
        <MonthTable month={month} title={title} days={shown.days} today={shown.today} />
      </Page>
    </InPlace>
  );
}

function monthFrom(month: string, step: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7);
}
