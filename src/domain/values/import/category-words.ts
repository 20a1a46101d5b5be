import { fold } from '#domain/shared/fold.ts';
import { foldHeader } from './header-words.ts';

/** A way of breaking figures down, as it is known here. */
export type KnownDimension = {
  readonly code: string;
  readonly titles: readonly string[];
  readonly categories: readonly {
    readonly code: string;
    readonly titles: readonly string[];
    readonly isUnknown: boolean;
  }[];
};

// What sources call the dimensions of the catalogue; a dimension that is not there is known by its titles only.
const headerWords: readonly (readonly [dimension: string, pattern: RegExp])[] = [
  ['sex', /\b(sexo|sex|genero|gender)\b/],
  ['age', /\b(edad|edades|age|grupo etario)\b/],
  ['weapon', /\b(arma|armas|weapon|medio empleado|modalidad)\b/],
  ['relationship', /\b(relacion|vinculo|parentesco|relationship)\b/],
  ['place', /\b(lugar del hecho|tipo de lugar|sitio|location type)\b/],
  ['time-of-day', /\b(rango horario|jornada|hora|time of day)\b/],
  ['area', /\b(zona|area|urban)\b/],
];

const categoryWords: Readonly<Record<string, readonly (readonly [code: string, pattern: RegExp])[]>> = {
  sex: [
    ['f', /^(f|fem|femenino|mujer(es)?|female|women)$/],
    ['m', /^(m|masc|masculino|hombres?|varon(es)?|male|men|h)$/],
  ],
  weapon: [
    ['firearm', /fuego|firearm|pistola|revolver|gun/],
    ['blade', /blanca|corto ?punzante|punzante|cortante|cuchillo|machete|knife|blade/],
    ['blunt', /contundente|blunt/],
    ['strangling', /asfixia|estrangula|cuerda|soga|bolsa|almohada|strang/],
    ['body', /golpes|sin empleo de armas|fuerza|body/],
    ['fire', /incendi|calcin|combustible|quemad|^fire/],
    ['poison', /intoxica|veneno|toxic|acido|quimic|escopolamina|poison/],
    [
      'other',
      /^(con )?otr[oa]s?( (armas?|medios?|elementos?))?$|explosiv|granada|bomba|^mina|rocket|^other$/,
    ],
  ],
};

const unknown =
  /^(|-|n d|s d|nd|sd|no (disponible|consta|especificad[oa]|identificad[oa]|reporta(d[oa])?|aplica|determinad[oa]|indica)|sin (dato|datos|determinar|informacion|especificar)|desconocid[oa]|ignorad[oa]|unknown|not stated)$/;

/** The dimension that a header names; null where none. */
export function dimensionOfHeader(header: string, dimensions: readonly KnownDimension[]): string | null {
  const folded = foldHeader(header);
  const titled = dimensions.find(({ code, titles }) =>
    [code, ...titles].some((title) => fold(title) === folded),
  );
  if (titled) return titled.code;
  const worded = headerWords.find(([, pattern]) => pattern.test(folded))?.[0];
  return dimensions.some(({ code }) => code === worded) ? (worded ?? null) : null;
}

/**
 * The category of a dimension that a text means: by its code or title, by what sources call it, or the age band that holds it whole
 * ("30-34 años" is within 30-44; "15-19" is within none and stays open).
 */
export function categoryOfText(text: string, dimension: KnownDimension): string | null {
  const folded = fold(text).replaceAll(/[./_]/g, ' ').replaceAll(/\s+/g, ' ').trim();
  const titled = dimension.categories.find(({ code, titles }) =>
    [code, ...titles].some((title) => fold(title) === fold(text)),
  );
  if (titled) return titled.code;
  const codes = new Set(dimension.categories.map(({ code }) => code));
  if (unknown.test(folded)) return dimension.categories.find(({ isUnknown }) => isUnknown)?.code ?? null;
  const worded = categoryWords[dimension.code]?.find(([, pattern]) => pattern.test(folded))?.[0];
  if (worded !== undefined && codes.has(worded)) return worded;
  return dimension.code === 'age' ? bandThatHolds(plain(text), [...codes]) : null;
}

/** Whether a dimension has a category of that code. */
export function isKnownCategory(dimension: KnownDimension, code: string): boolean {
  return dimension.categories.some((category) => category.code === code);
}

// Without accents and case; signs stay, since 15+ is not 15.
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[‐-―]/g, '-')
    .toLowerCase();
}

type Band = readonly [from: number, to: number];

function bandOf(text: string): Band | null {
  const between = /(\d{1,3})\s*(?:-|a|y|to|\s)\s*(\d{1,3})(?!\d)/.exec(text);
  if (between) return [Number(between[1]), Number(between[2])];
  const over = /(\d{1,3})\s*(?:\+|y mas|o mas|anos y mas|and over)/.exec(text);
  if (over) return [Number(over[1]), Infinity];
  const single = /^(\d{1,3})(?: anos?)?$/.exec(text);
  return single ? [Number(single[1]), Number(single[1])] : null;
}

function bandThatHolds(text: string, codes: readonly string[]): string | null {
  const asked = bandOf(text);
  if (asked === null) return null;
  const holding = codes.flatMap((code) => {
    const band = bandOf(code);
    return band !== null && band[0] <= asked[0] && asked[1] <= band[1]
      ? [{ code, width: band[1] - band[0] }]
      : [];
  });
  // Of bands within bands the narrowest is meant.
  return holding.toSorted((one, other) => one.width - other.width)[0]?.code ?? null;
}
