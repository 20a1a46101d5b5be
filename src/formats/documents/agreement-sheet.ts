import type { AgreementTemplate } from '#domain/agreements/template-schema.ts';
import type { AgreementContent, TextParty } from '#domain/agreements/text-content.ts';
import { clausesOf, recitalsOf } from './agreement-clauses.ts';
import { changesTable, reschedulingsTable, type Voice } from './agreement-tables.ts';
import { pageParts, paragraph, plain, strong, type Block, type Sheet } from './sheet.ts';

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
      ...recitalsOf(agreement.content, agreement.layout, agreement.voice),
      ...clausesOf(agreement.content, agreement.layout, agreement.voice),
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
      runs: [strong(party.name), plain(`${partyWords(party, content.parties, voice)}.`)],
    })),
  ];
}

function partyWords(party: TextParty, parties: readonly TextParty[], { say }: Voice): string {
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
    knownAs(party, parties, say),
  ];
  return parts
    .filter((part) => part !== null)
    .map((part) => `, ${part}`)
    .join('');
}

// A name that two parties share would name neither.
function knownAs({ role }: TextParty, parties: readonly TextParty[], say: Voice['say']): string {
  const name = say.dynamic(`documents.party-role.${role}`);
  const isItsOwn = parties.filter((party) => party.role === role).length === 1;
  return isItsOwn ? say('documents.party-known-as', { name }) : say('documents.party-as', { name });
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
