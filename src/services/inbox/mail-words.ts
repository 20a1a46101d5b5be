import { groupOf, workGroups, type Work } from '#domain/inbox/work.ts';
import { formatOf } from '#words/format.ts';
import { say } from '#words/index.ts';
import { pathOf } from './path-of.ts';

type Reader = {
  readonly language: 'es' | 'en';
  readonly country: string;
  readonly timeZone: string;
  readonly today: string;
  readonly origin: string;
  readonly hasWorkbook: boolean;
};

export type MailWords = { readonly subject: string; readonly body: string };

/** The mail of one morning: what is to be remembered, or on the day of the week's list all there is to do. */
export function mailWords(work: readonly Work[], isDigest: boolean, reader: Reader): MailWords {
  const { language, origin } = reader;
  const open = work.filter(({ isPublic }) => isPublic);
  const closed = work.filter(({ isPublic }) => !isPublic);
  const parts = [
    say(language, isDigest ? 'inbox.mail.digest-lead' : 'inbox.mail.lead'),
    ...workGroups.flatMap((group) => {
      const lines = open.filter(({ onDay }) => groupOf(onDay, reader.today) === group);
      return section(say(language, `inbox.group.${group}`), lines, (one) => openLine(one, reader));
    }),
    ...section(say(language, 'inbox.mail.closed'), closed, (one) => closedLine(one, reader)),
    ...(reader.hasWorkbook ? [say(language, 'inbox.mail.workbook')] : []),
    say(language, 'inbox.mail.foot', {
      list: `${origin}/pendientes`,
      choices: `${origin}/mi-cuenta/avisos`,
    }),
  ];
  const subject = isDigest ? 'inbox.mail.digest-subject' : 'inbox.mail.subject';
  return { subject: say(language, subject, { count: work.length }), body: parts.join('\n\n') };
}

function section(title: string, work: readonly Work[], write: (one: Work) => string): string[] {
  return work.length === 0 ? [] : [title, ...work.map(write)];
}

function openLine(one: Work, reader: Reader): string {
  const { language, today } = reader;
  const format = formatOf(language, reader.country, reader.timeZone);
  const when =
    one.onDay === null
      ? say(language, 'inbox.no-day')
      : `${format.relativeDay(one.onDay, today)} (${format.day(one.onDay)})`;
  const what = say(language, `inbox.do.${one.kind}`);
  const why = say.dynamic(language, `inbox.why.${one.kind}`, { count: one.count });
  return `- ${what}: ${titleOf(one, reader)}. ${when}.\n  ${why}\n  ${reader.origin}${pathOf(one)}`;
}

// What is not everybody's travels by its title and its address alone: a mailbox is read by more people than its owner.
function closedLine(one: Work, reader: Reader): string {
  return `- ${titleOf(one, reader)}\n  ${reader.origin}${pathOf(one)}`;
}

function titleOf(one: Work, { language }: Reader): string {
  return one.example ? `${one.title} (${say(language, 'inbox.example')})` : one.title;
}
