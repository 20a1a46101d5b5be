import { redirect } from 'react-router';
import { countryOf } from '../actors/actor-shapes.ts';
import { findPlace, ownTerritories } from '../actors/territory-choices.ts';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/targets.route';
import { numberOf } from './indicator-body.ts';
import { addressOfIndicator, titleIn } from './indicator-shapes.ts';
import { groupWords } from './group-words.ts';
import { observedOf, toldFigures } from './told-figures.ts';
import { openForm } from './open-form.ts';
import { PlaceForm } from './place-form.tsx';
import { CorrectTarget, SetTarget } from './target-forms.tsx';
import { TargetsHere } from './targets-here.tsx';

export async function loader({ context, params: { code }, request }: Route.LoaderArgs) {
  const indicator = await call(context, 'getIndicator', { code }, request);
  const { options, chosen } = await ownTerritories(context, request);
  const territory = chosen || indicator.territory?.reference || indicator.country || '';
  if (!territory) openForm(context, request, []);
  const [place, targets, dimensions] = await Promise.all([
    findPlace(context, territory, request),
    call(context, 'listTargets', { indicator: code, territory, limit: 200 }, request),
    call(context, 'listDimensions', {}, request),
  ]);
  openForm(context, request, targets.abilities);
  const years = targets.items.map(({ year }) => year);
  const told = await toldFigures(context, { code, territory, years });
  return {
    indicator,
    place,
    territories: options,
    targets: targets.items,
    dimensions: dimensions.items,
    observed: observedOf(told),
  };
}

export async function action({ context, params: { code }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const done = await change(context, code, form);
  const back = `${addressOfIndicator(code)}/metas${new URL(request.url).search}`;
  return done.ok ? redirect(back) : refusedForm(done.refused, form);
}

/** Each form of the page is one deed. */
function change(context: Route.ActionArgs['context'], code: string, form: FormData) {
  const at = { targetId: textOf(form, 'targetId'), version: Number(textOf(form, 'version')) };
  const said = {
    value: numberOf(textOf(form, 'value')) ?? Number.NaN,
    source: textOf(form, 'source') || null,
    note: textOf(form, 'note') || null,
  };
  const key = keyOf(form);
  const name = textOf(form, '_form');
  if (name.startsWith('correct')) return attempt(context, 'correctTarget', { ...at, body: said }, key);
  if (name.startsWith('remove')) return attempt(context, 'removeTarget', at, key);
  const [dimension, category] = textOf(form, 'group').split('=');
  const body = {
    territory: textOf(form, 'territory'),
    kind: textOf(form, 'kind') as 'target',
    year: numberOf(textOf(form, 'year')) ?? Number.NaN,
    group: dimension && category ? { [dimension]: category } : {},
    ...said,
  };
  return attempt(context, 'setTarget', { code, body }, key);
}

/** A baseline and a target a year for one territory. */
export default function TargetsPage({ loaderData }: Route.ComponentProps) {
  const { indicator, place, territories, targets, dimensions, observed } = loaderData;
  const say = useSay();
  const title = titleIn(say, indicator);
  return (
    <InPlace country={countryOf(place.reference)}>
      <Page
        title={say('indicators.targets-of', { title })}
        lead={say('indicators.targets-lead')}
        crumbs={[
          { to: '/indicadores', title: say('indicators.title') },
          { to: `${addressOfIndicator(indicator.code)}?territorio=${place.reference}`, title },
        ]}
      >
        <PlaceForm territories={territories} chosen={place.reference} />
        <Section title={place.name}>
          <TargetsHere {...{ indicator, place, targets, dimensions, observed }} />
        </Section>
        {indicator.standing !== 'retired' && (
          <Section title={say('indicators.set-target')}>
            <SetTarget indicator={indicator} territory={place.reference} dimensions={dimensions} />
          </Section>
        )}
        {targets.length > 0 && (
          <Section title={say('indicators.correct')}>
            {targets.map((target) => (
              <CorrectTarget
                key={`${target.id} ${target.version}`}
                indicator={indicator}
                target={target}
                group={groupWords(say, dimensions, target.group)}
              />
            ))}
          </Section>
        )}
      </Page>
    </InPlace>
  );
}
