import type { Language } from '#words/say.ts';
import type { Theme, Visitor } from '../page-context.ts';

/** What the frame around every page knows: the answer of the root's loader. */
export type Frame = {
  readonly language: Language;
  readonly theme: Theme;
  readonly mode: 'demo' | 'real';
  readonly origin: string;
  readonly timeZone: string;
  readonly today: string;
  readonly visitor: Visitor | null;
  readonly personKey: string;
  /** A new one for every drawing of the page: what a form is sent under is done once. */
  readonly formKey: string;
};

/** What a route says of itself to the frame: `export const handle: RouteHandle = { … }`. */
export type RouteHandle = {
  /** Without script, whoever asks: what is printed. */
  readonly script?: false;
  /** Without navigation and search: a sheet to print. */
  readonly frame?: false;
};

/** What anybody may read; whoever is not signed in is given it without script. */
const open = [
  'home/',
  'portal/',
  'territories/',
  'actors/',
  'strategy/',
  'documents/',
  'indicators/',
  'agreements/agreement',
  'commitments/commitment.route',
  'compliance/',
  'ledger/ledger.route',
  'reports/',
  'surveys/',
  'shell/help',
  'shell/search',
];

/** Whether the page of a route is sent with script. */
export function hasScript(
  matches: readonly { readonly id: string; readonly handle: unknown }[],
  visitor: Visitor | null,
): boolean {
  if (matches.some(({ handle }) => (handle as RouteHandle | undefined)?.script === false)) return false;
  return visitor !== null || !matches.some(({ id }) => open.some((room) => id.startsWith(room)));
}

/** Whether a visitor has one of these deeds. */
export function mayAny(visitor: Visitor | null, deeds: readonly string[]): boolean {
  return visitor !== null && deeds.some((deed) => visitor.deeds.includes(deed));
}
