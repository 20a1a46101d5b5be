import { fold } from '#domain/shared/fold.ts';

/** What a column may hold, as its header says it. */
export type ColumnRole =
  'year' | 'month' | 'date' | 'place-code' | 'place-name' | 'value' | 'population' | 'indicator';

// Whole words of a header, folded, with what they say. The first that fits decides.
const words: readonly (readonly [role: ColumnRole, pattern: RegExp])[] = [
  ['population', /^(pob|poblacion|population|pop|habitantes)\b/],
  ['month', /^(mes|month|n month|mes del hecho|nombre mes)$/],
  ['year', /^(ano|anio|year|n year|vigencia|ano del hecho|gestion)$/],
  [
    'date',
    /^(fecha|date|periodo|period|trimestre|quarter|semestre|fecha hecho|dia|date year month|mes ano|ano mes)\b/,
  ],
  [
    'place-code',
    /^(codigo|cod|code|cve|clave|dane|zipcode|dta|id territorio|ubigeo|id)\b|\b(codigo|code|dane|dta)$/,
  ],
  [
    'place-name',
    /^(territorio|lugar|place|territory|pais|provincia|departamento|estado|nombre estado|region|canton|municipio|distrito|corregimiento|comarca|parroquia)\b/,
  ],
  [
    'indicator',
    /^(indicador|indicator|delito|tipo (de )?(delito|crimen|hecho)|crimen|offence|offense|conducta|subtipo de delito)\b/,
  ],
  [
    'value',
    /^(valor|value|total|cantidad|casos|victimas|numero|n|n victimas|frecuencia|conteo|count|cases|homicidios|hom|denuncias)\b/,
  ],
];

/** Headers that rank places from wide to fine. */
const levels: readonly RegExp[] = [
  /^(pais|country)/,
  /^(region|zona)/,
  /^(provincia|departamento|estado|nombre estado|comarca)/,
  /^(canton|municipio)/,
  /^(distrito|territorio|lugar|place)/,
  /^(corregimiento|parroquia|localidad)/,
];

/** A header without accents, case, brackets and underscores. */
export function foldHeader(text: string): string {
  return fold(text)
    .replaceAll(/[_\-./()[\]:*]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** What a header says that its column holds; null where it says nothing known. */
export function roleOfHeader(header: string): ColumnRole | null {
  const folded = foldHeader(header);
  return words.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** How fine the places of a column are, from its header: 0 country … 5; unknown ones after the rest. */
export function finenessOf(header: string): number {
  const index = levels.findIndex((pattern) => pattern.test(foldHeader(header)));
  return index < 0 ? levels.length : index;
}
