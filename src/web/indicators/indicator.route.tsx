import { countryOf } from '../actors/actor-shapes.ts';
import { countryOfPage, findPlace, territoriesOfList } from '../actors/territory-choices.ts';
import { FiguresHere } from '../analysis/figures-here.tsx';
import { NotesHere } from '../analysis/notes-here.tsx';
import { openFigures } from '../analysis/open-figures.ts';
import { call, pageOfRequest } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { DefinitionList } from '../design/definition-list.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/indicator.route';
import { ComputedFigure } from './computed-figure.tsx';
import { useBelongingFacts, useCountingFacts } from './indicator-facts.tsx';
import { addressOfIndicator, looks, titleIn, unitIn, wordsIn, type Indicator } from './indicator-shapes.ts';
import styles from './indicators.module.css';
import { placesToOpen } from './places-to-open.ts';
import { PlaceForm } from './place-form.tsx';
import { TargetsHere } from './targets-here.tsx';
import { observedOf, toldFigures } from './told-figures.ts';
import { ToldBy } from './told-by.tsx';
import { Wordings } from './wordings.tsx';

export async function loader({ context, params: { code }, request }: Route.LoaderArgs) {
  const indicator = await call(context, 'getIndicator', { code }, request);
  const wanted = new URL(request.url).searchParams.get('territorio');
  const { countries, country } = await countryOfPage(context, request, wanted ? countryOf(wanted) : null);
  const { visitor } = pageOfRequest(context);
  const reader = { home: visitor?.home.reference ?? null, country: visitor?.country ?? null };
  const places = wanted ? [wanted] : placesToOpen(indicator, reader, countries);
  const opened = indicator.rule === null ? await openFigures(context, code, places) : null;
  const territory = opened?.territory ?? places[0] ?? '';
  const around = {
    countries,
    country: countries.find((one) => one.code === countryOf(territory)) ?? country,
  };
  const [place, targets, dimensions, notes] = await Promise.all([
    findPlace(context, territory, request),
    call(context, 'listTargets', { indicator: code, territory, limit: 200 }, request),
    call(context, 'listDimensions', {}, request),
    call(context, 'listFigureNotes', { indicator: code, territory, limit: 20 }, request),
  ]);
  const years = targets.items.map(({ year }) => year);
  const [territories, told, computed] = await Promise.all([
    territoriesOfList(context, around, place, request),
    indicator.rule === null ? toldFigures(context, { code, territory, years }) : null,
    indicator.rule === null ? null : call(context, 'getComputedIndicator', { code, territory }, request),
  ]);
  const here = { indicator, place, territories, targets, dimensions: dimensions.items };
  return { ...here, told, figures: opened?.figures ?? null, notes, computed };
}

/** One indicator: what it measures, how it is counted, by whom and with what limits; what it says here, and what is aimed at. */
export default function IndicatorPage({ loaderData }: Route.ComponentProps) {
  const { indicator, place, territories, targets, dimensions, told, figures, notes, computed } = loaderData;
  const say = useSay();
  return (
    <InPlace country={countryOf(place.reference)}>
      <Page
        title={titleIn(say, indicator)}
        crumbs={[{ to: '/indicadores', title: say('indicators.title') }]}
        state={<State indicator={indicator} />}
        actions={
          <Actions indicator={indicator} place={place.reference} maySet={targets.abilities.length > 0} />
        }
      >
        <Notices indicator={indicator} />
        <Section title={say('indicators.what')}>
          <p className={styles.definition}>{wordsIn(say, indicator.definition, 'definition')}</p>
        </Section>
        <Section title={say('indicators.figures')}>
          <PlaceForm territories={territories} chosen={place.reference} />
          {computed && <ComputedFigure indicator={indicator} computed={computed} />}
          {figures && (
            <FiguresHere
              code={indicator.code}
              territory={place.reference}
              figures={figures}
              targets={targets.items.filter(isAimOfEverybody)}
            />
          )}
          <NotesHere notes={notes} code={indicator.code} territory={place.reference} />
          {!computed && !figures?.trend && <p>{say('indicators.not-told-here', { name: place.name })}</p>}
        </Section>
        <Section title={say('indicators.targets')} id="metas">
          <TargetsHere
            {...{ indicator, place, targets: targets.items, dimensions }}
            observed={observedOf(told)}
          />
        </Section>
        <Section title={say('indicators.how')}>
          <DefinitionList facts={useCountingFacts(indicator)} />
        </Section>
        <Limits indicator={indicator} />
        {indicator.rule === null && (
          <Section title={say('indicators.who')}>
            <ToldBy indicator={indicator} />
          </Section>
        )}
        <Section title={say('indicators.codes')}>
          <DefinitionList facts={useBelongingFacts(indicator)} />
        </Section>
        <Section title={say('indicators.wordings')}>
          <Wordings definitions={indicator.definitions} />
        </Section>
      </Page>
    </InPlace>
  );
}

/** What a line through the figures of everybody may be held against. */
function isAimOfEverybody({
  group,
  kind,
}: {
  group: Readonly<Record<string, string>>;
  kind: string;
}): boolean {
  return kind === 'target' && Object.keys(group).length === 0;
}

function State({ indicator }: { indicator: Indicator }) {
  const say = useSay();
  const { standing, code, rule } = indicator;
  return (
    <>
      <StateTag state={looks[standing]}>{say.dynamic(`indicators.standing.${standing}`)}</StateTag>
      <span>{code}</span>
      <span>{unitIn(say, indicator)}</span>
      {rule !== null && <span>{say('indicators.computed')}</span>}
      {!indicator.definition.isVerified && <span>{say('indicators.unverified')}</span>}
    </>
  );
}

function Actions({ indicator, place, maySet }: { indicator: Indicator; place: string; maySet: boolean }) {
  const say = useSay();
  const here = addressOfIndicator(indicator.code);
  return (
    <>
      {maySet && indicator.standing !== 'retired' && (
        <ButtonLink to={`${here}/metas?territorio=${place}`}>{say('indicators.targets-edit')}</ButtonLink>
      )}
      {indicator.possible.length > 0 && (
        <ButtonLink look="quiet" to={`${here}/corregir`}>
          {say('indicators.correct')}
        </ButtonLink>
      )}
    </>
  );
}

function Notices({ indicator }: { indicator: Indicator }) {
  const say = useSay();
  const { standing, standingReason, definition } = indicator;
  return (
    <>
      {standing === 'draft' && (
        <Notice kind="warning" title={say('indicators.standing.draft')}>
          <p>{say('indicators.draft-notice')}</p>
        </Notice>
      )}
      {standing === 'retired' && (
        <Notice kind="warning" title={say('indicators.standing.retired')}>
          <p>
            {say('indicators.retired-notice')} {standingReason}
          </p>
        </Notice>
      )}
      {!definition.isVerified && (
        <Notice title={say('indicators.unverified-title')}>
          <p>{say('indicators.unverified-lead')}</p>
        </Notice>
      )}
    </>
  );
}

function Limits({ indicator }: { indicator: Indicator }) {
  const say = useSay();
  const limits = wordsIn(say, indicator.definition, 'limits');
  if (limits === null) return null;
  return (
    <Section title={say('indicators.limits')}>
      <p className={styles.prose}>{limits}</p>
    </Section>
  );
}
