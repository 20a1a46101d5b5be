import { Link } from 'react-router';
import type { Answer } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Page, Section } from '../design/page.tsx';
import type { Visitor } from '../page-context.ts';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import styles from './home.module.css';

type Country = Answer<'listCountries'>['items'][number];
type Kind = Country['kinds'][number];

/** Where anybody begins: find your place. Whoever is signed in has the own one at hand. */
export function Home({ countries, visitor }: { countries: readonly Country[]; visitor: Visitor | null }) {
  const say = useSay();
  return (
    <Page title={say('shell.home-title')} lead={say('shell.home-lead')}>
      {visitor && (
        <Buttons>
          <ButtonLink look="main" icon="territories" to={`/territorios/${visitor.home.reference}`}>
            {visitor.home.name}
          </ButtonLink>
          {visitor.organisation && (
            <ButtonLink icon="actors" to={`/actores/organizaciones/${visitor.organisation.id}`}>
              {visitor.organisation.name}
            </ButtonLink>
          )}
        </Buttons>
      )}
      <form action="/buscar" className={styles.form}>
        <label htmlFor="lugar">{say('shell.home-find')}</label>
        <div className={styles.row}>
          <input id="lugar" name="texto" type="search" maxLength={200} />
          <Button look={visitor ? 'plain' : 'main'} icon="search">
            {say('shell.search')}
          </Button>
        </div>
        <small>{say('shell.search-forgiving')}</small>
      </form>
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
    </Page>
  );
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
