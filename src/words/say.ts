import { setupI18n, type Messages } from '@lingui/core';
import type { GetICUArgs } from '@schummar/icu-type-parser';
import type { Spanish } from './index.ts';

/** The languages a person may choose; Spanish is the one that every sentence is first written in. */
export const languages = ['es', 'en'] as const;
export type Language = (typeof languages)[number];

/** The name of a sentence. */
export type Key = keyof Spanish;

type Value = string | number;
type ArgumentTypes = { ICUArgument: Value; ICUNumberArgument: number; ICUDateArgument: never };

/** What a sentence needs to be said: `{ days: number }` for "Vencido hace {days, plural, …}". */
export type ArgsOf<K extends Key> = GetICUArgs<Spanish[K], ArgumentTypes>;

/** Arguments are demanded exactly where the Spanish sentence has them. */
export type ArgsList<K extends Key> = keyof ArgsOf<K> extends never ? [] : [args: ArgsOf<K>];

export type Say = {
  <K extends Key>(key: K, ...args: ArgsList<K>): string;
  /** For keys known only when running, such as `refusal.<code>`. An unknown key is answered with itself. */
  dynamic(key: string, args?: Readonly<Record<string, Value>>): string;
  /** Whether there are words under a key known only when running. */
  knows(key: string): boolean;
  readonly language: Language;
};

/**
 * Makes the voice of one language.
 * @param locale how numbers inside sentences are written, e.g. `es-CR`; the language itself where no country is known
 * @param messages compiled sentences by key
 */
export function voice(language: Language, locale: string, messages: Messages): Say {
  const i18n = setupI18n({
    locale: language,
    locales: [locale, language],
    messages: { [language]: messages },
  });
  const speak = (key: string, args: Readonly<Record<string, Value>> = {}) => i18n._(key, args);
  return Object.assign((key: string, args?: Readonly<Record<string, Value>>) => speak(key, args), {
    dynamic: speak,
    knows: (key: string) => key in messages,
    language,
  }) as Say;
}
