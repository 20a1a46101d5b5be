import type { Messages } from '@lingui/core';
import { createContext, use, useMemo, type ReactNode } from 'react';
import { formatOf, type Format } from '#words/format.ts';
import { voice, type Language, type Say } from '#words/say.ts';

type Place = { readonly country: string | undefined; readonly timeZone: string; readonly today: string };
type Spoken = { readonly language: Language; readonly messages: Messages };

const SpokenContext = createContext<Spoken | null>(null);
const PlaceContext = createContext<Place>({ country: undefined, timeZone: 'UTC', today: '1970-01-01' });
const SayContext = createContext<Say | null>(null);
const FormatContext = createContext<Format | null>(null);

/** Gives a page the sentences of its language. */
export function Words({ language, messages, children }: Spoken & { children: ReactNode }) {
  const spoken = useMemo(() => ({ language, messages }), [language, messages]);
  return (
    <SpokenContext value={spoken}>
      <InPlace>{children}</InPlace>
    </SpokenContext>
  );
}

/** Within it, numbers and money are written as a country writes them. What is not given stays as it was outside. */
export function InPlace({
  children,
  ...given
}: { [Name in keyof Place]?: Place[Name] | undefined } & { children: ReactNode }) {
  const { language, messages } = spokenOf(use(SpokenContext));
  const outer = use(PlaceContext);
  const country = given.country ?? outer.country;
  const timeZone = given.timeZone ?? outer.timeZone;
  const today = given.today ?? outer.today;
  const place = useMemo(() => ({ country, timeZone, today }), [country, timeZone, today]);
  const say = useMemo(
    () => voice(language, country ? `${language}-${country}` : language, messages),
    [language, country, messages],
  );
  const format = useMemo(() => formatOf(language, country, timeZone), [language, country, timeZone]);
  return (
    <PlaceContext value={place}>
      <SayContext value={say}>
        <FormatContext value={format}>{children}</FormatContext>
      </SayContext>
    </PlaceContext>
  );
}

/** The voice of the page: `say('shared.save')`. */
export function useSay(): Say {
  return spokenOf(use(SayContext));
}

/** Dates, numbers and money as this page writes them. */
export function useFormat(): Format {
  return spokenOf(use(FormatContext));
}

/** The calendar day where the installation is, as the server gave it. */
export function useToday(): string {
  return use(PlaceContext).today;
}

function spokenOf<T>(given: T | null): T {
  if (given === null) throw new Error('words are used outside of <Words>');
  return given;
}
