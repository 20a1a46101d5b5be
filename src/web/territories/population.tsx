import { useFormat, useSay } from '../words/words.tsx';
import type { Figure } from './territory-shapes.ts';

/** A figure of people as it may be said: alone, in common with others, or not known; never divided. */
export function People({ figure }: { figure: Figure | null }) {
  const say = useSay();
  const format = useFormat();
  if (figure === null) return <>{say('places.not-known')}</>;
  if (figure.shared !== null) {
    const names = format.list(figure.shared.with.map((one) => one.name));
    return <>{say('places.shared-figure', { people: format.number(figure.shared.people), names })}</>;
  }
  return <>{format.number(figure.people ?? 0)}</>;
}

/** The same as a sentence, with year, method and what has to be known. */
export function PeopleSentence({ figure }: { figure: Figure | null }) {
  const say = useSay();
  const format = useFormat();
  if (figure === null) return <>{say('territories.people-unknown')}</>;
  const { year } = figure;
  if (figure.shared !== null) {
    const names = format.list(figure.shared.with.map((one) => one.name));
    return <>{say('territories.people-shared', { people: figure.shared.people, names, year })}</>;
  }
  const people = figure.people ?? 0;
  return (
    <>
      {say(`territories.people-${figure.method}`, { people, year })}
      {figure.countedElsewhere && ` ${say('territories.people-counted-elsewhere')}`}
    </>
  );
}
