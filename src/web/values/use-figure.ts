import { useFormat, useSay } from '../words/words.tsx';

type Said = { readonly value: number | null; readonly state: string };

/** A figure as text: the number, or in words why there is none. */
export function useFigure(decimals = 0): (said: Said) => string {
  const say = useSay();
  const format = useFormat();
  return ({ state, value }) =>
    state === 'value' && value !== null
      ? format.number(value, decimals)
      : say.dynamic(`values.state.${state}`);
}
