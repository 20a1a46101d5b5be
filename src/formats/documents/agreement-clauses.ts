import type { AgreementTemplate } from '#domain/agreements/template-schema.ts';
import type { AgreementContent, TextClause } from '#domain/agreements/text-content.ts';
import { ordinalWord, roman } from '#words/ordinals.ts';
import { budgetTable, commitmentsTable, type Voice } from './agreement-tables.ts';
import { paragraph, paragraphs, plain, strong, type Block } from './sheet.ts';

type Layout = AgreementTemplate['layout'];
type Table = 'commitments' | 'budget';

/** After the first clause of the first of these types stands a table: what is about it, or comes nearest. */
const tables = {
  commitments: ['party-obligations', 'joint-obligations', 'scope', 'object'],
  budget: ['funding', 'in-kind', 'party-obligations', 'joint-obligations', 'scope', 'object'],
} as const;

/** A text with what nobody has filled in yet shown as a gap to fill in. */
function withGaps(text: string, { say }: Voice): string {
  return text.replaceAll(/\{([a-z-]+)\}/g, (_whole, place: string) => {
    const key = `agreement-pages.gap.${place}`;
    return `[${say('documents.gap', { place: say.knows(key) ? say.dynamic(key) : place })}]`;
  });
}

/** Why the parties agree, numbered as recitals are. */
export function recitalsOf(content: AgreementContent, layout: Layout, voice: Voice): Block[] {
  const recitals = content.clauses.filter(({ type }) => type === 'recital');
  if (recitals.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: layout.recitalsHeading[content.language] },
    ...recitals.flatMap(({ body }, index) => numbered(`${roman(index + 1)}. `, withGaps(body, voice))),
  ];
}

function numbered(number: string, body: string): Block[] {
  const [first = '', ...rest] = body.split(/\n\s*\n/).map((part) => part.trim());
  return [
    { kind: 'paragraph', look: 'body', runs: [strong(number), plain(first)] },
    ...rest.map((part) => paragraph(part)),
  ];
}

/** The clauses, each table after the clause that is about it: no table stands among the signatures. */
export function clausesOf(content: AgreementContent, layout: Layout, voice: Voice): Block[] {
  const clauses = content.clauses.filter(({ type }) => type !== 'recital');
  if (clauses.length === 0) return [];
  const after = { commitments: bearerOf('commitments', clauses), budget: bearerOf('budget', clauses) };
  return [
    { kind: 'heading', level: 1, text: layout.clausesHeading[content.language] },
    ...clauses.flatMap((clause, index): Block[] => [
      {
        kind: 'heading',
        level: 2,
        text: `${clauseNumber(layout.clauseNumbering, content.language, index + 1)} ${clause.title}`,
      },
      ...paragraphs(withGaps(clause.body, voice)),
      ...(clause === after.commitments ? tableOf('commitments', clause, content, voice) : []),
      ...(clause === after.budget ? tableOf('budget', clause, content, voice) : []),
    ]),
  ];
}

function bearerOf(table: Table, clauses: readonly TextClause[]): TextClause | undefined {
  for (const type of tables[table]) {
    const found = clauses.find((clause) => clause.type === type);
    if (found) return found;
  }
  return clauses.findLast(({ type }) => type !== 'signatures') ?? clauses.at(-1);
}

function tableOf(table: Table, clause: TextClause, content: AgreementContent, voice: Voice): Block[] {
  const { say } = voice;
  const caption: Block = { kind: 'caption', text: say(`documents.${table}-table`) };
  if (content[table].length === 0)
    // A text that names a table must not send its reader to look for one.
    return clause.body.includes(say(`agreements.text.${table}`))
      ? [caption, paragraph(say(`documents.no-${table}`))]
      : [];
  const drawn =
    table === 'commitments'
      ? commitmentsTable(content.commitments, voice)
      : budgetTable(content.budget, voice);
  return [caption, drawn];
}

function clauseNumber(numbering: Layout['clauseNumbering'], language: 'es' | 'en', place: number): string {
  if (numbering === 'numbers') return `${place}.`;
  if (numbering === 'article-numbers') return language === 'es' ? `Artículo ${place}.` : `Article ${place}.`;
  return `${ordinalWord(language, place).toLocaleUpperCase(language)}.`;
}
