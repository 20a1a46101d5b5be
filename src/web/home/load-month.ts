import { call, pageOfRequest, type Answer } from '../api.ts';

type Context = Parameters<typeof call>[0];

/** What somebody has to do, is owed and verifies until the month ends, and whatever is late already. */
export type Month = {
  readonly today: string;
  readonly owe: Answer<'listLedger'>;
  readonly owed: Answer<'listLedger'>;
  readonly verify: Answer<'listLedger'>;
  readonly reports: Answer<'listReportCycles'>['mine'];
};

/** Reads the month of one party, or of all for whom whoever asks acts; what they owe also beyond it, where all is asked for. */
export async function loadMonth(
  context: Context,
  request: Request,
  as?: string,
  until: 'month' | 'all' = 'month',
): Promise<Month> {
  const { today } = pageOfRequest(context);
  const to = until === 'month' ? lastOfMonth(today) : undefined;
  const [owe, owed, verify, reports] = await Promise.all([
    call(context, 'listLedger', { side: 'owe', as, to, limit: until === 'month' ? 6 : 15 }, request),
    call(context, 'listLedger', { side: 'owed', as, to: lastOfMonth(today), limit: 4 }, request),
    call(context, 'listLedger', { side: 'verify', as, state: 'delivered', limit: 4 }, request),
    call(context, 'listReportCycles', { limit: 1 }, request),
  ]);
  return { today, owe, owed, verify, reports: reports.mine.slice(0, 4) };
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The agreements of a party, or those of a territory where whoever asks acts for nobody, as far as they still matter. */
export async function loadAgreements(
  context: Context,
  request: Request,
  of: { readonly party: string | undefined; readonly territory: string },
) {
  const asked = of.party === undefined ? { territory: of.territory } : { party: of.party };
  const { items } = await call(context, 'listAgreements', { ...asked, limit: 20 }, request);
  const over = new Set(['expired', 'closed', 'abandoned', 'annulled']);
  return items.filter(({ standing, kind }) => !over.has(standing) && kind !== 'addendum').slice(0, 6);
}

/** The plans of a territory or of whoever owns them that are not over. */
export async function loadPlans(
  context: Context,
  request: Request,
  of: { readonly territory: string } | { readonly owner: string },
) {
  const { items } = await call(context, 'listPlans', { ...of, below: 'no', limit: 6 }, request);
  return items.filter(({ standing }) => standing !== 'ended' && standing !== 'annulled').slice(0, 3);
}
