import { redirect } from 'react-router';
import { loadTerritoryFigures } from '../analysis/load-territory-figures.ts';
import { TerritoryFigures } from '../analysis/territory-figures.tsx';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { NeedsHere } from '../diagnosis/need-lines.tsx';
import { PlansHere } from '../plans/plan-lines.tsx';
import { Page, Section } from '../design/page.tsx';
import { ProgrammesHere } from '../planning/programmes-here.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/territory.route';
import { AgreementsHere, CommitmentsHere } from './cooperation-here.tsx';
import { MissingHere } from './missing-here.tsx';
import { findMap } from './optional-map.ts';
import { PlacesTable } from './places-table.tsx';
import { PeopleSentence } from './population.tsx';
import { RegisterHere } from './register-here.tsx';
import { SayAbsent } from './say-absent.tsx';
import { PlacesMap } from './territories-map.tsx';
import { TerritoryHistory } from './territory-history.tsx';
import styles from './territory.module.css';
import { addressOfTerritory, crumbsOf, type Territory } from './territory-shapes.ts';
import { currentPosts, WhomToCall } from './whom-to-call.tsx';
import { Authorities, LevelsAbove, LevelsBelow, Organisations, Structures, Work } from './who-works-here.tsx';

export async function loader({ context, params: { reference }, request }: Route.LoaderArgs) {
  const [territory, actors, needs, all, inventory, plans, cooperation, figures] = await Promise.all([
    call(context, 'getTerritory', { reference }, request),
    call(context, 'getTerritoryActors', { territory: reference }, request),
    call(context, 'listNeeds', { territory: reference, below: 'no', limit: 5 }, request),
    call(context, 'listNeeds', { territory: reference, limit: 1 }, request),
    call(context, 'listInventory', { territory: reference, limit: 5 }, request),
    call(context, 'listPlans', { territory: reference, below: 'no', limit: 5 }, request),
    call(context, 'getCooperation', { territory: reference }, request),
    loadTerritoryFigures(context, reference),
  ]);
  const map = territory.childCount > 0 ? await findMap(context, reference, { width: 640 }) : null;
  // Of the levels above, only those whom one would call are shown.
  const above = actors.above.map((level) => ({ ...level, posts: currentPosts(level).slice(0, 3) }));
  const needsCount = all.count;
  const shown = { ...actors, above };
  return { territory, actors: shown, map, needs, needsCount, inventory, plans, cooperation, figures };
}

/** What is not registered is said to be absent, or that is taken back. */
export async function action({ context, params: { reference }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const at = { territory: reference, norm: textOf(form, 'norm') };
  const body = { note: textOf(form, 'note'), confirmText: form.has('confirmText') };
  const result =
    textOf(form, '_form') === 'not-absent'
      ? await attempt(context, 'withdrawAbsence', at, keyOf(form))
      : await attempt(context, 'recordAbsence', { ...at, body }, keyOf(form));
  return result.ok ? redirect(addressOfTerritory(reference)) : refusedForm(result.refused, form);
}

/** The page of one territory: who is responsible, whom to call, what is missing; then all the rest. */
export default function TerritoryPage({ loaderData }: Route.ComponentProps) {
  const { territory, actors, map, needs, needsCount, inventory, plans, cooperation, figures } = loaderData;
  const say = useSay();
  const mayEdit = territory.abilities.includes('edit-territory');
  return (
    <InPlace country={territory.country} today={cooperation.today}>
      <Page
        title={territory.name}
        crumbs={crumbsOf(territory, say.language)}
        state={<State territory={territory} />}
        actions={
          <>
            <ButtonLink to={`${addressOfTerritory(territory.reference)}/hoja`} icon="print">
              {say('places.print')}
            </ButtonLink>
            <ButtonLink look="quiet" to={`${addressOfTerritory(territory.reference)}/compromisos`}>
              {say('portal.title')}
            </ButtonLink>
            {mayEdit && (
              <ButtonLink look="quiet" to={`${addressOfTerritory(territory.reference)}/corregir`}>
                {say('places.edit')}
              </ButtonLink>
            )}
          </>
        }
      >
        <div className={styles.top}>
          <Section title={say('places.whom-to-call')}>
            <WhomToCall actors={actors} />
          </Section>
          <Section title={say('places.governs')}>
            <Authorities authorities={actors.authorities} />
            {actors.abilities.includes('edit-organisation') && (
              <ButtonLink look="quiet" to={`${addressOfTerritory(territory.reference)}/autoridades`}>
                {say('places.governs-change')}
              </ButtonLink>
            )}
          </Section>
        </div>
        <Section title={say('needs.title')}>
          <NeedsHere
            reference={territory.reference}
            needs={needs.items}
            count={needsCount}
            mayEdit={needs.abilities.includes('edit-need')}
          />
        </Section>
        <TerritoryFigures reference={territory.reference} trends={figures} />
        <AgreementsHere reference={territory.reference} cooperation={cooperation} />
        <CommitmentsHere reference={territory.reference} cooperation={cooperation} />
        <PlansHere reference={territory.reference} plans={plans} />
        <ProgrammesHere reference={territory.reference} inventory={inventory} />
        <Section title={say('places.missing')}>
          <MissingHere comparison={actors.comparison} />
          {actors.comparison && actors.abilities.includes('edit-structure') && (
            <SayAbsent comparison={actors.comparison} />
          )}
        </Section>
        <Section title={say('places.structures')}>
          <Structures structures={actors.structures} />
          <RegisterHere territory={territory} abilities={actors.abilities} />
        </Section>
        <Section title={say('places.work')}>
          <Work work={actors.work} />
        </Section>
        {actors.organisations.length > 0 && (
          <Section title={say('places.organisations')}>
            <Organisations organisations={actors.organisations} />
          </Section>
        )}
        {actors.above.length > 0 && (
          <Section title={say('places.level-above')}>
            <LevelsAbove above={actors.above} />
          </Section>
        )}
        {territory.childCount > 0 && (
          <Section title={say('places.level-below')}>
            <LevelsBelow below={actors.below} />
            {map && <PlacesMap map={map} title={say('places.map-of', { name: territory.name })} />}
            <PlacesTable rows={territory.children} caption={say('places.parts')} />
          </Section>
        )}
        <Section title={say('places.history')}>
          <TerritoryHistory territory={territory} />
        </Section>
      </Page>
    </InPlace>
  );
}

function State({ territory }: { territory: Territory }) {
  const say = useSay();
  const format = useFormat();
  return (
    <>
      <span>
        {territory.kindName[say.language]} · {say('territories.code')} {territory.code}
        {territory.isoCode && ` · ${territory.isoCode}`}
      </span>
      <span>
        <PeopleSentence figure={territory.population} />
      </span>
      {territory.areaKm2 !== null && <span>{say('territories.area', { km2: territory.areaKm2 })}</span>}
      {territory.validTo !== null && (
        <strong>{say('territories.ended', { day: format.day(territory.validTo) })}</strong>
      )}
    </>
  );
}
