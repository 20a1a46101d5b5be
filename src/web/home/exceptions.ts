import type { Situation, ToCall } from './home-shapes.ts';

type Lacking = Situation['lacking'][number];
type Vacancy = NonNullable<Situation['vacancies']>[number];
type Ending = NonNullable<Situation['terms']>[number];

/** One thing that needs attention. */
export type Exception =
  | { readonly kind: 'lacking'; readonly key: string; readonly call: ToCall; readonly about: Lacking }
  | { readonly kind: 'vacant'; readonly key: string; readonly call: ToCall; readonly about: Vacancy }
  | { readonly kind: 'ended' | 'ending'; readonly key: string; readonly call: ToCall; readonly about: Ending }
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
    ...terms.filter((term) => term.hasEnded).map((about) => term('ended', about)),
    ...vacancies.filter(isHeadless).map(vacancy),
    ...situation.lacking.map((about): Exception => {
      const call = about.territories.find((one) => one.call !== null)?.call ?? null;
      return { kind: 'lacking', key: about.norm, call, about };
    }),
    ...vacancies.filter((one) => !isHeadless(one)).map(vacancy),
    ...terms.filter((one) => !one.hasEnded).map((about) => term('ending', about)),
    ...(situation.invitationsUnused > 0
      ? [{ kind: 'unused', key: 'unused', call: null, about: situation } as const]
      : []),
  ];
}

function vacancy(about: Vacancy): Exception {
  return { kind: 'vacant', key: about.structure.id, call: about.call, about };
}

function term(kind: 'ended' | 'ending', about: Ending): Exception {
  return { kind, key: `${about.what}-${about.within.id}-${about.title}`, call: about.call, about };
}
