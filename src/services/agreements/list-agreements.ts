import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import {
  countAgreementRows,
  listAgreementRows,
  type AgreementFilter,
} from '#database/agreements/agreement-views.ts';
import { maySomewhere } from '#domain/access/permissions.ts';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import type { Context, Transaction } from '../context.ts';
import { getPlace } from '../actors/look-up.ts';
import { cutPage, readIdCursor } from '../actors/page-cursor.ts';
import { todayOf } from '../today.ts';
import { lookUpForAgreements, showAgreement } from './show-agreements.ts';

type Operation = typeof agreementsOperations.listAgreements;

export async function listAgreements(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const after = readIdCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const filter = await readAgreementFilter(tx, context, input);
    const rows = await listAgreementRows(tx, filter, { after, limit: input.limit + 1 });
    const { shown, next } = cutPage(rows, input.limit, (row) => row.id);
    const names = await lookUpForAgreements(tx, context, shown);
    const may = (deed: 'act-for-party' | 'oversee-agreement') => maySomewhere(context.actor, deed);
    return {
      items: shown.map((row) => showAgreement(row, names)),
      next,
      count: await countAgreementRows(tx, filter),
      abilities: may('act-for-party') || may('oversee-agreement') ? ['draft'] : [],
    };
  });
}

type Asked = Pick<
  InputOf<Operation>,
  'territory' | 'below' | 'standing' | 'kind' | 'party' | 'line' | 'ending' | 'text'
>;

/** What a list or a file of agreements asks for, on the day that it is there. */
export async function readAgreementFilter(
  tx: Transaction,
  context: Context,
  asked: Asked,
): Promise<AgreementFilter> {
  const place = asked.territory === undefined ? null : await getPlace(tx, asked.territory);
  const today = await todayOf(tx, context, place?.id);
  return {
    within: place && { low: place.id, high: asked.below === 'yes' ? place.lastId : place.id },
    today,
    standing: asked.standing,
    kind: asked.kind,
    party: asked.party,
    line: asked.line,
    text: asked.text,
    ...(asked.ending === undefined ? {} : { endingBy: addCalendarDays(today, Number(asked.ending)) }),
  };
}
