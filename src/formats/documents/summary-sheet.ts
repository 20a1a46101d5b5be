import type { AgreementContent } from '#domain/agreements/text-content.ts';
import { markOf, verificationOf, type AgreementToPrint } from './agreement-sheet.ts';
import { totalsOf, type Voice } from './agreement-tables.ts';
import { pageParts, paragraph, type Block, type Sheet } from './sheet.ts';

export type Summary = Omit<AgreementToPrint, 'layout' | 'signatures'> & {
  /** How it stands, in words. */
  readonly standing: string;
  readonly effectiveOn: string | null;
  readonly endsOn: string | null;
};

/** So many lines of facts and commitments, of two lines each, fit on the one page, in DOCX with another face too. */
const linesOfPage = 26;
const shownCharacters = { object: 260, item: 68 } as const;

/** An agreement on one page: what it is for, who, where, how it stands, what is due next. */
export function summarySheet(summary: Summary): Sheet {
  const { content, voice, seal } = summary;
  const { say, format } = voice;
  const facts = factsOf(summary);
  return {
    title: say('documents.summary-of', { title: content.title }),
    author: format.list(content.parties.map(({ name }) => name)),
    keywords: [],
    language: content.language,
    paper: summary.paper,
    mark: markOf(content, summary.mark, voice),
    running: content.title,
    footer: say('documents.summary-lead', { day: format.longDay(summary.today) }),
    page: pageParts((numbers) => say('documents.page-of', numbers)),
    blocks: [
      {
        kind: 'title',
        text: content.title,
        above: `${say('documents.summary')} · ${summary.instrument}`,
        below: content.number === null ? null : say('documents.number', { number: content.number }),
      },
      { kind: 'facts', rows: facts },
      ...commitmentsOf(content, voice, roomBeside(facts)),
      ...(seal ? verificationOf(seal, voice).slice(1) : []),
    ],
    madeAt: summary.madeAt,
  };
}

function factsOf(summary: Summary): [string, string][] {
  const { content, voice } = summary;
  const { say, format } = voice;
  const parties = content.parties.map(
    (party) => `${party.name} (${say.dynamic(`documents.party-role.${party.role}`)})`,
  );
  const money = totalsOf(content.budget).map(
    ([currency, amount]) => `${currency} ${format.number(Number(amount), 2)}`,
  );
  const facts: [string, string | null][] = [
    [say('documents.fact.object'), content.object && shorten(content.object, shownCharacters.object)],
    [say('documents.verify-parties'), shortList(parties, voice)],
    [say('documents.fact.where'), shortList(content.territories, voice)],
    [say('documents.fact.needs'), shortList(content.needs, voice)],
    [say('documents.fact.lines'), shortList(content.lines, voice)],
    [say('documents.fact.standing'), summary.standing],
    [say('documents.fact.until'), termOf(summary)],
    [say('documents.fact.money'), money.length > 0 ? money.join('\n') : null],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null && fact[1] !== '');
}

function termOf({ effectiveOn, endsOn, voice }: Summary): string | null {
  const { say, format } = voice;
  if (endsOn === null) return null;
  const until = format.longDay(endsOn);
  return effectiveOn === null
    ? say('documents.until-day', { day: until })
    : say('documents.from-until', { from: format.longDay(effectiveOn), until });
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).trimEnd()}…`;
}

function shortList(items: readonly string[], { say }: Voice): string {
  const shown = items.slice(0, 4).map((item) => shorten(item, shownCharacters.item));
  const rest = items.length - shown.length;
  return [...shown, ...(rest > 0 ? [say('documents.and-more', { count: rest })] : [])].join('\n');
}

/** How many commitments there is room for under these facts. */
function roomBeside(facts: readonly (readonly [string, string])[]): number {
  const lines = facts
    .flatMap(([, value]) => value.split('\n'))
    .reduce((sum, line) => sum + Math.ceil(line.length / shownCharacters.item), 0);
  return Math.min(8, Math.max(2, Math.floor((linesOfPage - lines) / 2)));
}

function commitmentsOf(content: AgreementContent, voice: Voice, room: number): Block[] {
  const { say, format } = voice;
  if (content.commitments.length === 0) return [];
  const inOrder = content.commitments.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
  const shown = inOrder.slice(0, room);
  const rest = inOrder.length - shown.length;
  return [
    { kind: 'heading', level: 1, text: say('documents.next-commitments') },
    {
      kind: 'table',
      columns: [
        { title: say('documents.column.due'), width: 1.6, isNumber: false },
        { title: say('documents.column.obligor'), width: 3, isNumber: false },
        { title: say('documents.column.commitment'), width: 6, isNumber: false },
      ],
      rows: shown.map((one) => [format.day(one.dueOn), shorten(one.obligor, 60), shorten(one.what, 140)]),
      totals: [],
    },
    ...(rest > 0 ? [paragraph(say('documents.more-commitments', { count: rest }), 'note')] : []),
  ];
}
