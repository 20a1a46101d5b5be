import type { Answer } from '../api.ts';

type Ref = { readonly kind: 'organisation' | 'structure'; readonly id: string };

/** A row of the sheet as it was typed, and what the API said of it. */
export type SheetRow = {
  readonly isEmpty: boolean;
  readonly sent: {
    readonly who: string;
    readonly what: string;
    readonly forWhom: string;
    readonly dueOn: string;
    readonly proof: string;
    readonly whoRef: Ref | null;
    readonly forWhomRef: Ref | null;
  };
  readonly checked?: Answer<'checkCommitments'>['rows'][number] | undefined;
};

/** The fields of a row, in the order in which they are typed. */
export const sheetFields = ['who', 'what', 'forWhom', 'dueOn', 'proof'] as const;
export type SheetField = (typeof sheetFields)[number];

const fewest = 10;
const most = 40;

/** How many rows an address asks for. */
export function rowsAsked(text: string | null): number {
  const asked = Number(text ?? fewest);
  return Number.isInteger(asked) ? Math.min(most, Math.max(fewest, asked)) : fewest;
}

/** What a row's field is called in the form. */
export function fieldName(row: number, field: SheetField | 'whoRef' | 'forWhomRef'): string {
  return `r${row}-${field}`;
}

/** The rows of a form that was sent, the empty ones too. */
export function readSheetForm(form: FormData): SheetRow[] {
  const count = Math.min(60, Number(form.get('rows')) || 0);
  return Array.from({ length: count }, (_none, index) => {
    const text = (field: Parameters<typeof fieldName>[1]) => {
      const value = form.get(fieldName(index + 1, field));
      return typeof value === 'string' ? value.trim() : '';
    };
    const [who, what, forWhom, dueOn, proof] = sheetFields.map(text) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const sent = {
      who,
      what,
      forWhom,
      dueOn,
      proof,
      whoRef: refOf(text('whoRef')),
      forWhomRef: refOf(text('forWhomRef')),
    };
    return { isEmpty: [who, what, forWhom, dueOn, proof].every((value) => value === ''), sent };
  });
}

function refOf(text: string): Ref | null {
  const [kind, id] = text.split(' ');
  return (kind === 'organisation' || kind === 'structure') && id ? { kind, id } : null;
}
