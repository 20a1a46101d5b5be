import type { PlaceRow } from '#database/actors/place-views.ts';
import { findOrganisation } from '#database/actors/organisation-views.ts';
import { inScope } from '#database/connection.ts';
import { getCountryOfReport } from '#database/reports/told-views.ts';
import {
  lastQuarter,
  quarterOf,
  type BulletinAudience,
  type BulletinContent,
  type BulletinKind,
} from '#domain/reports/bulletin.ts';
import { refuse } from '#domain/reports/refusals.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { withEyesOf } from './eyes-of.ts';
import { gatherCooperation } from './gather-cooperation.ts';
import { gatherFigures } from './gather-figures.ts';

export type BulletinAsked = {
  readonly kind: BulletinKind;
  readonly territory: string;
  readonly organisation?: string | undefined;
  readonly quarter?: string | undefined;
  readonly audience: BulletinAudience;
  readonly language?: 'es' | 'en' | undefined;
};

/** What a report is about, once all that was asked is found. */
export type BulletinSubject = {
  readonly asked: BulletinAsked;
  readonly place: PlaceRow;
  /** The institution's number; null where it is about a territory. */
  readonly organisationId: string | null;
  readonly name: string;
  readonly quarter: { readonly text: string; readonly from: string; readonly to: string };
  readonly today: string;
  readonly language: 'es' | 'en';
  readonly isExample: boolean;
};

/**
 * Finds what a report is asked of. An institution's account is that of the place where it is entered.
 * @throws Refusal `actors.territory-not-found`, `reports.not-a-quarter`, `reports.needs-organisation`, `reports.not-the-country`
 */
export async function findSubject(
  tx: Transaction,
  context: Context,
  asked: BulletinAsked,
): Promise<BulletinSubject> {
  const place = await getPlace(tx, asked.territory);
  if (asked.kind === 'national' && place.level !== 0)
    throw refuse('reports.not-the-country', { field: 'territory' });
  const today = await todayOf(tx, context, place.id);
  const quarter = quarterOf(asked.quarter ?? lastQuarter(today), today);
  if (!quarter)
    throw refuse('reports.not-a-quarter', { field: 'quarter', values: { text: asked.quarter ?? '' } });
  const language = asked.language ?? context.language;
  const common = { asked, quarter, today, language };
  if (asked.kind !== 'institution')
    return { ...common, place, organisationId: null, name: place.name, isExample: false };
  const organisation =
    asked.organisation === undefined ? undefined : await findOrganisation(tx, asked.organisation);
  if (organisation?.country !== place.country)
    throw refuse('reports.needs-organisation', { field: 'organisation' });
  return {
    ...common,
    place,
    organisationId: organisation.id,
    name: organisation.name,
    isExample: false,
  };
}

/** Reads all that a report says, with the eyes of its readers. */
export async function gatherBulletin(context: Context, subject: BulletinSubject): Promise<BulletinContent> {
  const { asked, place, quarter, language, today } = subject;
  const eyes = { ...withEyesOf(context, asked.audience, place, subject.organisationId), language };
  const country = await inScope(eyes.database, eyes.actor.scope, (tx) =>
    getCountryOfReport(tx, place.country),
  );
  const cooperation = await gatherCooperation(eyes, subject);
  const figures = await gatherFigures(eyes, subject);
  return {
    kind: asked.kind,
    audience: asked.audience,
    language,
    country: place.country,
    countryName: language === 'en' ? country.nameEn : country.name,
    subject: subject.name,
    quarter: quarter.text,
    from: quarter.from,
    to: quarter.to,
    cutOff: today,
    ...cooperation,
    figures,
    isExample: subject.isExample || cooperation.isExample || figures.some((figure) => figure.isExample),
  };
}
