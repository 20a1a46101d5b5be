/** How far ahead a brief looks at what falls due. */
export const briefDaysAhead = 90;

/** How far ahead a brief looks at agreements that end. */
export const briefEndsWithin = 180;

/** What is being written, as a brief lists it. Words: `handing-over.draft.<kind>`. */
export const draftKinds = ['commitment', 'plan', 'strategy', 'need', 'inventory-import'] as const;
export type DraftKind = (typeof draftKinds)[number];

/** The page of a draft. */
export function pathOfDraft(draft: {
  readonly kind: DraftKind;
  readonly id: string;
  readonly withinId: string | null;
}): string {
  switch (draft.kind) {
    case 'commitment':
      return `/compromisos/${draft.id}`;
    case 'plan':
      return `/planes/${draft.id}`;
    case 'strategy':
      return `/estrategia/${draft.withinId ?? ''}/versiones/${draft.id}`;
    case 'need':
      return `/necesidades/${draft.id}`;
    default:
      return `/inventario/importar/${draft.id}`;
  }
}
