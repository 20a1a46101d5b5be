import type { Say } from '#words/say.ts';
import type { Answer, Given } from '../api.ts';

type Files = { readonly fileName: string; readonly bytes: unknown };
export type Told = Exclude<Answer<'draftBulletin'>, Files>;
export type Kept = Exclude<Answer<'getBulletin'>, Files>;
export type Block = Told['blocks'][number];

/** A quarter in words: "2026-Q3" is the third quarter of 2026. */
export function quarterWords(say: Say, quarter: string): string {
  const [year = '', number = ''] = quarter.split('-Q');
  return say('reports.quarter', { number: Number(number), year });
}

/** What a report is asked of, as its address says it. */
export type AskedReport = {
  readonly territory: string;
  readonly organisation: string | undefined;
  readonly quarter: string | undefined;
  readonly audience: 'public' | 'internal';
  readonly language: 'es' | 'en' | undefined;
};

/** Reads what a report is asked of from an address or a form. */
export function askedOf(fields: URLSearchParams | FormData, territory: string): AskedReport {
  const text = (name: string) => {
    const value = fields.get(name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const language = text('idioma');
  return {
    territory: text('territorio') ?? territory,
    organisation: text('institucion'),
    quarter: text('trimestre'),
    audience: text('para') === 'internal' ? 'internal' : 'public',
    language: language === 'es' || language === 'en' ? language : undefined,
  };
}

/** What the API is asked: an institution's account where one was chosen, the country's report or a territory's sheet else. */
export function bodyOf({ organisation, ...asked }: AskedReport): Given<'keepBulletin'>['body'] {
  const kind = organisation ? 'institution' : asked.territory.includes('-') ? 'territory' : 'national';
  return { kind, ...asked, ...(organisation === undefined ? {} : { organisation }) };
}

/** The address of a draft. */
export function addressOfDraft({
  territory,
  organisation,
  quarter,
  audience,
  language,
}: AskedReport): string {
  const query = new URLSearchParams({ territorio: territory, para: audience });
  if (organisation) query.set('institucion', organisation);
  if (quarter) query.set('trimestre', quarter);
  if (language) query.set('idioma', language);
  return `/informes/borrador?${query}`;
}
