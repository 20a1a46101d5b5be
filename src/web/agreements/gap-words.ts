import type { Say } from '#words/say.ts';

type Values = Readonly<Record<string, string | number>>;

/** The places of a text are named as people say them, not as they are written between braces. */
export function placesInWords(say: Say, values: Values): Values {
  const gap = values['gap'];
  return typeof gap === 'string' ? { ...values, gap: gapWord(say, gap) } : values;
}

/** What a place of a text is called; what nobody has a word for is shown as it is written. */
export function gapWord(say: Say, gap: string): string {
  const key = `agreement-pages.gap.${gap}`;
  return say.knows(key) ? say.dynamic(key) : `{${gap}}`;
}

/** A text as people read it: what nobody has filled in yet stands as a gap with its name. */
export function withGaps(say: Say, text: string): string {
  return text.replaceAll(/\{([a-z-]+)\}/g, (_written, gap: string) => `[${gapWord(say, gap)}]`);
}
