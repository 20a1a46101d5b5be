import type { Deed } from '#domain/access/deeds.ts';

/** One block of a dashboard: a view that was kept, a figure with its target, what was promised, or who has reported. */
export type Block =
  | { readonly kind: 'view'; readonly view: string }
  | { readonly kind: 'figure'; readonly indicator: string; readonly territory: string }
  | { readonly kind: 'compliance'; readonly territory: string }
  | { readonly kind: 'reports'; readonly territory: string };

export const blockKinds = [
  'view',
  'figure',
  'compliance',
  'reports',
] as const satisfies readonly Block['kind'][];

export const mostBlocks = 20;

/** The headline figure, which every country counts. */
const headline = 'ODS-16.1.1';

/** What whoever changed nothing finds on their dashboard, by what they do: first what they answer for. */
export function blocksOfRole(deeds: readonly Deed[], territory: string): Block[] {
  const reports: Block = { kind: 'reports', territory };
  const compliance: Block = { kind: 'compliance', territory };
  const figure: Block = { kind: 'figure', indicator: headline, territory };
  if (deeds.includes('edit-indicator')) return [reports, compliance, figure];
  if (deeds.includes('report-figures')) return [figure, reports, compliance];
  return [compliance, figure];
}
