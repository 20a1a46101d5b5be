import type { Day } from '#domain/shared/dates.ts';
import type { Problem } from '#domain/shared/refusal.ts';

export const successionKinds = ['split', 'renamed', 'merged', 'transferred'] as const;
export type SuccessionKind = (typeof successionKinds)[number];

/** One step in the history of territories: what came after what. */
export type Succession = {
  readonly predecessor: string;
  readonly successor: string;
  readonly onDate: Day | null;
  readonly kind: SuccessionKind;
};

/**
 * What became of a territory: everything that follows it, step by step, nearest first, each once.
 * @example whatBecameOf('0801', [{ predecessor: '0801', successor: '1301', … }]) // => ['1301']
 */
export function whatBecameOf(code: string, successions: readonly Succession[]): string[] {
  return follow(code, (from) =>
    successions.filter((one) => one.predecessor === from).map((one) => one.successor),
  );
}

/** What was there before a territory, nearest first, each once. */
export function whatWasBefore(code: string, successions: readonly Succession[]): string[] {
  return follow(code, (from) =>
    successions.filter((one) => one.successor === from).map((one) => one.predecessor),
  );
}

function follow(start: string, next: (code: string) => readonly string[]): string[] {
  const found = new Set<string>([start]);
  for (const code of found) for (const one of next(code)) found.add(one);
  found.delete(start);
  return [...found];
}

/** The faults of a history: what succeeds itself, or comes before what it comes from. */
export function problemsOfSuccessions(
  successions: readonly (Succession & { readonly row?: number })[],
): Problem[] {
  return successions.flatMap((one) => {
    const place = one.row === undefined ? {} : { row: one.row };
    if (one.predecessor === one.successor) {
      return [
        {
          code: 'territories.succeeds-itself',
          field: 'successor',
          ...place,
          values: { given: one.successor },
        },
      ];
    }
    const isCircle = whatBecameOf(one.successor, successions).includes(one.predecessor);
    return isCircle
      ? [
          {
            code: 'territories.succession-circle',
            field: 'successor',
            ...place,
            values: { given: one.successor },
          },
        ]
      : [];
  });
}
