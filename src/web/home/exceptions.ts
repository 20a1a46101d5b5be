import type { Situation, ToCall } from './home-shapes.ts';

type Lacking = Situation['lacking'][number];
type Vacancy = NonNullable<Situation['vacancies']>[number];
type Ending = NonNullable<Situation['terms']>[number];

/** One thing that needs attention. */
export type Exception =
  | { readonly kind: 'lacking'; readonly key: string; readonly call: ToCall; readonly about: Lacking }
  | { readonly kind: 'vacant'; readonly key: string; readonly call: ToCall; readonly about: Vacancy }
  | {
      readonly kind: 'ended' | 'ending';
      readonly key: string;
      readonly call: ToCall;
      readonly about: readonly [Ending, ...Ending[]];
    }
  | { readonly kind: 'unused'; readonly key: string; readonly call: null; readonly about: Situation };

/**
 * What needs attention, ranked by what it holds back: terms that nobody follows, boards that nobody chairs,
 * what a rule demands, other vacancies, what ends soon, and who was invited and has not entered.
 */
export function exceptionsOf(situation: Situation): readonly Exception[] {
  const terms = situation.terms ?? [];
  const vacancies = situation.vacancies ?? [];
  const isHeadless = (one: Vacancy) => one.vacant.some((seat) => seat.role === 'chair');
  return [
    ...together('ended', terms),
    ...vacancies.filter(isHeadless).map(vacancy),
    ...situation.lacking.map((about): Exception => {
      const call = about.territories.find((one) => one.call !== null)?.call ?? null;
      return { kind: 'lacking', key: about.norm, call, about };
    }),
    ...vacancies.filter((one) => !isHeadless(one)).map(vacancy),
    ...together('ending', terms),
    ...(situation.invitationsUnused > 0
      ? [{ kind: 'unused', key: 'unused', call: null, about: situation } as const]
      : []),
  ];
}

function vacancy(about: Vacancy): Exception {
  return { kind: 'vacant', key: about.structure.id, call: about.call, about };
}

/** Terms of one structure or institution that end on one day are one matter. */
function together(kind: 'ended' | 'ending', terms: readonly Ending[]): Exception[] {
  const grouped = new Map<string, [Ending, ...Ending[]]>();
  for (const term of terms.filter((one) => one.hasEnded === (kind === 'ended'))) {
    const key = `${term.what}-${term.within.id}-${term.on}`;
    const before = grouped.get(key);
    grouped.set(key, before ? [...before, term] : [term]);
  }
  return [...grouped].map(([key, about]) => ({ kind, key, call: about[0].call, about }));
}
