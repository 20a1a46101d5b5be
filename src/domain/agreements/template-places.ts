/**
 * What an agreement itself knows, put where a clause says `{place}`. A clause never states one of these facts in its own words, so that
 * a fact that changes changes everywhere.
 */
export const agreementPlaces = [
  'title',
  'number',
  /** The agreement under which this one stands. */
  'parent',
  'parties',
  'lead',
  'object',
  'territories',
  'needs',
  'lines',
  /** How long it lasts, in words: "dos años". */
  'term',
  'starts-on',
  'ends-on',
  'extension-limit',
  'commission',
  'meeting-every',
  'report-every',
  'notice-days',
  'cure-days',
  'withdrawal-days',
  'settlement-days',
] as const;

/** Named in running text ("el cuadro de compromisos"); the printed document puts the table after the clause. */
export const tablePlaces = ['commitments', 'budget'] as const;

/** What nobody but the parties can say: asked beside the clause, kept in its `fields`. */
export const drafterPlaces = [
  'target-population',
  'focal-points',
  'representatives',
  'purpose',
  'recipients',
  'datasets',
  'retention',
  'consulted-authority',
] as const;

export type AgreementPlace = (typeof agreementPlaces)[number];
export type TablePlace = (typeof tablePlaces)[number];
export type DrafterPlace = (typeof drafterPlaces)[number];

/** Every name that may stand between braces in a clause of an instrument. */
export const templatePlaces: readonly string[] = [...agreementPlaces, ...tablePlaces, ...drafterPlaces];

/** The places that a text leaves to be filled in, each once, in their order. */
export function placesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([a-z-]+)\}/g)].map(([, place = '']) => place))];
}

/** The dimensions in which instruments of different countries are compared. Words: `documents.dimension.<dimension>`. */
export const comparisonDimensions = [
  'nature',
  'diagnosis',
  'local-chair',
  'prosecutor',
  'duration',
  'objectives',
  'money',
  'monitoring',
  'breach',
  'publicity',
  'survey',
] as const;
