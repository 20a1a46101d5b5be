import { attempt, call, pageOfRequest } from '../api.ts';
import type { Visitor } from '../page-context.ts';
import { findMap } from '../territories/optional-map.ts';
import { InPlace } from '../words/words.tsx';
import type { Route } from './+types/home.route';
import { FindYourPlace } from './find-your-place.tsx';
import { homeOf } from './home-of.ts';
import { MyCommittee } from './my-committee.tsx';
import { MyInstitution } from './my-institution.tsx';
import { MyMunicipality } from './my-municipality.tsx';
import { Overview } from './overview.tsx';
import { SituationRoom } from './situation-room.tsx';

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
      return { kind: home.kind, ...given, ...(await situationOf(context, request, home.reference)) };
    case 'overview':
      return {
        kind: home.kind,
        ...given,
        ...(await situationOf(context, request, home.reference)),
        deeds: await lastDeeds(context, visitor),
      };
    case 'municipality': {
      const [situation, actors] = await Promise.all([
        call(context, 'getSituation', { territory: home.reference }, request),
        call(context, 'getTerritoryActors', { territory: home.reference }, request),
      ]);
      return { kind: home.kind, ...given, situation, actors };
    }
    case 'committee': {
      const [structure, actors] = await Promise.all([
        call(context, 'getStructure', { structureId: home.structureId }, request),
        call(context, 'getTerritoryActors', { territory: home.reference }, request),
      ]);
      return { kind: home.kind, ...given, structure, actors };
    }
    default: {
      const asked = { organisationId: home.organisationId };
      return {
        kind: home.kind,
        ...given,
        organisation: await call(context, 'getOrganisation', asked, request),
      };
    }
  }
}

async function anybody(context: Context, request: Request) {
  const { items: countries } = await call(context, 'listCountries', {}, request);
  const wanted = new URL(request.url).searchParams.get('pais');
  const country = countries.find((one) => one.code === wanted) ?? countries[0];
  const map = country ? await findMap(context, country.reference, { width: 640 }) : null;
  return { kind: 'anybody' as const, visitor: null, country: country?.code, countries, map };
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
      return <SituationRoom situation={home.situation} map={home.map} visitor={home.visitor} />;
    case 'municipality':
      return <MyMunicipality situation={home.situation} actors={home.actors} visitor={home.visitor} />;
    case 'committee':
      return <MyCommittee structure={home.structure} actors={home.actors} />;
    case 'institution':
      return <MyInstitution organisation={home.organisation} />;
    default:
      return <Overview situation={home.situation} map={home.map} deeds={home.deeds} />;
  }
}
