import type { FileAnswer } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import {
  asInstallation,
  insertReminders,
  listPeopleToTell,
  noteRound,
  type NewReminder,
  type PersonToTell,
} from '#database/inbox/reminder-store.ts';
import { quietUntil } from '#domain/inbox/quiet-hours.ts';
import { isDigestDay, stageOf } from '#domain/inbox/reminder-stages.ts';
import type { Work } from '#domain/inbox/work.ts';
import { actorFor } from '../access/actor-of.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { queueMail } from '../operations/outbox.ts';
import { openReport } from '../reporting/read-report.ts';
import { templateOf } from '../reporting/template-of.ts';
import { mailWords } from './mail-words.ts';
import { workOf } from './work-of.ts';

const batch = 200;

/**
 * Tells everybody, once a day and outside their quiet hours, what has reached a stage since they were last told; on the weekday
 * that they chose, all there is to do. What somebody is told is what they see themselves. One whose turn fails stops nobody else.
 */
export async function sendReminders(context: Context): Promise<{ told: number }> {
  let told = 0;
  const failures: unknown[] = [];
  for (let after: string | null = null; ;) {
    const people: PersonToTell[] = await listPeopleToTell(context.database, context.now, {
      after,
      limit: batch,
    });
    for (const person of people) {
      try {
        if (await tell(context, person)) told += 1;
      } catch (problem) {
        failures.push(problem);
      }
    }
    after = people.at(-1)?.accountId ?? null;
    if (people.length < batch) break;
  }
  if (failures.length > 0) throw new AggregateError(failures, 'somebody could not be told');
  return { told };
}

async function tell(context: Context, person: PersonToTell): Promise<boolean> {
  const hours = { from: person.quietFrom, to: person.quietTo };
  if (quietUntil(hours, person.timeZone, context.now) !== null) return false;
  const language = person.language === 'en' ? 'en' : 'es';
  const actor = actorFor(person, { via: 'token', sessionId: null, mayWrite: true });
  const theirs = { ...context, actor, language } as const;
  const { today, work } = await inScope(context.database, actor.scope, (tx) => workOf(tx, theirs));
  const isDigest = work.length > 0 && person.byMail && isDigestDay(person.digestWeekday, person.today);
  const way = wayTo(context, person);
  const mailId = way.standing === 'waiting' ? newId() : null;
  const base = { ...rowBase(context, person), ...way, mail_id: mailId };
  const staged = work.flatMap((one) => {
    const stage = stageOf(one.onDay, today, one.mark);
    return stage === null ? [] : [{ one, row: rowOf(base, one, stage) }];
  });
  const digest = isDigest ? [digestRow(base, person)] : [];
  return asInstallation(context.database, async (tx) => {
    const fresh = new Set(await insertReminders(tx, [...staged.map(({ row }) => row), ...digest]));
    await noteRound(tx, person.accountId, person.today);
    if (fresh.size === 0) return false;
    const isList = digest.some(({ id }) => fresh.has(id));
    const told = isList ? work : staged.filter(({ row }) => fresh.has(row.id)).map(({ one }) => one);
    if (mailId !== null && person.email !== null) {
      const { country, timeZone } = person;
      const reader = { language, country, timeZone, today, origin: context.installation.origin } as const;
      const attachments = await workbooksOf(tx, theirs, told);
      const words = mailWords(told, isList, { ...reader, hasWorkbook: attachments.length > 0 });
      await queueMail(
        tx,
        {
          kind: 'reminder',
          referenceId: null,
          recipient: person.email,
          at: context.now,
          quiet: { ...hours, timeZone },
          attachments,
          ...words,
        },
        mailId,
      );
    }
    return true;
  });
}

// More than these would make a mail that a small mailbox refuses.
const mostWorkbooks = 3;

/** The blank workbooks of the reports that somebody is reminded of: they are filled in without a line, and come back as a file. */
async function workbooksOf(tx: Transaction, context: Context, told: readonly Work[]): Promise<FileAnswer[]> {
  const reports = told.filter(({ kind }) => kind === 'report' || kind === 'mend-report');
  const files: FileAnswer[] = [];
  for (const { subjectId } of reports.slice(0, mostWorkbooks))
    files.push(await templateOf(tx, context, await openReport(tx, subjectId), true));
  return files;
}

/** By mail where there is a mail server and an address; otherwise it is written down that they were not reached. */
function wayTo(context: Context, { byMail, email }: PersonToTell) {
  if (!byMail) return { standing: 'shown', channel: 'inbox', problem: null } as const;
  const unreachable = { standing: 'unreachable', channel: 'mail' } as const;
  if (context.installation.mail === null) return { ...unreachable, problem: 'no-mail-here' };
  if (email === null) return { ...unreachable, problem: 'no-address' };
  return { standing: 'waiting', channel: 'mail', problem: null } as const;
}

type Base = Omit<NewReminder, 'id' | 'kind' | 'stage' | 'subject_kind' | 'subject_id' | 'due_on'>;

function rowBase(context: Context, person: PersonToTell) {
  return {
    account_id: person.accountId,
    territory_id: person.territoryId,
    organisation_id: person.organisationId,
    created_at: context.now,
  };
}

function rowOf(base: Base, one: Work, stage: string): NewReminder {
  return {
    ...base,
    id: newId(),
    kind: one.kind,
    stage,
    subject_kind: one.subject,
    subject_id: one.partId,
    due_on: one.onDay,
  };
}

function digestRow(base: Base, person: PersonToTell): NewReminder {
  return {
    ...base,
    id: newId(),
    kind: 'digest',
    stage: 'week',
    subject_kind: 'account',
    subject_id: person.accountId,
    due_on: person.today,
  };
}
