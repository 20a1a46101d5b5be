import { Link } from 'react-router';
import { Day } from '../design/date-words.tsx';
import type { Fact } from '../design/definition-list.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { groupsOf, type Need } from './need-shapes.ts';

/** What is known of a need, each with where it is known from; what was not said is left out. */
export function useNeedFacts(need: Need): Fact[] {
  const say = useSay();
  const facts: (Fact | null)[] = [
    { term: say('needs.groups'), value: groupsOf(say, need) },
    { term: say('needs.violence'), value: say.dynamic(`diagnosis.violence.${need.violence}`) },
    {
      term: say('needs.priority'),
      value: `${say.dynamic(`diagnosis.priority.${need.priority}`)}: ${need.priorityReason}`,
    },
    { term: say('needs.prioritised-by'), value: <PrioritisedBy need={need} /> },
    { term: say('needs.source'), value: <Source need={need} /> },
    need.factor && need.factorEffect
      ? { term: say.dynamic(`diagnosis.factor.${need.factorEffect}`), value: need.factor }
      : null,
    need.ecologicalLevel
      ? {
          term: say('needs.ecological-level'),
          value: say.dynamic(`diagnosis.ecological.${need.ecologicalLevel}`),
        }
      : null,
    need.standingReason ? { term: say('needs.reason'), value: need.standingReason } : null,
  ];
  return facts.filter((fact) => fact !== null);
}

function PrioritisedBy({ need }: { need: Need }) {
  const { structure, organisation, office } = need;
  return (
    <>
      {structure && <Link to={`/actores/estructuras/${structure.id}`}>{structure.name}</Link>}
      {organisation && <Link to={`/actores/organizaciones/${organisation.id}`}>{organisation.name}</Link>}
      {office && (structure || organisation ? `, ${office}` : office)} · <Day day={need.prioritisedOn} />
    </>
  );
}

function Source({ need }: { need: Need }) {
  const say = useSay();
  const format = useFormat();
  const date = need.sourceDate && ` · ${format.day(need.sourceDate)}`;
  return (
    <>
      {say.dynamic(`diagnosis.source.${need.sourceKind}`)}:{' '}
      {need.sourceAddress ? (
        <a href={need.sourceAddress} rel="noreferrer">
          {need.sourceTitle}
        </a>
      ) : (
        need.sourceTitle
      )}
      {date}
    </>
  );
}
