import { listOwedReports } from '#database/reports/told-views.ts';
import { isPeriodKind, writePeriod } from '#domain/indicators/period.ts';
import { completenessOf } from '#domain/reporting/report-standing.ts';
import type { BulletinCompliance, BulletinContent } from '#domain/reports/bulletin.ts';
import { referenceOf } from '#domain/territories/references.ts';
import { listAgreements } from '../agreements/list-agreements.ts';
import { getCompliance } from '../compliance/get-compliance.ts';
import { listComplianceCases } from '../compliance/list-compliance-cases.ts';
import type { Context } from '../context.ts';
import { listLedger } from '../ledger/list-ledger.ts';
import type { BulletinSubject } from './gather-bulletin.ts';
import { drawClasses } from './draw-classes.ts';

/** So many are named one by one; what is more is said. */
const named = { late: 15, ending: 15 } as const;

type Cooperation = Pick<BulletinContent, 'compliance' | 'map' | 'late' | 'ending' | 'cycles' | 'isExample'>;

/** How what was promised was kept, what is late, what ends, who has reported. */
export async function gatherCooperation(eyes: Context, subject: BulletinSubject): Promise<Cooperation> {
  const { place, organisationId, quarter } = subject;
  const territory = referenceOf(place.country, place.level === 0 ? place.country : place.code);
  const party = organisationId ?? undefined;
  const found = await getCompliance(eyes, { territory, party, from: quarter.from, to: quarter.to });
  const { items: counted } = await listComplianceCases(eyes, {
    code: 'C2',
    territory,
    party,
    from: quarter.from,
    to: quarter.to,
    limit: 200,
  });
  const late = await gatherLate(eyes, subject, territory);
  const ending = await gatherEnding(eyes, territory, party);
  const isAboutPlaces = subject.asked.kind === 'national';
  return {
    compliance: showCompliance(found, isAboutPlaces),
    map: isAboutPlaces ? await drawClasses(eyes, territory, found.groups) : null,
    late: late.shown,
    ending: ending.shown,
    cycles: subject.asked.audience === 'internal' ? await gatherCycles(eyes, subject) : null,
    isExample: late.isExample || ending.isExample || counted.some(({ example }) => example),
  };
}

function showCompliance(
  { figures, dues, groups }: Awaited<ReturnType<typeof getCompliance>>,
  isAboutPlaces: boolean,
): BulletinCompliance {
  const share = figures.find(({ code, part }) => code === 'C2' && part === 'whole');
  const { due, late, overdue, breached, waiting, heldBack, waived, unpublished } = dues;
  return {
    numerator: share?.numerator ?? 0,
    denominator: share?.denominator ?? 0,
    due,
    parts: {
      kept: due - late - overdue - breached,
      late,
      overdue,
      breached,
      waiting,
      heldBack,
      waived,
      unpublished,
    },
    groups: isAboutPlaces
      ? groups.map((group) => ({ class: group.class, names: group.territories.map(({ name }) => name) }))
      : [],
  };
}

async function gatherLate(eyes: Context, { organisationId, quarter }: BulletinSubject, territory: string) {
  const { items, next } = await listLedger(eyes, {
    side: 'oversee',
    territory,
    below: 'yes',
    state: 'overdue',
    party: organisationId ?? undefined,
    to: quarter.to,
    limit: 200,
  });
  const own = items.filter(({ obligor }) => organisationId === null || obligor.id === organisationId);
  const shown = own.slice(0, named.late);
  return {
    isExample: shown.some(({ example }) => example),
    shown: {
      isMore: own.length > named.late || next !== null,
      items: shown.map((one) => ({
        what: one.what,
        obligor: one.obligor.name,
        territory: one.territory.name,
        dueOn: one.dueOn,
        days: one.days ?? 0,
      })),
    },
  };
}

async function gatherEnding(eyes: Context, territory: string, party: string | undefined) {
  const { items, count } = await listAgreements(eyes, {
    territory,
    below: 'yes',
    ending: '180',
    party,
    limit: 100,
  });
  const inOrder = items.toSorted((one, other) => (one.endsOn ?? '').localeCompare(other.endsOn ?? ''));
  const shown = inOrder.slice(0, named.ending);
  return {
    isExample: shown.some(({ example }) => example),
    shown: {
      count,
      items: shown.map((one) => ({
        title: one.shortName ?? one.title,
        number: one.number,
        parties: one.parties.map(({ name }) => name),
        endsOn: one.endsOn ?? '',
      })),
    },
  };
}

async function gatherCycles(eyes: Context, subject: BulletinSubject) {
  const { place, organisationId, quarter, today } = subject;
  const rows = await eyes.database.owner.transaction().execute(async (tx) =>
    listOwedReports(tx, {
      country: place.country,
      from: quarter.from,
      to: quarter.to,
      within: place,
      organisationId,
    }),
  );
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((reports) => {
    const [cycle] = reports;
    if (!cycle) return [];
    const { expected, sent, inTime, overdue, counts } = completenessOf(reports, cycle, today);
    const { title, periodKind, period, dueOn } = cycle;
    return {
      title,
      period: isPeriodKind(periodKind) ? writePeriod({ kind: periodKind, start: period }) : period,
      dueOn,
      expected,
      sent,
      inTime,
      overdue,
      approved: counts.final,
    };
  });
}
