/** What an item asks for. */
export const itemKinds = ['indicator', 'number', 'text', 'choice', 'yes-no', 'date', 'computed'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** One group of an indicator that is broken down: `{ key: 'sex=f', parts: { sex: 'f' }, label: 'Mujeres' }`. */
export type Crossing = {
  readonly key: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly label: string;
};

/**
 * How a figure that is shown but not asked for is worked out: a ratio from two figures of the same form (below the line null: the people
 * who live there), or a process indicator that the system counts itself, by its rule.
 */
export type Formula =
  | {
      readonly kind: 'ratio';
      readonly numerator: string;
      readonly denominator: string | null;
      readonly multiplier: number;
    }
  | { readonly kind: 'process'; readonly rule: string };

/** One thing that is asked: the figure of an indicator, or a question; or a figure that is worked out and only shown. */
export type Item = {
  readonly key: string;
  readonly kind: ItemKind;
  /** The code of the indicator; null for a question. */
  readonly indicator: string | null;
  readonly label: string;
  readonly help: string | null;
  readonly unit: string | null;
  readonly decimals: number;
  readonly required: boolean;
  /** What is outside is questioned; it may be so, with a reason. */
  readonly low: number | null;
  readonly high: number | null;
  /** What cannot be: a negative count, a percentage of 130. */
  readonly least: number | null;
  readonly most: number | null;
  readonly choices: readonly { readonly key: string; readonly label: string }[];
  /** Of what is worked out; null of what is asked. */
  readonly formula: Formula | null;
  readonly dimensions: readonly string[];
  readonly crossings: readonly Crossing[];
};

export type Section = {
  readonly key: string;
  readonly title: string;
  readonly help: string | null;
  readonly items: readonly Item[];
};

export const ruleKinds = ['sum-equals', 'at-most', 'ratio'] as const;

/**
 * What must hold between figures: the sum of `left` equals, is at most, or stands in a ratio between `low` and `high` to the sum of
 * `right`. A name is that of an item, meaning all its cells, or of one cell.
 */
export type Rule = {
  readonly key: string;
  readonly kind: (typeof ruleKinds)[number];
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly low: number | null;
  readonly high: number | null;
  /** The rule in words, as people are told it. */
  readonly words: string;
};

export type Form = { readonly sections: readonly Section[]; readonly rules: readonly Rule[] };

/** One place for one answer: an item, or one group of it. */
export type FormCell = {
  readonly cell: string;
  readonly item: Item;
  readonly section: Section;
  readonly crossing: Crossing | null;
};

/** Every cell of a form, in the order in which it is filled in. What is worked out has none: nobody answers it. */
export function cellsOf(form: Form): FormCell[] {
  return form.sections.flatMap((section) =>
    section.items.filter(isAsked).flatMap((item): FormCell[] =>
      item.crossings.length === 0
        ? [{ cell: item.key, item, section, crossing: null }]
        : item.crossings.map((crossing) => ({
            cell: `${item.key}/${crossing.key}`,
            item,
            section,
            crossing,
          })),
    ),
  );
}

/** Whether an item is answered by somebody. */
export function isAsked(item: Pick<Item, 'kind'>): boolean {
  return item.kind !== 'computed';
}

/** Whether an item is answered by a number. */
export function isNumeric(item: Pick<Item, 'kind'>): boolean {
  return item.kind === 'indicator' || item.kind === 'number';
}

/** The cells that a name in a rule means: those of an item, or the one of that name. */
export function cellsNamed(cells: readonly FormCell[], name: string): FormCell[] {
  return cells.filter((one) => one.cell === name || one.item.key === name);
}

/** Names in rules that no figure of the form has. */
export function unknownNames(form: Form): string[] {
  const cells = cellsOf(form);
  return form.rules
    .flatMap((rule) => [...rule.left, ...rule.right])
    .filter((name) => !cellsNamed(cells, name).some(({ item }) => isNumeric(item)));
}

/** How a group of an indicator is named: dimensions in alphabetical order, `age=15-17&sex=f`. */
export function crossingKey(parts: Readonly<Record<string, string>>): string {
  return Object.keys(parts)
    .toSorted()
    .map((dimension) => `${dimension}=${parts[dimension]}`)
    .join('&');
}
