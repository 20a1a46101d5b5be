import type { diagnosisOperations } from '#contract/diagnosis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { countNeedRows, listNeedRows, type NeedCursor } from '#database/diagnosis/need-views.ts';
import { isDay } from '#domain/shared/dates.ts';
import { maySomewhere } from '#domain/access/permissions.ts';
import { mayEditNeed } from '#domain/diagnosis/permissions.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { getPlace } from '../actors/look-up.ts';
import { cutPage } from '../actors/page-cursor.ts';
import { lookUpForNeeds, showNeed } from './show-needs.ts';

type Operation = typeof diagnosisOperations.listNeeds;

export async function listNeeds(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const after = readNeedCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = input.territory === undefined ? null : await getPlace(tx, input.territory);
    const within = await needsSpan(tx, input.territory, input.below);
    const filter = { ...input, within };
    const rows = await listNeedRows(tx, filter, { after, limit: input.limit + 1 });
    const { shown, next } = cutPage(rows, input.limit, (row) =>
      writeNeedCursor({ rank: row.rank, day: row.prioritisedOn, id: row.id }),
    );
    const names = await lookUpForNeeds(tx, context, shown);
    const mayEdit = place ? mayEditNeed(context.actor, place.id) : maySomewhere(context.actor, 'edit-need');
    return {
      items: shown.map((row) => showNeed(row, names)),
      next,
      count: await countNeedRows(tx, filter),
      abilities: mayEdit ? ['edit-need'] : [],
    };
  });
}

/** The territories whose needs are asked for: one alone, or with all below it. */
export async function needsSpan(tx: Transaction, reference: string | undefined, below: 'yes' | 'no') {
  if (reference === undefined) return null;
  const place = await getPlace(tx, reference);
  return { low: place.id, high: below === 'yes' ? place.lastId : place.id };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function writeNeedCursor({ rank, day, id }: NeedCursor): string {
  return Buffer.from(JSON.stringify([rank, day, id])).toString('base64url');
}

/** @throws Refusal when the text is no cursor of ours */
function readNeedCursor(text: string | undefined): NeedCursor | null {
  if (text === undefined) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(parts)) {
      const [rank, day, id] = parts as unknown[];
      if ((rank === 1 || rank === 2 || rank === 3) && typeof day === 'string' && isDay(day))
        if (typeof id === 'string' && uuid.test(id)) return { rank, day, id };
    }
  } catch {
    // Not ours: refused below like any other text.
  }
  throw refuseShared('shared.invalid', { problems: [{ code: 'request.invalid-value', field: 'after' }] });
}
