import { Link } from 'react-router';
import type { Answer } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Page, Section } from '../design/page.tsx';
import { Tabs } from '../design/tabs.tsx';
import { PlacesMap } from '../territories/territories-map.tsx';
import type { DrawnMap } from '../territories/territory-shapes.ts';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import styles from './find-your-place.module.css';

type Country = Answer<'listCountries'>['items'][number];
type Kind = Country['kinds'][number];

/** Where anybody begins: find your place, by its name, on the map or by its country. */
export default function FindYourPlace({
  countries,
  country,
  map,
}: {
  countries: readonly Country[];
  country: string | undefined;
  map: DrawnMap | null;
}) {
  const say = useSay();
  return (
    <Page title={say('shell.home-title')} lead={say('shell.home-lead')}>
      <form action="/buscar" className={styles.form}>
        <label htmlFor="lugar">{say('shell.home-find')}</label>
        <div className={styles.row}>
          <input id="lugar" name="texto" type="search" maxLength={200} />
          <Button icon="search">{say('shell.search')}</Button>
        </div>
        <small>{say('shell.search-forgiving')}</small>
      </form>
      <p>
        <Link to="/portal">{say('portal.title')}</Link>: {say('portal.lead')}
      </p>
      {countries.length > 0 && (
        <Section title={say('shell.home-countries')}>
          <ul className={styles.countries}>
            {countries.map((country) => (
              <li key={country.code}>
                <InPlace country={country.code}>
                  <CountryLine country={country} />
                </InPlace>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {map && country && (
        <Section title={say('home.on-the-map')}>
          {countries.length > 1 && (
            <Tabs
              label={say('places.countries')}
              tabs={countries.map((one) => ({
                to: `/?pais=${one.code}`,
                title: one.name[say.language],
                isHere: one.code === country,
              }))}
            />
          )}
          <PlacesMap
            map={map}
            title={say('places.map-of', { name: nameOf(countries, country, say.language) })}
          />
        </Section>
      )}
    </Page>
  );
}

function nameOf(countries: readonly Country[], code: string, language: 'es' | 'en'): string {
  return countries.find((one) => one.code === code)?.name[language] ?? code;
}

/** A country, and how many places of each kind it has. */
function CountryLine({ country }: { country: Country }) {
  const say = useSay();
  const format = useFormat();
  // One kind may stand at several levels: a comarca of a province's rank, and one of a district's.
  const counted = new Map<string, Kind>();
  for (const kind of country.kinds) {
    const before = counted.get(kind.name.es);
    counted.set(kind.name.es, before ? { ...before, count: before.count + kind.count } : kind);
  }
  const kinds = [...counted.values()]
    .filter((kind) => kind.level > 0 && kind.count > 0)
    .map(
      (kind) =>
        `${format.number(kind.count)} ${(kind.count === 1 ? kind.name : kind.plural)[say.language].toLowerCase()}`,
    );
  return (
    <>
      <h3>
        <Link to={`/territorios?pais=${country.code}`}>{country.name[say.language]}</Link>
      </h3>
      <p>{format.list(kinds)}</p>
    </>
  );
}
