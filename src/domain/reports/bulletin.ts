import { endOf, parsePeriod, periodAfter, periodOf, type PeriodKind } from '#domain/indicators/period.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { FigureState } from '#domain/values/figure.ts';

/** What a report is about. Words: `reports.kind.<kind>`. */
export const bulletinKinds = ['national', 'territory', 'institution'] as const;
export type BulletinKind = (typeof bulletinKinds)[number];

/** Whether anybody may read it, or those who coordinate there. Words: `reports.audience.<audience>`. */
export const bulletinAudiences = ['public', 'internal'] as const;
export type BulletinAudience = (typeof bulletinAudiences)[number];

export type BulletinSource = {
  readonly title: string;
  readonly publisher: string | null;
  readonly address: string | null;
  /** When the source was published, as it says. */
  readonly published: string | null;
  readonly verified: boolean;
};

/** One indicator of a report: what one source says of it, over some time. */
export type BulletinFigure = {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly decimals: number;
  readonly source: BulletinSource;
  readonly periodKind: PeriodKind;
  /** The wider place whose figures these are, where the source tells none finer. */
  readonly heldAt: string | null;
  /** Estimated of a sample: then each point has an interval, or its source publishes none. */
  readonly isEstimate: boolean;
  readonly points: readonly {
    readonly period: string;
    readonly value: number | null;
    readonly state: FigureState;
    readonly interval: readonly [low: number, high: number] | null;
  }[];
  /** What has to be said beside them. Words: `values.note.<note>`. */
  readonly notes: readonly string[];
  readonly isExample: boolean;
};

export const complianceParts = [
  'kept',
  'late',
  'overdue',
  'breached',
  'waiting',
  'heldBack',
  'waived',
  'unpublished',
] as const;

export type BulletinCompliance = {
  readonly numerator: number;
  readonly denominator: number;
  readonly due: number;
  readonly parts: Readonly<Record<(typeof complianceParts)[number], number>>;
  /** Territories by class, in order of name: never numbered. */
  readonly groups: readonly {
    readonly class: 'high' | 'middle' | 'low' | 'none-due';
    readonly names: readonly string[];
  }[];
};

export type BulletinMap = {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly isApproximate: boolean;
  readonly areas: readonly { readonly path: string; readonly class: string }[];
};

/** All that a report says, before words: what is kept, hashed and never changed. */
export type BulletinContent = {
  readonly kind: BulletinKind;
  readonly audience: BulletinAudience;
  readonly language: 'es' | 'en';
  readonly country: string;
  readonly countryName: string;
  /** The territory or the institution. */
  readonly subject: string;
  /** "2026-Q3". */
  readonly quarter: string;
  readonly from: Day;
  readonly to: Day;
  /** The day on which its figures were read. */
  readonly cutOff: Day;
  readonly isExample: boolean;
  readonly compliance: BulletinCompliance;
  readonly map: BulletinMap | null;
  readonly late: {
    readonly isMore: boolean;
    readonly items: readonly {
      readonly what: string;
      readonly obligor: string;
      readonly territory: string;
      readonly dueOn: Day;
      readonly days: number;
    }[];
  };
  readonly ending: {
    readonly count: number;
    readonly items: readonly {
      readonly title: string;
      readonly number: string | null;
      readonly parties: readonly string[];
      readonly endsOn: Day;
    }[];
  };
  /** null in what is public: who has reported is between those who report. */
  readonly cycles:
    | readonly {
        readonly title: string;
        readonly period: string;
        readonly dueOn: Day;
        readonly expected: number;
        readonly sent: number;
        readonly inTime: number;
        readonly overdue: number;
        readonly approved: number;
      }[]
    | null;
  readonly figures: readonly BulletinFigure[];
};

/** A quarter of a year as it is written, with its days. @returns null for what is none, or has not begun */
export function quarterOf(text: string, today: Day): { text: string; from: Day; to: Day } | null {
  const period = parsePeriod(text);
  if (period?.kind !== 'quarter' || period.start > today) return null;
  return { text: writtenQuarter(period.start), from: period.start, to: endOf(period) };
}

/** The last quarter that is over on a day. */
export function lastQuarter(today: Day): string {
  return writtenQuarter(periodAfter(periodOf('quarter', today), -1).start);
}

/** The quarter that is made by itself on a day: the last one, once so many days have gone by since it ended. */
export function quarterDue(today: Day, daysAfter: number): Day | null {
  const current = periodOf('quarter', today);
  const gone = Math.round((Date.parse(today) - Date.parse(current.start)) / 86_400_000) + 1;
  return gone >= daysAfter ? periodAfter(current, -1).start : null;
}

function writtenQuarter(start: Day): string {
  return `${start.slice(0, 4)}-Q${Math.ceil(Number(start.slice(5, 7)) / 3)}`;
}
