import { lazy } from 'react';
import { levelOfCycle, loadFigureLayer, loadReportingLayer } from '../analysis/load-layers.ts';
import { attempt, call, pageOfRequest } from '../api.ts';
import type { Visitor } from '../page-context.ts';
import { findMap } from '../territories/optional-map.ts';
import { InPlace } from '../words/words.tsx';
import type { Route } from './+types/home.route';
import { layersOf } from './coverage-map.tsx';
import { homeOf } from './home-of.ts';
import { loadAgreements, loadMonth, loadPlans } from './load-month.ts';
import { layerAsked, type MapLayer } from './situation-map.tsx';

// Each person's first screen travels alone, with its sentences: a committee's phone is not sent the coordination's map.
const FindYourPlace = lazy(() => import('./find-your-place.route.tsx'));
const MyCommittee = lazy(() => import('./my-committee.route.tsx'));
const MyInstitution = lazy(() => import('./my-institution.route.tsx'));
const MyMunicipality = lazy(() => import('./my-municipality.route.tsx'));
const Overview = lazy(() => import('./overview.route.tsx'));
const SituationRoom = lazy(() => import('./situation-room.route.tsx'));

type Context = Route.LoaderArgs['context'];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { visitor } = pageOfRequest(context);
  if (visitor === null) return anybody(context, request);
  const { account } = await call(context, 'getSession', {}, request);
  const home = homeOf(account?.roles ?? [], visitor.home.reference);
  const country = home.reference.slice(0, 2);
  const given = { visitor, country };
  switch (home.kind) {
    case 'situation':
      return { kind: home.kind, ...given, ...(await roomOf(context, request, home.reference)) };
    case 'overview':
      return {
        kind: home.kind,
        ...given,
        ...(await situationOf(context, request, home.reference)),
        deeds: await lastDeeds(context, visitor),
      };
    case 'municipality':
      return { kind: home.kind, ...given, ...(await municipalityOf(context, request, home.reference)) };
    case 'committee':
      return { kind: home.kind, ...given, ...(await committeeOf(context, request, home)) };
    default:
      return { kind: home.kind, ...given, ...(await institutionOf(context, request, home)) };
  }
}

async function municipalityOf(context: Context, request: Request, reference: string) {
  const [situation, actors, month, plans] = await Promise.all([
    call(context, 'getSituation', { territory: reference }, request),
    call(context, 'getTerritoryActors', { territory: reference }, request),
    loadMonth(context, request),
    loadPlans(context, request, { territory: reference }),
  ]);
  const party = month.owe.parties[0]?.id;
  const agreements = await loadAgreements(context, request, { party, territory: reference });
  return { situation, actors, month, plans, agreements };
}

async function committeeOf(
  context: Context,
  request: Request,
  home: { readonly structureId: string; readonly reference: string },
) {
  const { structureId } = home;
  const [structure, actors, month, plans] = await Promise.all([
    call(context, 'getStructure', { structureId }, request),
    call(context, 'getTerritoryActors', { territory: home.reference }, request),
    loadMonth(context, request, structureId),
    loadPlans(context, request, { owner: structureId }),
  ]);
  return { structure, actors, month, plans };
}

async function institutionOf(
  context: Context,
  request: Request,
  home: { readonly organisationId: string; readonly reference: string },
) {
  const { organisationId } = home;
  const { today } = pageOfRequest(context);
  const asked = { side: 'owe', as: organisationId, month: today.slice(0, 7) } as const;
  const [organisation, month, days, agreements] = await Promise.all([
    call(context, 'getOrganisation', { organisationId }, request),
    loadMonth(context, request, organisationId, 'all'),
    call(context, 'getLedgerMonth', asked, request),
    loadAgreements(context, request, { party: organisationId, territory: home.reference }),
  ]);
  return { organisation, month, days, agreements };
}

async function anybody(context: Context, request: Request) {
  const { items: countries } = await call(context, 'listCountries', {}, request);
  const wanted = new URL(request.url).searchParams.get('pais');
  const country = countries.find((one) => one.code === wanted) ?? countries[0];
  const map = country ? await findMap(context, country.reference, { width: 640 }) : null;
  return { kind: 'anybody' as const, visitor: null, country: country?.code, countries, map };
}

/** The situation room: what needs attention, the map in its layers, the strategy line by line. */
async function roomOf(context: Context, request: Request, reference: string) {
  const territory = { territory: reference };
  const [situation, matters, coverage, strips, figures, reporting] = await Promise.all([
    situationOf(context, request, reference),
    call(context, 'getMatters', territory, request),
    call(context, 'getCoverage', territory, request),
    call(context, 'getStrategyStrips', territory, request),
    loadFigureLayer(context, reference),
    loadReportingLayer(context, reference),
  ]);
  // Whoever coordinates calls those whom no reminder reached; others may not see accounts.
  const waiting = await attempt(context, 'listUnreached', {});
  const unreached = waiting.ok
    ? { people: waiting.answer.people, reminders: waiting.answer.reminders }
    : null;
  const told = { figures, reporting };
  const levels: Readonly<Partial<Record<MapLayer, number | null>>> = {
    ...Object.fromEntries(layersOf(coverage).map((one) => [one, coverage.level])),
    ...(figures && { figures: figures.level }),
    ...(reporting && { reporting: levelOfCycle(reporting) }),
  };
  const asked = layerAsked(request);
  const layer = asked !== null && asked in levels ? asked : null;
  const level = layer === null ? null : (levels[layer] ?? null);
  const size = { width: 640, ...(level === null ? {} : { level }) };
  const map = layer === null ? situation.map : await findMap(context, reference, size);
  return { ...situation, map, matters, coverage, layer, told, strips, unreached };
}

/** The exceptions and the map of a territory, at the level that the address names. */
async function situationOf(context: Context, request: Request, reference: string) {
  const asked = new URL(request.url).searchParams.get('nivel');
  const level = asked !== null && /^[0-9]$/.test(asked) ? Number(asked) : undefined;
  const situation = await call(context, 'getSituation', { territory: reference, level }, request);
  const map =
    situation.structures.length > 0
      ? await findMap(context, reference, { width: 640, level: situation.level })
      : null;
  return { situation, map };
}

/** What was done last, for whoever may read the trail; null for everybody else. */
async function lastDeeds(context: Context, visitor: Visitor) {
  if (!visitor.deeds.includes('read-audit')) return null;
  const found = await attempt(context, 'listAuditEntries', { limit: 8 });
  return found.ok ? found.answer.items : null;
}

/** The first screen answers the one question of whoever opens it. */
export default function HomePage({ loaderData }: Route.ComponentProps) {
  return <InPlace country={loaderData.country}>{screenOf(loaderData)}</InPlace>;
}

function screenOf(home: Route.ComponentProps['loaderData']) {
  switch (home.kind) {
    case 'anybody':
      return <FindYourPlace countries={home.countries} country={home.country} map={home.map} />;
    case 'situation':
      return <SituationRoom {...home} />;
    case 'municipality':
      return <MyMunicipality {...home} />;
    case 'committee':
      return <MyCommittee {...home} />;
    case 'institution':
      return <MyInstitution {...home} />;
    default:
      return <Overview situation={home.situation} map={home.map} deeds={home.deeds} />;
  }
}
