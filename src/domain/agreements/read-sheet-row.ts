import { fold } from '#domain/shared/fold.ts';
import { referenceOf, type NamedParty } from './party-names.ts';
import type { SheetField } from './sheet-fields.ts';
import type { Resolution, SheetDraft, SheetProblem, SheetRow, SheetRules } from './sheet-shapes.ts';

/** What makes a row the same commitment when the list comes again: who owes what by when. */
export function keyOfRow(obligorId: string, what: string, dueOn: string): string {
  return `${obligorId} ${dueOn} ${fold(what)}`.slice(0, 500);
}

type RowReading = { readonly draft: SheetDraft | null; readonly problems: readonly SheetProblem[] };

/** What one row says, or everything that has to be put right in it. */
export function readSheetRow(
  row: SheetRow,
  resolutions: readonly Resolution[],
  rules: SheetRules,
): RowReading {
  const problems: SheetProblem[] = [];
  const fault = (
    code: SheetProblem['code'],
    field: SheetField | null,
    text: string | null,
    suggestions: readonly Resolution[],
  ) => void problems.push({ code, rows: [row.row], field, text, suggestions });
  const { cells } = row;
  if (cells.what === null) fault('no-what', 'what', null, [{ kind: 'skip', row: row.row }]);
  const obligors = partiesIn('obligor', row, resolutions, rules, fault);
  const beneficiaries = partiesIn('beneficiary', row, resolutions, rules, fault);
  const due = dueOf(row, resolutions, rules, fault);
  const proof = cells.proof ?? defaultOf(resolutions, 'proof');
  if (proof === null)
    fault('no-proof', 'proof', null, [{ kind: 'default', field: 'proof', value: rules.usualProof }]);
  const isConfirmed = resolutions.some((one) => one.kind === 'confirm-text' && one.row === row.row);
  if (row.personal.length > 0 && !isConfirmed)
    fault('personal-text', 'what', row.personal.join(', '), [
      { kind: 'skip', row: row.row },
      { kind: 'confirm-text', row: row.row },
    ]);
  const [obligor, ...coObliged] = obligors ?? [];
  if (
    cells.what === null ||
    !obligor ||
    beneficiaries === null ||
    due === null ||
    proof === null ||
    problems.length > 0
  )
    return { draft: null, problems };
  const beneficiary = beneficiaries[0] ?? null;
  const parties = [...(obligors ?? []), ...beneficiaries];
  if (!rules.mayEnter(parties)) {
    fault('not-yours', 'obligor', cells.obligor, [{ kind: 'skip', row: row.row }]);
    return { draft: null, problems };
  }
  return { draft: draftOf(row, { what: cells.what, obligor, coObliged, beneficiary, due, proof }), problems };
}

function draftOf(
  { row, cells, start }: SheetRow,
  said: {
    readonly what: string;
    readonly obligor: NamedParty;
    readonly coObliged: readonly NamedParty[];
    readonly beneficiary: NamedParty | null;
    readonly due: { readonly day: string; readonly isFilledIn: boolean };
    readonly proof: string;
  },
): SheetDraft {
  const { due, ...rest } = said;
  return {
    ...rest,
    row,
    key: keyOfRow(said.obligor.id, said.what, due.day),
    dueOn: due.day,
    startsOn: start !== null && 'day' in start && start.day <= due.day ? start.day : null,
    place: cells.place,
    quantity: cells.quantity,
    unit: cells.unit,
    office: cells.office,
    isDueFilledIn: due.isFilledIn,
  };
}

type Fault = (
  code: SheetProblem['code'],
  field: SheetField | null,
  text: string | null,
  suggestions: readonly Resolution[],
) => void;

function defaultOf(resolutions: readonly Resolution[], field: string): string | null {
  const found = resolutions.findLast((one) => one.kind === 'default' && one.field === field);
  return found?.kind === 'default' ? found.value : null;
}

function partiesIn(
  field: 'obligor' | 'beneficiary',
  row: SheetRow,
  resolutions: readonly Resolution[],
  rules: SheetRules,
  fault: Fault,
): readonly NamedParty[] | null {
  const text = row.cells[field];
  if (text === null) return defaultParty(field, row, resolutions, rules, fault);
  const resolved = resolutions.findLast((one) => one.kind === 'party' && fold(one.text) === fold(text));
  const chosen = resolved?.kind === 'party' ? rules.partyOf(resolved.party) : undefined;
  if (chosen) return [chosen];
  const reading = rules.find(text);
  if ('found' in reading) return reading.found;
  const suggestions = reading.likely.map((party): Resolution => ({
    kind: 'party',
    text,
    party: referenceOf(party),
  }));
  fault(reading.isAmbiguous ? 'several-parties' : 'unknown-party', field, text, suggestions);
  return null;
}

function defaultParty(
  field: 'obligor' | 'beneficiary',
  row: SheetRow,
  resolutions: readonly Resolution[],
  rules: SheetRules,
  fault: Fault,
): readonly NamedParty[] | null {
  const chosen = rules.partyOf(defaultOf(resolutions, field) ?? '');
  if (chosen) return [chosen];
  const { usualBeneficiary } = rules;
  const usual: Resolution[] =
    field === 'beneficiary' && usualBeneficiary !== null
      ? [{ kind: 'default', field, value: referenceOf(usualBeneficiary) }]
      : [];
  const suggestions: Resolution[] = field === 'obligor' ? [{ kind: 'skip', row: row.row }] : usual;
  fault(field === 'obligor' ? 'no-obligor' : 'no-beneficiary', field, null, suggestions);
  return null;
}

function dueOf(
  row: SheetRow,
  resolutions: readonly Resolution[],
  { term }: SheetRules,
  fault: Fault,
): { readonly day: string; readonly isFilledIn: boolean } | null {
  const own = resolutions.findLast((one) => one.kind === 'due' && one.row === row.row);
  const given = defaultOf(resolutions, 'due');
  const end: Resolution[] = term.to === null ? [] : [{ kind: 'due', row: row.row, day: term.to }];
  const read =
    own?.kind === 'due'
      ? { day: own.day, isFilledIn: false }
      : (row.due ?? (given === null ? null : { day: given, isFilledIn: true }));
  if (read === null) {
    fault('no-due', 'due', null, end);
    return null;
  }
  if ('fault' in read) {
    const likely: Resolution[] =
      read.likely === null ? end : [{ kind: 'due', row: row.row, day: read.likely }];
    fault(read.fault === 'due-repeats' ? 'due-repeats' : 'due-unreadable', 'due', row.cells.due, likely);
    return null;
  }
  const isOutside = (term.from !== null && read.day < term.from) || (term.to !== null && read.day > term.to);
  if (!isOutside) return read;
  fault(
    'due-outside-term',
    'due',
    read.day,
    term.to !== null && read.day > term.to ? end : [{ kind: 'skip', row: row.row }],
  );
  return null;
}
