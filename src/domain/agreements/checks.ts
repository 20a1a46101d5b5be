import type { Day } from '#domain/shared/dates.ts';
import { isWithin } from '#domain/shared/dates.ts';
import { isSumOf, type CountedLine, type Sum } from './budget.ts';
import type { FrameworkBearing } from './framework.ts';
import { openGates, type GateFact } from './gates.ts';
import type { AgreementTemplate, ClauseType } from './template-schema.ts';
import { endOfTerm, lastDayOfTerm, type Term } from './term.ts';
import type { AgreementKind, PartyRole } from './vocabulary.ts';

/** What is looked at in a draft. Words: `problem.agreements.check-<code>`. */
export const checkCodes = [
  'too-few-parties',
  'party-gone',
  'representative-missing',
  'representative-ended',
  'competence-unsaid',
  'object-missing',
  'scope-missing',
  'term-missing',
  'term-too-long',
  'framework-over',
  'framework-ends-first',
  'need-or-reason',
  'no-lines',
  'clause-required',
  'clause-recommended',
  'clause-unused',
  'place-empty',
  'remarks-open',
  'no-commitments',
  'commitment-ownerless',
  'commitment-vague',
  'commitment-past',
  'commitment-outside-term',
  'budget-not-the-sum',
  'gate-missing',
  'copied',
] as const;
export type CheckCode = (typeof checkCodes)[number];

/** Where in the agreement a check points. Words: `agreements.place.<place>`. */
export const checkPlaces = ['parties', 'whole', 'clauses', 'commitments', 'budget', 'gates'] as const;
export type CheckPlace = (typeof checkPlaces)[number];

/** One thing that is amiss: what blocks must be put right before legal review, what warns may stay. */
export type Check = {
  readonly code: CheckCode;
  readonly blocks: boolean;
  readonly place: CheckPlace;
  /** The party, clause or commitment that it is about. */
  readonly id: string | null;
  readonly values: Readonly<Record<string, string | number>>;
};

export type CheckedParty = {
  readonly id: string;
  readonly name: string;
  readonly role: PartyRole;
  readonly holderStanding: string;
  /** Whether somebody, or at least an office, is named to sign. */
  readonly isRepresented: boolean;
  /** What empowers it to agree to this. */
  readonly competence: string | null;
  /** The terms of whoever signs, in this party; null where nobody is named by person. */
  readonly terms: readonly { readonly from: Day; readonly to: Day | null }[] | null;
};
export type CheckedClause = {
  readonly id: string;
  readonly type: ClauseType;
  readonly title: string;
  readonly gaps: readonly string[];
  readonly openRemarks: number;
  readonly statedTotals: readonly Sum[] | null;
};
export type CheckedCommitment = {
  readonly id: string;
  readonly what: string;
  readonly responsibleOffice: string | null;
  readonly dueOn: Day;
  readonly quality: number;
};
export type CheckedAgreement = {
  readonly kind: AgreementKind;
  readonly language: 'es' | 'en';
  readonly object: string | null;
  readonly term: Term;
  readonly template: AgreementTemplate;
  readonly parties: readonly CheckedParty[];
  readonly clauses: readonly CheckedClause[];
  readonly commitments: readonly CheckedCommitment[];
  readonly budget: readonly CountedLine[];
  readonly places: number;
  readonly needs: number;
  readonly noNeedReason: string | null;
  readonly lines: number;
  /** The framework that it hangs from, and how that bears upon it. */
  readonly framework: { readonly title: string; readonly bearing: FrameworkBearing } | null;
  readonly gates: readonly GateFact[];
  readonly coversIndigenous: boolean;
  /** The agreement that this one was copied from, as far as the words say so. */
  readonly copiedFrom: { readonly title: string; readonly share: number } | null;
  readonly today: Day;
};

/** All that is amiss in an agreement before it is signed, what blocks first. An addendum is only looked at for its parties and its money. */
export function checksOf(agreement: CheckedAgreement): Check[] {
  const found = [
    ...checkParties(agreement),
    ...(agreement.kind === 'addendum'
      ? []
      : [
          ...checkWhole(agreement),
          ...checkClauses(agreement),
          ...checkCommitments(agreement),
          ...checkGates(agreement),
        ]),
    ...checkBudget(agreement),
  ];
  return [...found.filter(({ blocks }) => blocks), ...found.filter(({ blocks }) => !blocks)];
}

type More = { readonly id?: string; readonly values?: Check['values'] };

function check(code: CheckCode, blocks: boolean, place: CheckPlace, more: More = {}): Check {
  return { code, blocks, place, id: more.id ?? null, values: more.values ?? {} };
}

function checkParties({ parties, template, today }: CheckedAgreement): Check[] {
  const found: Check[] = [];
  const { minimum, sayCompetence = false } = template.parties;
  if (parties.length < minimum)
    found.push(check('too-few-parties', true, 'parties', { values: { minimum, count: parties.length } }));
  for (const { id, name, holderStanding, isRepresented, competence, terms } of parties) {
    const about = { id, values: { name } };
    if (holderStanding !== 'active') found.push(check('party-gone', true, 'parties', about));
    if (!isRepresented) found.push(check('representative-missing', false, 'parties', about));
    if (sayCompetence && competence === null) found.push(check('competence-unsaid', false, 'parties', about));
    if (terms !== null && !terms.some((term) => isWithin(term, today)))
      found.push(check('representative-ended', true, 'parties', about));
  }
  return found;
}

function checkWhole(agreement: CheckedAgreement): Check[] {
  const found: Check[] = [];
  const { needs, noNeedReason, copiedFrom } = agreement;
  if (agreement.object === null) found.push(check('object-missing', true, 'whole'));
  if (agreement.places === 0) found.push(check('scope-missing', true, 'whole'));
  found.push(...checkTerm(agreement), ...checkFramework(agreement));
  if (needs === 0 && noNeedReason === null) found.push(check('need-or-reason', true, 'whole'));
  if (agreement.lines === 0) found.push(check('no-lines', false, 'whole'));
  if (copiedFrom !== null && needs === 0) {
    const values = { title: copiedFrom.title, share: Math.round(copiedFrom.share * 100) };
    found.push(check('copied', false, 'whole', { values }));
  }
  return found;
}

function checkTerm({ term, template, today }: CheckedAgreement): Check[] {
  const { maxMonths } = template.term;
  const end = endOfTerm(term, today);
  if (end === null) return [check('term-missing', true, 'whole')];
  const isTooLong = maxMonths !== null && end > lastDayOfTerm(term.effectiveOn ?? today, maxMonths);
  return isTooLong ? [check('term-too-long', true, 'whole', { values: { months: maxMonths } })] : [];
}

function checkFramework({ framework }: CheckedAgreement): Check[] {
  if (framework === null || framework.bearing === 'stands') return [];
  const about = { values: { title: framework.title } };
  return framework.bearing === 'over'
    ? [check('framework-over', true, 'whole', about)]
    : [check('framework-ends-first', false, 'whole', about)];
}

function checkClauses(agreement: CheckedAgreement): Check[] {
  const { clauses, template } = agreement;
  const found = [
    ...missingClauses(agreement, 'required').map((values) =>
      check('clause-required', true, 'clauses', { values }),
    ),
    ...missingClauses(agreement, 'recommended').map((values) =>
      check('clause-recommended', false, 'clauses', { values }),
    ),
  ];
  for (const { id, type, title, gaps, openRemarks } of clauses) {
    if (template.unused.includes(type))
      found.push(check('clause-unused', false, 'clauses', { id, values: { title } }));
    for (const gap of gaps) found.push(check('place-empty', true, 'clauses', { id, values: { title, gap } }));
    if (openRemarks > 0)
      found.push(check('remarks-open', false, 'clauses', { id, values: { title, count: openRemarks } }));
  }
  return found;
}

// One of a type is enough: an instrument may offer several wordings of it.
function missingClauses({ clauses, template, language }: CheckedAgreement, need: 'required' | 'recommended') {
  const present = new Set(clauses.map(({ type }) => type));
  const missing = new Map<ClauseType, string>();
  for (const one of template.clauses)
    if (one.need === need && !present.has(one.type) && !missing.has(one.type))
      missing.set(one.type, one.title[language]);
  return [...missing].map(([type, title]) => ({ type, title }));
}

/** Below this the wording of a commitment is vague. */
const clearWording = 4;

function checkCommitments({ commitments, term, today, kind }: CheckedAgreement): Check[] {
  if (commitments.length === 0)
    return kind === 'framework' ? [] : [check('no-commitments', false, 'commitments')];
  const end = endOfTerm(term, today);
  return commitments.flatMap(({ id, what, responsibleOffice, dueOn, quality }) => {
    const found: Check[] = [];
    const about = { id, values: { what } };
    if (responsibleOffice === null) found.push(check('commitment-ownerless', false, 'commitments', about));
    if (quality < clearWording) found.push(check('commitment-vague', false, 'commitments', about));
    if (dueOn < today) found.push(check('commitment-past', true, 'commitments', about));
    if (end !== null && dueOn > end) found.push(check('commitment-outside-term', true, 'commitments', about));
    return found;
  });
}

function checkBudget({ clauses, budget }: CheckedAgreement): Check[] {
  return clauses.flatMap(({ id, title, statedTotals }) =>
    statedTotals === null || isSumOf(statedTotals, budget)
      ? []
      : [check('budget-not-the-sum', true, 'budget', { id, values: { title } })],
  );
}

function checkGates(agreement: CheckedAgreement): Check[] {
  const hasMoney = agreement.budget.some(({ kind, amount }) => kind === 'cash' && Number(amount) > 0);
  const { template, gates, coversIndigenous } = agreement;
  return openGates(template, gates, { hasMoney, coversIndigenous }).map(({ kind, before, isRequired }) =>
    check('gate-missing', isRequired && before === 'legal-review', 'gates', {
      values: { gate: kind, before },
    }),
  );
}
