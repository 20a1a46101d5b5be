import type { Answer } from '../api.ts';

export type SeriesLine = Answer<'listSeries'>['items'][number];
export type Series = Answer<'getSeries'>;
export type Comparison = Answer<'compareSources'>;
export type Correction = Answer<'listCorrections'>['items'][number];
export type Dimension = Answer<'listDimensions'>['items'][number];

export const addressOfSeries = (id: string) => `/cifras/series/${id}`;
export const addressOfSources = (code: string) => `/indicadores/${code}/fuentes`;

/** The country of a territory's reference: "PA" of "PA-0810". */
export const countryOf = (reference: string) => reference.slice(0, 2);
