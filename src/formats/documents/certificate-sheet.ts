import { pageParts, paragraph, type Block, type Sheet } from './sheet.ts';
import type { Voice } from './agreement-tables.ts';

type Light = 'green' | 'amber' | 'red';

/** What a certificate of compliance says: what was due in a period, what became of it, and the arithmetic. */
export type Certificate = {
  readonly agreement: {
    readonly title: string;
    readonly number: string | null;
    readonly parties: readonly string[];
    readonly isExample: boolean;
    readonly language: 'es' | 'en';
    readonly hash: string | null;
  };
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly dues: {
    /** Due dates that count. */
    readonly due: number;
    readonly kept: number;
    readonly late: number;
    readonly overdue: number;
    readonly breached: number;
    readonly waiting: number;
    readonly heldBack: number;
    readonly waived: number;
    /** Late or breached, and not told yet to whoever asks: before notice and reply. */
    readonly unpublished: number;
  };
  /** Weight kept on time ÷ weight that counts. */
  readonly share: { readonly numerator: number; readonly denominator: number };
  readonly light: {
    readonly byRule: Light | null;
    readonly override: { readonly light: Light; readonly reason: string } | null;
    readonly thresholds: { readonly green: number; readonly amber: number; readonly redAfterDays: number };
  };
  readonly cases: readonly {
    readonly what: string;
    readonly dueOn: string;
    /** How it is counted, in words. */
    readonly state: string;
    readonly daysLate: number;
    /** Days of delay that count to whoever held it back. */
    readonly daysLost: number;
  }[];
};

/** The certificate of compliance of an agreement in a period. */
export function certificateSheet(
  certificate: Certificate,
  made: { readonly voice: Voice; readonly paper: Sheet['paper']; readonly at: Date },
): Sheet {
  const { say, format } = made.voice;
  const { agreement, from, to, today } = certificate;
  const title = say('documents.certificate');
  return {
    title: `${title}: ${agreement.title}`,
    author: say('shell.name'),
    keywords: [],
    language: agreement.language,
    paper: made.paper,
    mark: agreement.isExample ? say('documents.example-mark') : null,
    running: agreement.title,
    footer: say('documents.issued-by', { day: format.longDay(today) }),
    page: pageParts((numbers) => say('documents.page-of', numbers)),
    blocks: [
      {
        kind: 'title',
        text: title,
        above: agreement.number === null ? null : say('documents.number', { number: agreement.number }),
        below: agreement.title,
      },
      ...(agreement.isExample ? [notice(say('documents.example-note'))] : []),
      paragraph(
        say('documents.certificate-lead', {
          day: format.longDay(today),
          title: agreement.title,
          from: format.longDay(from),
          until: format.longDay(to),
        }),
      ),
      {
        kind: 'facts',
        rows: [
          [say('documents.verify-parties'), agreement.parties.join('\n')],
          ...(agreement.hash === null ? [] : [[say('documents.hash'), agreement.hash] as [string, string]]),
        ],
      },
      ...arithmeticOf(certificate, made.voice),
      ...casesOf(certificate, made.voice),
    ],
    madeAt: made.at,
  };
}

function notice(text: string): Block {
  return { kind: 'notice', text };
}

function arithmeticOf({ dues, share, light }: Certificate, voice: Voice): Block[] {
  const { say, format } = voice;
  if (dues.due + dues.waiting + dues.heldBack + dues.unpublished === 0)
    return [notice(say('documents.certificate-none'))];
  const weight = (value: number) => format.number(value, Number.isInteger(value) ? 0 : 2);
  const rate =
    share.denominator === 0
      ? '—'
      : say('documents.certificate-rate-sum', {
          met: weight(share.numerator),
          due: weight(share.denominator),
          share: format.percent(share.numerator / share.denominator),
        });
  const { green, amber, redAfterDays } = light.thresholds;
  const rule = say('documents.light-rule', {
    green: format.percent(green),
    amber: format.percent(amber),
    days: say('documents.days', { count: redAfterDays }),
  });
  return [
    { kind: 'heading', level: 1, text: say('documents.certificate-arithmetic') },
    {
      kind: 'facts',
      rows: [
        [say('documents.certificate-due'), String(dues.due)],
        [say('documents.certificate-met'), String(dues.kept)],
        [say('documents.certificate-late'), String(dues.late)],
        [say('documents.certificate-overdue'), String(dues.overdue + dues.breached)],
        [say('documents.certificate-waiting'), String(dues.waiting)],
        [say('documents.certificate-held-back'), String(dues.heldBack)],
        ...(dues.unpublished > 0
          ? [[say('documents.certificate-unpublished'), String(dues.unpublished)] as [string, string]]
          : []),
        [say('documents.certificate-rate'), rate],
        [say('documents.certificate-light'), lightWords(light, voice)],
      ],
    },
    paragraph(rule, 'note'),
    paragraph(say('documents.certificate-method'), 'note'),
    ...(dues.unpublished > 0 ? [paragraph(say('documents.certificate-unpublished-note'), 'note')] : []),
  ];
}

function lightWords(light: Certificate['light'], { say }: Voice): string {
  const byRule = say.dynamic(`documents.light.${light.byRule ?? 'none'}`);
  if (!light.override) return byRule;
  const changed = say('documents.light-override', {
    light: say.dynamic(`documents.light.${light.override.light}`),
    reason: light.override.reason,
  });
  return `${byRule}\n${changed}`;
}

function casesOf({ cases }: Certificate, { say, format }: Voice): Block[] {
  if (cases.length === 0) return [];
  const column = (title: string, width: number, isNumber = false) => ({ title, width, isNumber });
  return [
    { kind: 'heading', level: 1, text: say('documents.certificate-list') },
    {
      kind: 'table',
      columns: [
        column(say('documents.column.commitment'), 5),
        column(say('documents.column.due'), 1.6),
        column(say('documents.column.state'), 2.4),
        column(say('documents.column.days-late'), 1.4, true),
        column(say('documents.column.days-lost'), 1.6, true),
      ],
      rows: cases.map((one) => [
        one.what,
        format.day(one.dueOn),
        one.state,
        String(one.daysLate),
        String(one.daysLost),
      ]),
      totals: [],
    },
  ];
}
