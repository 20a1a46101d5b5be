import { Link } from 'react-router';
import { daysToReply } from '#domain/commitments/evidence.ts';
import { address, call } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Page, Section } from '../design/page.tsx';
import { Downloads, type Download } from '../design/table.tsx';
import type { RouteHandle } from '../shell/frame.ts';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/portal.route';
import { Method } from './method.tsx';
import { addressOfPromises, pastOf, type Tally } from './portal-shapes.ts';
import styles from './portal.module.css';

export const handle: RouteHandle = { script: false };

export async function loader({ context, request }: Route.LoaderArgs) {
  const text = (new URL(request.url).searchParams.get('lugar') ?? '').trim().slice(0, 200);
  const [{ items: countries }, hits] = await Promise.all([
    call(context, 'listCountries', {}, request),
    text.length < 2 ? null : call(context, 'search', { text, limit: 30 }, request),
  ]);
  const told = await Promise.all(
    countries.map(async ({ code, name }) => {
      const { tally } = await call(context, 'listPublicCommitments', { territory: code, limit: 1 }, request);
      const file = (format: 'xlsx' | 'csv') =>
        address(context, 'exportPublicCommitments', { territory: code, format });
      const downloads: Download[] = [
        { format: 'XLSX', href: file('xlsx') },
        { format: 'CSV', href: file('csv') },
      ];
      return { code, name, tally, downloads };
    }),
  );
  const places = hits?.items.filter(({ kind }) => kind === 'territory') ?? [];
  return { text, places: hits && places, countries: told, days: daysToReply };
}

/** Where anybody begins who asks what was promised: find the place, or read of a whole country. */
export default function PortalPage({ loaderData: { text, places, countries, days } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page title={say('portal.title')} lead={say('portal.lead')}>
      <form action="/portal" role="search" className={styles.find}>
        <label htmlFor="lugar">{say('portal.find')}</label>
        <div className={styles.row}>
          <input id="lugar" name="lugar" type="search" defaultValue={text} maxLength={200} />
          <Button icon="search">{say('shell.search')}</Button>
        </div>
        <small>{say('shell.search-forgiving')}</small>
      </form>
      {places && (
        <>
          <p role="status">{say('portal.found', { count: places.length, text })}</p>
          <ul className={styles.places}>
            {places.map((place) => (
              <li key={place.id}>
                <Link to={addressOfPromises(place.id)}>{say('portal.see', { name: place.title })}</Link>
                <small>{place.context}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <Section title={say('portal.countries')}>
        <ul className={styles.places}>
          {countries.map(({ code, name, tally, downloads }) => (
            <li key={code}>
              <InPlace country={code}>
                <h3>
                  <Link to={addressOfPromises(code)}>{name[say.language]}</Link>
                </h3>
                <CountryTally tally={tally} />
                <Downloads downloads={downloads} />
              </InPlace>
            </li>
          ))}
        </ul>
      </Section>
      <Method days={days} />
    </Page>
  );
}

function CountryTally({ tally }: { tally: Tally }) {
  const say = useSay();
  const format = useFormat();
  const past = pastOf(tally);
  if (tally.all === 0) return <p>{say('portal.none')}</p>;
  return (
    <p>
      {say('portal.part.all')}: {format.number(tally.all)}.{' '}
      {past === 0
        ? say('portal.nothing-due')
        : say('portal.done-of', { met: format.number(tally.met), past: format.number(past) })}
    </p>
  );
}
