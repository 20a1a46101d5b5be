import { Fragment } from 'react';
import { Link } from 'react-router';
import type { Fact } from '../design/definition-list.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { IccsName } from './iccs-name.tsx';
import { addressOfIndicator, frameworkWord, titleIn, wordsIn, type Indicator } from './indicator-shapes.ts';

type Part = Indicator['numerator'];

/** How an indicator is counted; what was not said is left out. */
export function useCountingFacts(indicator: Indicator): Fact[] {
  const say = useSay();
  const format = useFormat();
  const { definition, composition, numerator, denominatorKind, denominator, countingUnit, whole } = indicator;
  const facts: (Fact | null)[] = [
    fact(
      say('indicators.numerator'),
      <PartLine part={numerator} words={wordsIn(say, definition, 'numeratorWords')} />,
      numerator !== null || definition.numeratorWords !== null,
    ),
    fact(
      say('indicators.denominator'),
      denominatorKind === 'population' && definition.denominatorWords === null ? (
        say('indicators.by-population')
      ) : (
        <PartLine part={denominator} words={wordsIn(say, definition, 'denominatorWords')} />
      ),
      denominatorKind !== null || definition.denominatorWords !== null,
    ),
    fact(say('indicators.whole'), <PartLine part={whole} words={null} />, whole !== null),
    fact(say('indicators.parts'), <PartLines parts={indicator.parts} />, indicator.parts.length > 0),
    fact(say('indicators.per'), format.number(indicator.multiplier), indicator.multiplier !== 1),
    {
      term: say('indicators.composition-label'),
      value: say.dynamic(`indicators.composition.${composition}`),
      source: say.dynamic(`indicators.composition-help.${composition}`),
    },
    fact(
      say('indicators.counting-unit-label'),
      say.dynamic(`indicators.counting-unit.${countingUnit ?? 'other'}`),
      countingUnit !== null,
    ),
    fact(say('indicators.method'), wordsIn(say, definition, 'method'), definition.method !== null),
    fact(
      say('indicators.dimensions-label'),
      format.list(indicator.dimensions.map((one) => titleIn(say, one).toLowerCase())),
      indicator.dimensions.length > 0,
    ),
    fact(say('indicators.period-label'), say.dynamic(`indicators.period.${indicator.finestPeriod}`)),
    fact(say('indicators.direction-label'), say.dynamic(`indicators.direction.${indicator.direction}`)),
    fact(
      say('indicators.protected-label'),
      say(indicator.countsPeople ? 'indicators.protected' : 'indicators.not-protected'),
    ),
    boundsFact(say, format, indicator),
  ];
  return facts.filter((one) => one !== null);
}

function fact(term: string, value: Fact['value'], isThere = true): Fact | null {
  return isThere ? { term, value } : null;
}

function boundsFact(
  say: ReturnType<typeof useSay>,
  format: ReturnType<typeof useFormat>,
  { lowBound, highBound }: Indicator,
): Fact | null {
  const [low, high] = [lowBound, highBound].map((bound) => (bound === null ? null : format.number(bound)));
  const term = say('indicators.bounds');
  if (low && high) return { term, value: say('indicators.bounds-between', { low, high }) };
  if (low) return { term, value: say('indicators.bounds-from', { low }) };
  return high ? { term, value: say('indicators.bounds-to', { high }) } : null;
}

/** A part of a ratio: in words, with the way to its own page. */
function PartLine({ part, words }: { part: Part; words: string | null }) {
  const say = useSay();
  if (part === null) return <>{words}</>;
  return (
    <>
      {words ?? titleIn(say, part)} (<Link to={addressOfIndicator(part.code)}>{part.code}</Link>)
    </>
  );
}

function PartLines({ parts }: { parts: Indicator['parts'] }) {
  const say = useSay();
  return (
    <ul>
      {parts.map((one) => (
        <li key={one.code}>
          <Link to={addressOfIndicator(one.code)}>{titleIn(say, one)}</Link>
        </li>
      ))}
    </ul>
  );
}

/** To whom an indicator belongs, and by what other names it goes. */
export function useBelongingFacts(indicator: Indicator): Fact[] {
  const say = useSay();
  const format = useFormat();
  const { framework, territory, organisation, sdgCodes, iccs, source, partOf } = indicator;
  const facts: (Fact | null)[] = [
    fact(say('indicators.code'), indicator.code),
    fact(say('indicators.framework-label'), framework && frameworkWord(say, framework), framework !== null),
    fact(say('indicators.of-country'), territory?.name ?? say('indicators.every-country')),
    fact(say('indicators.owner'), organisation?.name, organisation !== null),
    fact(say('indicators.sdg'), format.list(sdgCodes), sdgCodes.length > 0),
    fact(
      say('indicators.iccs'),
      <>
        {iccs.map((one) => (
          <Fragment key={one.code}>
            <IccsName iccs={one} />
            <br />
          </Fragment>
        ))}
        <Link to="/cifras/nombres">{say('crosswalks.link')}</Link>
      </>,
      iccs.length > 0,
    ),
    source && {
      term: say('indicators.source'),
      value: source.address ? <a href={source.address}>{source.title}</a> : source.title,
      source: source.publisher,
    },
    fact(say('indicators.part-of'), <PartLines parts={partOf} />, partOf.length > 0),
  ];
  return facts.filter((one) => one !== null);
}
