import { isOver } from '#domain/agreements/framework.ts';
import { call } from '../api.ts';
import type { Option } from '../design/field.tsx';

type Context = Parameters<typeof call>[0];

/** What an agreement of a territory may name: the needs there, the lines of the strategy, the frameworks it may hang from, the commissions that may follow it. */
export type Choices = {
  readonly needs: readonly { readonly id: string; readonly problem: string; readonly where: string }[];
  readonly lines: readonly { readonly id: string; readonly title: string }[];
  readonly frameworks: readonly Option[];
  readonly commissions: readonly Option[];
};

/** The choices of the form of an agreement. */
export async function choicesFor(context: Context, territory: string, request: Request): Promise<Choices> {
  const [needs, frameworks, actors, lines] = await Promise.all([
    call(context, 'listNeeds', { territory, limit: 60 }, request),
    call(
      context,
      'listAgreements',
      { territory: territory.slice(0, 2), kind: 'framework', limit: 100 },
      request,
    ),
    call(context, 'getTerritoryActors', { territory }, request),
    call(context, 'listStrategyLines', { country: territory.slice(0, 2) }, request),
  ]);
  const structures = [actors, ...actors.above].flatMap((level) => level.structures);
  return {
    needs: needs.items.map(({ id, problem, territory: place }) => ({ id, problem, where: place.name })),
    lines: lines.items.map(({ threadId, code, title, path }) => ({
      id: threadId,
      title: `${code === null ? '' : `${code}. `}${title}${path[0] ? ` (${path[0]})` : ''}`,
    })),
    frameworks: frameworks.items
      .filter(({ standing }) => !isOver(standing))
      .map(({ id, title }) => ({ value: id, label: title })),
    commissions: structures.map(({ id, name }) => ({ value: id, label: name })),
  };
}
