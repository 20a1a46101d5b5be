import { periodWords } from '#words/period-words.ts';
import { useFormat, useSay } from './words.tsx';

/** Periods as people say them: "2024", "julio de 2024", "trimestre 2 de 2024". What is none stays as it is. */
export function usePeriod(): (text: string) => string {
  const say = useSay();
  const format = useFormat();
  return (text) => periodWords(text, { say, format });
}
