import { Link } from 'react-router';
import type { Fact } from '../design/definition-list.tsx';
import { useSay } from '../words/words.tsx';
import { wordsOf, type Line } from './strategy-shapes.ts';

/** What is known of a line; what was not said is left out. */
export function useLineFacts({ element }: Line): Fact[] {
  const say = useSay();
  const lists: (readonly [term: string, words: string])[] = [
    [
      say('strategy.field.preventionLevel'),
      wordsOf(say, 'strategy.prevention-level', element.preventionLevel ? [element.preventionLevel] : []),
    ],
    [
      say('strategy.field.preventionTypes'),
      wordsOf(say, 'strategy.prevention-type', element.preventionTypes),
    ],
    [say('strategy.field.inspire'), wordsOf(say, 'strategy.inspire', element.inspire)],
    [say('strategy.field.ecologicalLevels'), wordsOf(say, 'diagnosis.ecological', element.ecologicalLevels)],
  ];
  return [
    ...(element.lead.length > 0
      ? [{ term: say('strategies.lead-word'), value: <Organisations named={element.lead} /> }]
      : []),
    ...(element.support.length > 0
      ? [{ term: say('strategies.support-word'), value: <Organisations named={element.support} /> }]
      : []),
    ...lists.filter(([, words]) => words !== '').map(([term, value]) => ({ term, value })),
  ];
}

function Organisations({ named }: { named: Line['element']['lead'] }) {
  return named.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 && '; '}
      <Link to={`/actores/organizaciones/${id}`}>{name}</Link>
    </span>
  ));
}
