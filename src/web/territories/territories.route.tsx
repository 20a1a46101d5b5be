import { Link } from 'react-router';
import { address, call, pageOfRequest } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Page, Section } from '../design/page.tsx';
import { Tabs } from '../design/tabs.tsx';
import { Tree, type Branch } from '../design/tree.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/territories.route';
import { findMap } from './optional-map.ts';
import { PlacesMap } from './territories-map.tsx';
import { PlacesTable } from './places-table.tsx';
import { addressOfTerritory } from './territory-shapes.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const { items: countries } = await call(context, 'listCountries', {}, request);
  const wanted = query.get('pais') ?? pageOfRequest(context).visitor?.country;
  const country = countries.find((one) => one.code === wanted) ?? countries[0];
  if (!country) return { countries, country: null };
  const asTree = query.get('vista') === 'arbol';
  const [territory, map, tree] = await Promise.all([
    call(context, 'getTerritory', { reference: country.reference }, request),
    findMap(context, country.reference, { width: 900 }),
    asTree ? call(context, 'getTerritoryTree', { reference: country.reference, depth: 2 }, request) : null,
  ]);
  const csv = address(context, 'exportTerritories', { country: country.code });
  return { countries, country, territory, map, tree, csv };
}

export default function TerritoriesPage({ loaderData }: Route.ComponentProps) {
  const say = useSay();
  if (loaderData.country === null) return <Page title={say('places.title')}>{null}</Page>;
  const { countries, country, territory, map, tree, csv } = loaderData;
  const here = (view: string) => `/territorios?pais=${country.code}${view}`;
  return (
    <InPlace country={country.code} timeZone={country.timeZone}>
      <Page
        title={say('places.title')}
        lead={say('places.lead')}
        actions={
          <>
            <ButtonLink to={addressOfTerritory(country.reference)}>
              {say('places.page-of', { name: territory.name })}
            </ButtonLink>
            <ButtonLink look="quiet" to={`${addressOfTerritory(country.reference)}/limites`}>
              {say('places.boundaries')}
            </ButtonLink>
          </>
        }
      >
        {countries.length > 1 && (
          <Tabs
            label={say('places.countries')}
            tabs={countries.map((one) => ({
              to: `/territorios?pais=${one.code}`,
              title: one.name[say.language],
              isHere: one.code === country.code,
            }))}
          />
        )}
        {map && <PlacesMap map={map} title={say('places.map-of', { name: territory.name })} />}
        <Section title={tree ? say('places.tree') : say('places.list')}>
          <Tabs
            label={say('places.list')}
            tabs={[
              { to: here(''), title: say('places.list'), isHere: !tree },
              { to: here('&vista=arbol'), title: say('places.tree'), isHere: Boolean(tree) },
            ]}
          />
          {tree ? (
            <Tree label={territory.name} branches={branchesOf(tree.items, country.reference)} />
          ) : (
            <PlacesTable
              rows={territory.children}
              caption={territory.name}
              downloads={[{ format: 'CSV', href: csv }]}
            />
          )}
        </Section>
      </Page>
    </InPlace>
  );
}

type Item = { readonly reference: string; readonly name: string; readonly parent: string | null };

function branchesOf(items: readonly Item[], parent: string): Branch[] {
  return items
    .filter((item) => item.parent === parent)
    .map((item) => ({
      id: item.reference,
      label: <Link to={addressOfTerritory(item.reference)}>{item.name}</Link>,
      branches: branchesOf(items, item.reference),
    }));
}
