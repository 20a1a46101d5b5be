import { ledgerGroupings, ledgerStates } from '#domain/commitments/ledger-filter.ts';
import { ledgerSides } from '#domain/commitments/next-action.ts';
import type { Say } from '#words/say.ts';
import type { Answer } from '../api.ts';

export type Ledger = Answer<'listLedger'>;
export type LedgerRow = Ledger['items'][number];
export type Groups = Answer<'groupLedger'>;

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isDay = /^\d{4}-\d{2}-\d{2}$/;
const isReference = /^[A-Z]{2}(-[0-9A-Z]{1,12})?$/;

/** What the address asks for: unknown words ask for nothing. */
export function askedOf(request: Request) {
  const asked = new URL(request.url).searchParams;
  const fitting = (name: string, form: RegExp) => {
    const given = asked.get(name) ?? '';
    return form.test(given) ? given : undefined;
  };
  const oneOf = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === asked.get(name));
  return {
    side: oneOf('lado', ledgerSides),
    as: fitting('como', isId),
    territory: fitting('territorio', isReference),
    agreement: fitting('convenio', isId),
    party: fitting('quien', isId),
    line: fitting('linea', isId),
    state: oneOf('estado', ledgerStates) ?? ('open' as const),
    from: fitting('desde', isDay),
    to: fitting('hasta', isDay),
    text: asked.get('texto')?.trim().slice(0, 200) || undefined,
    by: oneOf('por', ledgerGroupings),
  };
}

export type Asked = ReturnType<typeof askedOf>;

/** The page of a commitment. */
export function addressOfCommitment(id: string): string {
  return `/compromisos/${id}`;
}

/** The state of a line in words: "Vencido hace 12 días". */
export function stateInWords(say: Say, row: Pick<LedgerRow, 'state' | 'days'>): string {
  return say.dynamic(`ledger.state-of.${row.state}`, { days: Math.abs(row.days ?? 0) });
}

/** An address of the ledger with something changed in what it asks; a page further on is left behind. */
export function changed(search: string, change: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(search);
  query.delete('despues');
  for (const [name, value] of Object.entries(change)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return query.size > 0 ? `?${query}` : '';
}
