import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf } from '#contract/operation.ts';
import { findActiveParties } from '#database/commitments/choice-views.ts';
import type { PartyRow } from '#database/commitments/party-views.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import type { PartyRef } from '#domain/commitments/commitment.ts';
import { matchNames } from '#domain/commitments/name-matching.ts';
import { parseTypedDay } from '#domain/commitments/typed-day.ts';
import { scoreWording, type WordingScore } from '#domain/commitments/wording-score.ts';
import { Refusal, type Problem } from '#domain/shared/refusal.ts';
import type { Context, Transaction } from '../context.ts';
import { prepareDraft, type CommitmentDraft } from './add-commitments.ts';
import type { PartyBook } from './resolve-parties.ts';
import { surroundings, type Surroundings } from './surroundings.ts';

type Body = Pick<
  InputOf<typeof commitmentsOperations.checkCommitments>['body'],
  'country' | 'agreementId' | 'planActionId' | 'rows' | 'confirmText'
>;
type Row = Body['rows'][number];

/** A row of the sheet once it was read: what it becomes, or what is wrong with it, each fault with its field. */
export type ReadRow = {
  readonly row: number;
  readonly draft: CommitmentDraft | null;
  readonly who: readonly PartyRow[];
  readonly forWhom: readonly PartyRow[];
  readonly problems: readonly Problem[];
} & WordingScore;

/** Reads the rows of a sheet: whom each name means, which day was typed, what would be refused. Writes nothing. */
export async function readSheet(tx: Transaction, context: Context, body: Body): Promise<ReadRow[]> {
  const parties = await findActiveParties(tx, body.country);
  const book = new Map(parties.map((party) => [party.id, party]));
  const around = surroundings(
    tx,
    parties.map(({ territoryId }) => territoryId),
  );
  const read: ReadRow[] = [];
  for (const [index, row] of body.rows.entries()) {
    read.push(await readRow(context, { ...body, row, number: index + 1, parties, book, around }));
  }
  return read;
}

type Given = Omit<Body, 'rows'> & {
  readonly row: Row;
  readonly number: number;
  readonly parties: readonly PartyRow[];
  readonly book: PartyBook;
  readonly around: Surroundings;
};

async function readRow(context: Context, given: Given): Promise<ReadRow> {
  const { row, parties } = given;
  const problems: Problem[] = [];
  const fault = (code: string, field: string) => problems.push({ code, field });
  const who = meant(row.who, row.whoRef, parties);
  const forWhom = meant(row.forWhom, row.forWhomRef, parties);
  const dueOn = parseTypedDay(row.dueOn);
  if (row.who === '' && row.whoRef === null) fault('commitments.who-missing', 'who');
  else if (who.length !== 1)
    fault(who.length === 0 ? 'commitments.name-unknown' : 'commitments.name-ambiguous', 'who');
  if ((row.forWhom !== '' || row.forWhomRef !== null) && forWhom.length !== 1) {
    fault(forWhom.length === 0 ? 'commitments.name-unknown' : 'commitments.name-ambiguous', 'forWhom');
  }
  if (row.what.length < 3) fault('commitments.what-missing', 'what');
  if (dueOn === null)
    fault(row.dueOn === '' ? 'commitments.day-missing' : 'commitments.day-unreadable', 'dueOn');
  if (row.proof.length < 3) fault('commitments.proof-missing', 'proof');
  const [obligor] = who;
  const draft =
    problems.length === 0 && obligor && dueOn
      ? draftOf(given, { obligor, beneficiary: forWhom[0] ?? null, dueOn })
      : null;
  if (draft) problems.push(...(await problemsOfDraft(context, given, draft)));
  return {
    row: given.number,
    draft: problems.length === 0 ? draft : null,
    who,
    forWhom,
    problems,
    ...scoreWording({
      what: row.what,
      obligors: who.length === 1 ? 1 : 0,
      unit: null,
      quantity: null,
      hasDate: dueOn !== null,
      hasPlace: who.length === 1,
      proof: row.proof,
    }),
  };
}

function meant(text: string, ref: PartyRef | null, parties: readonly PartyRow[]): PartyRow[] {
  if (ref !== null) return parties.filter((party) => party.id === ref.id && party.kind === ref.kind);
  return matchNames(text, parties);
}

const refOf = (party: PartyRow): PartyRef => ({ kind: party.kind, id: party.id });

function draftOf(
  { row, agreementId, planActionId }: Given,
  found: { readonly obligor: PartyRow; readonly beneficiary: PartyRow | null; readonly dueOn: string },
): CommitmentDraft {
  return {
    what: row.what,
    obligor: refOf(found.obligor),
    beneficiary: found.beneficiary && refOf(found.beneficiary),
    dueOn: found.dueOn,
    proof: row.proof,
    agreementId,
    planActionId,
  };
}

const fieldOfSheet: Readonly<Record<string, string>> = {
  obligor: 'who',
  beneficiary: 'forWhom',
  verifier: 'forWhom',
};

// What entering it would refuse is said beside its row; what is wrong with the whole sheet is refused as a whole.
async function problemsOfDraft(
  context: Context,
  { row, confirmText, book, around }: Given,
  draft: CommitmentDraft,
): Promise<Problem[]> {
  try {
    refusePersonalText({ what: row.what, proof: row.proof }, confirmText);
    await prepareDraft(around, context, draft, book);
    return [];
  } catch (refused) {
    if (!(refused instanceof Refusal) || refused.kind === 'missing' || refused.kind === 'signed-out')
      throw refused;
    if (refused.details.problems) return refused.details.problems.map(inSheet);
    const code = refused.code === 'shared.forbidden' ? 'commitments.not-of-yours' : refused.code;
    return [inSheet({ field: 'who', ...refused.details, code })];
  }
}

function inSheet(problem: Problem): Problem {
  const field = problem.field ?? 'what';
  return { ...problem, field: fieldOfSheet[field] ?? field };
}
