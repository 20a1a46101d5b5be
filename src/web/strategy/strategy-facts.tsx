import { Link } from 'react-router';
import type { Fact } from '../design/definition-list.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { periodOf, type Strategy, type VersionLine } from './strategy-shapes.ts';

type Told = Pick<Strategy, 'adoptingAct' | 'adoptingActOn' | 'owner' | 'periodFrom' | 'periodTo' | 'source'>;

/** What is known of a strategy as a fact, with where it is known from; what is not known is left out. */
export function useStrategyFacts(strategy: Told): Fact[] {
  const say = useSay();
  const format = useFormat();
  const { adoptingAct, adoptingActOn, owner, source } = strategy;
  const act =
    adoptingAct && adoptingActOn
      ? say('strategies.act-of', { act: adoptingAct, day: format.longDay(adoptingActOn) })
      : adoptingAct;
  const facts: (Fact | null)[] = [
    act ? { term: say('strategies.act'), value: act } : null,
    { term: say('strategies.period-word'), value: say('strategies.period', periodOf(format, strategy)) },
    {
      term: say('strategies.owner'),
      value: <Link to={`/actores/organizaciones/${owner.id}`}>{owner.name}</Link>,
    },
    source ? { term: say('strategies.source'), value: <Source source={source} /> } : null,
  ];
  return facts.filter((fact) => fact !== null);
}

function Source({ source }: { source: NonNullable<Strategy['source']> }) {
  const publisher = source.publisher && ` · ${source.publisher}`;
  return (
    <>
      {source.address ? (
        <a href={source.address} rel="noreferrer">
          {source.title}
        </a>
      ) : (
        source.title
      )}
      {publisher}
    </>
  );
}

/** When a version holds and by which act, as far as that is known. */
export function useVersionWords(version: VersionLine): readonly string[] {
  const say = useSay();
  const format = useFormat();
  const { approvingBody, approvingAct, approvedOn, validFrom, validTo } = version;
  const by = [approvingBody, approvingAct].filter((part) => part !== null).join(': ');
  const act =
    by && (approvedOn ? say('strategies.act-of', { act: by, day: format.longDay(approvedOn) }) : by);
  const days =
    validFrom === null
      ? ''
      : validTo === null
        ? say('strategies.since', { day: format.longDay(validFrom) })
        : say('strategies.from-to', { from: format.day(validFrom), to: format.day(validTo) });
  return [act, days].filter((part) => part !== '');
}
