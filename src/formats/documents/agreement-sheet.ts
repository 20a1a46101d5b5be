import type { AgreementTemplate } from '#domain/agreements/template-schema.ts';
import type { AgreementContent, TextClause, TextParty } from '#domain/agreements/text-content.ts';
import { ordinalWord, roman } from '#words/ordinals.ts';
import {
  budgetTable,
  changesTable,
  reschedulingsTable,
  commitmentsTable,
  type Voice,
} from './agreement-tables.ts';
import { pageParts, paragraph, paragraphs, plain, strong, type Block, type Sheet } from './sheet.ts';

/** What makes a text one that can be verified. */
export type Seal = {
  readonly hash: string;
  readonly code: string;
  /** Where anybody verifies it: holds the code. */
  readonly address: string;
  readonly redactionOrder: string | null;
};

export type SheetSignature = {
  readonly partyId: string;
  readonly office: string;
  readonly signedOn: string;
  readonly method: string;
  /** The order by which the file of the signature was replaced. */
  readonly fileRedactionOrder: string | null;
};

/** What is said across the pages of what is not the signed text. */
export type PrintMark = 'none' | 'draft' | 'registered';

export type AgreementToPrint = {
  readonly content: AgreementContent;
  /** What the instrument is called, in the language of the text. */
  readonly instrument: string;
  readonly layout: AgreementTemplate['layout'];
  readonly paper: Sheet['paper'];
  /** Null where no text was put to signature. */
  readonly seal: Seal | null;
  readonly mark: PrintMark;
  readonly signatures: readonly SheetSignature[];
  readonly voice: Voice;
  readonly today: string;
  readonly madeAt: Date;
};

/** A text with what nobody has filled in yet shown as a gap to fill in. */
function withGaps(text: string, { say }: Voice): string {
  return text.replaceAll(/\{([a-z-]+)\}/g, (_whole, place: string) => {
    const key = `agreement-pages.gap.${place}`;
    return `[${say('documents.gap', { place: say.knows(key) ? say.dynamic(key) : place })}]`;
  });
}

/** The agreement in the formal layout of its instrument: who, why, clauses with their tables, signatures, and how to verify it. */
export function agreementSheet(agreement: AgreementToPrint): Sheet {
  const { content, seal, voice } = agreement;
  const { say, format } = voice;
  return {
    title: content.title,
    author: format.list(content.parties.map(({ name }) => name)),
    keywords: seal ? [seal.code, `sha256:${seal.hash}`] : [],
    language: content.language,
    paper: agreement.paper,
    mark: markOf(content, agreement.mark, voice),
    running: content.title,
    footer: footerOf(agreement),
    page: pageParts((numbers) => say('documents.page-of', numbers)),
    blocks: [
      ...headOf(agreement),
      ...partiesOf(agreement),
      ...recitalsOf(agreement),
      ...clausesOf(agreement),
      paragraph(agreement.layout.closing[content.language], 'closing'),
      signaturesOf(agreement),
      ...(seal ? verificationOf(seal, voice) : []),
    ],
    madeAt: agreement.madeAt,
  };
}

/** The words that stand across every page of what binds nobody. */
export function markOf(content: AgreementContent, mark: PrintMark, { say }: Voice): string | null {
  const marks = [
    mark === 'none' ? null : say(`documents.${mark}-mark`),
    content.isExample ? say('documents.example-mark') : null,
  ].filter((one) => one !== null);
  return marks.length > 0 ? marks.join(' · ') : null;
}

function footerOf({ seal, mark, today, voice: { say, format } }: AgreementToPrint): string {
  if (seal) return say('documents.footer-sealed', { code: seal.code, hash: seal.hash });
  const day = format.longDay(today);
  return mark === 'registered'
    ? say('documents.registered-note', { day })
    : say('documents.draft-note', { day });
}

function headOf({ content, voice, seal, instrument }: AgreementToPrint): Block[] {
  const { say, format } = voice;
  const blocks: Block[] = [
    {
      kind: 'title',
      text: content.title,
      above: content.addendum ? say.dynamic(`agreements.kind.${content.kind}`) : instrument,
      below: content.number === null ? null : say('documents.number', { number: content.number }),
    },
  ];
  const { addendum } = content;
  if (addendum) {
    const words = say.dynamic(`documents.addendum.${addendum.kind}`, { title: addendum.toTitle });
    blocks.push(paragraph(words, 'centered'));
    if (addendum.toHash !== null)
      blocks.push(paragraph(say('documents.to-hash', { hash: addendum.toHash }), 'note'));
    if (addendum.newEndsOn !== null)
      blocks.push(paragraph(say('documents.new-end', { day: format.longDay(addendum.newEndsOn) })));
    if (addendum.changes.length > 0) {
      blocks.push({ kind: 'heading', level: 1, text: say('documents.changes-table') });
      blocks.push(changesTable(addendum, voice));
    }
    if (addendum.reschedulings) {
      blocks.push({ kind: 'heading', level: 1, text: say('documents.reschedulings-table') });
      blocks.push(reschedulingsTable(addendum.reschedulings, voice));
    }
  }
  if (content.isExample) blocks.push({ kind: 'notice', text: say('documents.example-note') });
  if (seal?.redactionOrder)
    blocks.push({ kind: 'notice', text: say('documents.redacted', { order: seal.redactionOrder }) });
  return blocks;
}

function partiesOf({ content, layout, voice }: AgreementToPrint): Block[] {
  return [
    { kind: 'heading', level: 1, text: layout.partiesHeading[content.language] },
    ...content.parties.map((party): Block => ({
      kind: 'paragraph',
      look: 'body',
      runs: [strong(party.name), plain(`${partyWords(party, voice)}.`)],
    })),
  ];
}

function partyWords(party: TextParty, { say }: Voice): string {
  const {
    representativeOffice: office,
    appointmentAct: act,
    powerSource: source,
    capacity,
    competence,
  } = party;
  const parts = [
    office === null ? null : say('documents.party-represented', { office }),
    act === null ? null : say('documents.party-by-act', { act }),
    source === null ? null : say('documents.party-power', { source }),
    capacity === null ? null : say('documents.party-capacity', { capacity }),
    competence === null ? null : say('documents.party-competence', { competence }),
    say('documents.party-known-as', { name: say.dynamic(`documents.party-role.${party.role}`) }),
  ];
  return parts
    .filter((part) => part !== null)
    .map((part) => `, ${part}`)
    .join('');
}

function recitalsOf({ content, layout, voice }: AgreementToPrint): Block[] {
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

/** The clauses, each table after the first clause that is about it, or after all where no clause is. */
function clausesOf({ content, layout, voice }: AgreementToPrint): Block[] {
  const clauses = content.clauses.filter(({ type }) => type !== 'recital');
  if (clauses.length === 0) return [];
  const afterObligations = clauses.find(({ type }) => type === 'party-obligations');
  const afterFunding = clauses.find(({ type }) => type === 'funding');
  const tables = (clause: TextClause | undefined): Block[] => [
    ...(clause === afterObligations ? tableOf('commitments', content, voice) : []),
    ...(clause === afterFunding ? tableOf('budget', content, voice) : []),
  ];
  return [
    { kind: 'heading', level: 1, text: layout.clausesHeading[content.language] },
    ...clauses.flatMap((clause, index): Block[] => [
      {
        kind: 'heading',
        level: 2,
        text: `${clauseNumber(layout.clauseNumbering, content.language, index + 1)} ${clause.title}`,
      },
      ...paragraphs(withGaps(clause.body, voice)),
      ...tables(clause),
    ]),
    ...(afterObligations ? [] : tableOf('commitments', content, voice)),
    ...(afterFunding ? [] : tableOf('budget', content, voice)),
  ];
}

function tableOf(table: 'commitments' | 'budget', content: AgreementContent, voice: Voice): Block[] {
  const { say } = voice;
  if (content[table].length === 0) return [];
  const title = say(table === 'commitments' ? 'documents.commitments-table' : 'documents.budget-table');
  return [
    { kind: 'caption', text: title },
    table === 'commitments'
      ? commitmentsTable(content.commitments, voice)
      : budgetTable(content.budget, voice),
  ];
}

function clauseNumber(
  numbering: AgreementTemplate['layout']['clauseNumbering'],
  language: 'es' | 'en',
  place: number,
): string {
  if (numbering === 'numbers') return `${place}.`;
  if (numbering === 'article-numbers') return language === 'es' ? `Artículo ${place}.` : `Article ${place}.`;
  return `${ordinalWord(language, place).toLocaleUpperCase(language)}.`;
}

function signaturesOf({ content, signatures, seal, voice }: AgreementToPrint): Block {
  const { say } = voice;
  return {
    kind: 'signatures',
    parties: content.parties.map((party) => {
      const signature = signatures.find(({ partyId }) => partyId === party.id);
      return {
        name: party.name,
        office: signature?.office ?? party.representativeOffice,
        signed: seal && signature ? signedWords(signature, voice) : null,
        blanks: signature ? [] : [say('documents.sign-name'), say('documents.sign-place-date')],
      };
    }),
  };
}

function signedWords({ signedOn, method, fileRedactionOrder: order }: SheetSignature, voice: Voice): string {
  const { say, format } = voice;
  const how = say.dynamic(`documents.method.${method}`);
  const signed = say('documents.signed-on', { day: format.longDay(signedOn), method: how });
  return order === null ? signed : `${signed} ${say('documents.signed-file-struck', { order })}`;
}

/** How anybody verifies a text: by its picture, its code and its hash. */
export function verificationOf(seal: Seal, { say }: Voice): Block[] {
  const address = seal.address.replace(/\/[^/]*$/, '');
  return [
    { kind: 'heading', level: 1, text: say('documents.verification') },
    {
      kind: 'verification',
      lead: say('documents.verification-lead', { address }),
      address: seal.address,
      alternative: say('documents.qr-alternative', { address: seal.address }),
      facts: [
        [say('documents.code'), seal.code],
        [say('documents.hash'), seal.hash],
      ],
    },
  ];
}
