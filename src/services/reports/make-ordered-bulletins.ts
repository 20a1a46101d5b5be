import { asInstallation } from '#database/inbox/reminder-store.ts';
import { findPlaces } from '#database/actors/place-views.ts';
import { hasMade, listOrders } from '#database/reports/schedule-store.ts';
import { writePeriod } from '#domain/indicators/period.ts';
import { quarterDue, type BulletinContent } from '#domain/reports/bulletin.ts';
import { referenceOf } from '#domain/territories/references.ts';
import { quarterWords } from '#formats/reports/bulletin-sheet.ts';
import type { Context, Transaction } from '../context.ts';
import { queueMail } from '../operations/outbox.ts';
import { findSubject, gatherBulletin } from './gather-bulletin.ts';
import { keepContent } from './keep-content.ts';
import { nameOf, voiceOfBulletin } from './write-bulletin.ts';

type Order = Awaited<ReturnType<typeof listOrders>>[number];

/** Makes what was ordered and is due, once a quarter, and tells whoever ordered it. One that fails stops no other. */
export async function makeOrderedBulletins(context: Context): Promise<{ made: number }> {
  let made = 0;
  const failures: unknown[] = [];
  for (const order of await listOrders(context.database, context.now)) {
    try {
      if (await makeOne(context, order)) made += 1;
    } catch (problem) {
      failures.push(problem);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'a report could not be made');
  return { made };
}

async function makeOne(context: Context, order: Order): Promise<boolean> {
  const start = quarterDue(order.today, order.daysAfter);
  if (start === null || (await hasMade(context.database, order.id, start))) return false;
  const { kind, audience, language, organisationId } = order;
  const subject = await asInstallation(context.database, async (tx) => {
    const place = (await findPlaces(tx, [order.territoryId])).get(order.territoryId);
    if (!place) throw new Error(`there is no territory ${order.territoryId}`);
    return findSubject(tx, context, {
      kind,
      audience,
      language,
      territory: referenceOf(place.country, place.code),
      organisation: organisationId ?? undefined,
      quarter: writePeriod({ kind: 'quarter', start }),
    });
  });
  const content = await gatherBulletin(context, subject);
  return asInstallation(context.database, async (tx) => {
    const kept = await keepContent(tx, context, { content, subject, scheduleId: order.id });
    if (kept.isNew) await tell(tx, context, order, { content, ...kept });
    return kept.isNew;
  });
}

type Made = { readonly content: BulletinContent; readonly id: string; readonly code: string };

/** A link by mail: the report itself stays where who may read it is asked. */
async function tell(
  tx: Transaction,
  context: Context,
  order: Order,
  { content, id, code }: Made,
): Promise<void> {
  if (order.email === null || context.installation.mail === null) return;
  const voice = voiceOfBulletin(content, order.timeZone);
  const words = { title: nameOf(content), quarter: quarterWords(content.quarter, voice) };
  await queueMail(tx, {
    kind: 'bulletin',
    referenceId: null,
    recipient: order.email,
    at: context.now,
    subject: voice.say('reports.mail-subject', words),
    body: voice.say('reports.mail-body', {
      ...words,
      code,
      address: `${context.installation.origin}/informes/${id}`,
    }),
  });
}
