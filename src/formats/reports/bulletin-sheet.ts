import type { BulletinContent } from '#domain/reports/bulletin.ts';
import type { Voice } from '../documents/agreement-tables.ts';
import { pageParts, paragraph, type Block, type Sheet } from '../documents/sheet.ts';
import { complianceBlocks } from './compliance-blocks.ts';
import { cyclesBlocks, endingBlocks, lateBlocks } from './cooperation-blocks.ts';
import { figuresBlocks } from './figure-blocks.ts';

/** What proves a kept report: the hash of its content, its code, and where the code is asked. */
export type BulletinSeal = { readonly hash: string; readonly code: string; readonly address: string };

/** A report as a document: the same blocks for its page, its PDF and its DOCX. */
export function bulletinSheet(
  content: BulletinContent,
  made: {
    readonly voice: Voice;
    readonly paper: Sheet['paper'];
    readonly at: Date;
    /** null while it is a draft. */
    readonly seal: BulletinSeal | null;
  },
): Sheet {
  const { voice, seal } = made;
  const { say, format } = voice;
  const title = titleOf(content, voice);
  const quarter = quarterWords(content.quarter, voice);
  return {
    title: `${title}: ${quarter}`,
    author: say('shell.name'),
    keywords: [],
    language: content.language,
    paper: made.paper,
    mark: markOf(content, seal, voice),
    running: `${title} · ${quarter}`,
    footer: seal
      ? say('reports.footer-kept', { code: seal.code, hash: seal.hash })
      : say('reports.footer-draft', { day: format.longDay(content.cutOff) }),
    page: pageParts((numbers) => say('documents.page-of', numbers)),
    blocks: [
      { kind: 'title', text: title, above: say(`reports.kind.${content.kind}`), below: quarter },
      ...openingOf(content, voice),
      ...complianceBlocks(content, voice),
      ...lateBlocks(content, voice),
      ...endingBlocks(content, voice),
      ...cyclesBlocks(content, voice),
      ...figuresBlocks(content, voice),
      { kind: 'heading', level: 1, text: say('reports.method') },
      paragraph(say('reports.method-words'), 'note'),
      ...(seal ? verificationOf(seal, voice) : []),
    ],
    madeAt: made.at,
  };
}

/** What a report is called. */
export function titleOf({ kind, subject, countryName }: BulletinContent, { say }: Voice): string {
  if (kind === 'national') return say('reports.title.national', { country: countryName });
  return say(kind === 'territory' ? 'reports.title.territory' : 'reports.title.institution', {
    name: subject,
  });
}

/** "Tercer trimestre de 2026". */
export function quarterWords(quarter: string, { say }: Voice): string {
  const [year = '', number = ''] = quarter.split('-Q');
  return say('reports.quarter', { number: Number(number), year });
}

function markOf(content: BulletinContent, seal: BulletinSeal | null, { say }: Voice): string | null {
  const marks = [
    seal ? null : say('documents.draft-mark'),
    content.isExample ? say('documents.example-mark') : null,
  ].filter((one) => one !== null);
  return marks.length > 0 ? marks.join(' · ') : null;
}

function openingOf(content: BulletinContent, { say, format }: Voice): Block[] {
  const rows: [string, string][] = [
    [say('reports.fact.about'), content.subject],
    [say('reports.fact.period'), `${format.longDay(content.from)} – ${format.longDay(content.to)}`],
    [say('reports.fact.cut-off'), format.longDay(content.cutOff)],
    [say('reports.fact.audience'), say(`reports.audience-words.${content.audience}`)],
  ];
  return [
    ...(content.isExample ? [{ kind: 'notice', text: say('reports.example-note') } as const] : []),
    { kind: 'facts', rows },
  ];
}

function verificationOf(seal: BulletinSeal, { say }: Voice): Block[] {
  const address = seal.address.replace(/\/[^/]*$/, '');
  return [
    { kind: 'heading', level: 1, text: say('documents.verification') },
    {
      kind: 'verification',
      lead: say('reports.verification-lead', { address }),
      address: seal.address,
      alternative: say('documents.qr-alternative', { address: seal.address }),
      facts: [
        [say('documents.code'), seal.code],
        [say('documents.hash'), seal.hash],
      ],
    },
  ];
}
