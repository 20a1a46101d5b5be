import { fold } from '#domain/shared/fold.ts';

/** What a column of an operating plan may hold. Words: `inventory.column.<field>`. `place-1` is a place of the first level. */
export const planColumns = [
  'title',
  'kind',
  'code',
  'description',
  'goal',
  'unit',
  'place',
  'place-1',
  'place-2',
  'place-3',
  'from',
  'to',
  'year',
  'amount',
  'currency',
  'reference',
] as const;
export type PlanColumn = (typeof planColumns)[number];

/** Which column of the sheet, from 0, holds what; a column that is not named holds nothing of interest. */
export type ColumnMap = { readonly [Column in PlanColumn]?: number };

/** A kind of territory of the country: "Distrito" is a column of places of its level. */
export type PlaceKind = { readonly names: readonly string[]; readonly level: number };

/**
 * The headers that people give to each column, folded, likeliest first. A header that is one of these is sure; one that only
 * begins with it or holds it is guessed after all sure ones.
 */
const synonyms: Readonly<Record<Exclude<PlanColumn, 'place-1' | 'place-2' | 'place-3'>, readonly string[]>> =
  {
    title: [
      'actividad',
      'programa',
      'proyecto',
      'nombre del programa',
      'nombre de la actividad',
      'nombre del proyecto',
      'programa o actividad',
      'programa proyecto',
      'plan',
      'accion',
      'intervencion',
      'nombre',
      'titulo',
      'activity',
      'programme',
      'program',
      'project',
      'action',
      'title',
      'name',
    ],
    kind: ['tipo', 'clase', 'modalidad', 'kind', 'type'],
    code: [
      'codigo',
      'codigo poa',
      'cod',
      'clave',
      'codigo presupuestario',
      'partida',
      'id',
      'no',
      'n',
      'numero',
      'code',
      'budget line',
    ],
    description: [
      'descripcion',
      'detalle',
      'objetivo',
      'objetivo especifico',
      'description',
      'objective',
      'purpose',
    ],
    goal: ['meta', 'metas', 'meta anual', 'resultado esperado', 'producto', 'target', 'goal', 'output'],
    unit: [
      'unidad responsable',
      'responsable',
      'unidad ejecutora',
      'direccion responsable',
      'departamento responsable',
      'dependencia',
      'direccion',
      'responsible unit',
      'responsible',
      'unit',
    ],
    place: [
      'lugar',
      'ubicacion',
      'territorio',
      'cobertura',
      'localizacion',
      'place',
      'location',
      'territory',
      'coverage',
    ],
    from: ['inicio', 'fecha de inicio', 'fecha inicio', 'desde', 'start', 'start date', 'from'],
    to: ['fin', 'fecha de fin', 'fecha fin', 'fecha final', 'termino', 'hasta', 'end', 'end date', 'to'],
    year: ['ano', 'anio', 'periodo', 'vigencia', 'ejercicio', 'gestion', 'year', 'fiscal year', 'period'],
    amount: [
      'presupuesto',
      'presupuesto asignado',
      'presupuesto total',
      'presupuesto anual',
      'monto',
      'monto total',
      'costo',
      'costo estimado',
      'importe',
      'inversion',
      'budget',
      'amount',
      'cost',
    ],
    currency: ['moneda', 'divisa', 'currency'],
    reference: [
      'base legal',
      'resolucion',
      'ley',
      'decreto',
      'norma',
      'sustento',
      'legal basis',
      'decree',
      'law',
    ],
  };

/**
 * Guesses what each column holds by its header, what somebody said of this organisation's sheets before first.
 * @param remembered folded header → what it holds, null where it holds nothing of interest
 */
export function guessColumns(
  headers: readonly string[],
  kinds: readonly PlaceKind[],
  remembered: Readonly<Record<string, PlanColumn | null>> = {},
): ColumnMap {
  const map: { [Column in PlanColumn]?: number } = {};
  const taken = new Set<number>();
  const take = (column: PlanColumn, index: number) => {
    if (map[column] !== undefined || taken.has(index)) return;
    map[column] = index;
    taken.add(index);
  };
  const folded = headers.map(fold);
  for (const [index, header] of folded.entries()) {
    const known = remembered[header];
    if (known === null && header !== '') taken.add(index);
    else if (known !== undefined) take(known as PlanColumn, index);
  }
  for (const [index, header] of folded.entries()) {
    const kind = kinds.find(({ names }) => names.some((name) => fold(name) === header));
    const column = kind && placeColumnOf(kind.level);
    if (column) take(column, index);
  }
  for (const isAlike of [isSame, begins, holds]) {
    for (const [column, words] of Object.entries(synonyms))
      for (const word of words) {
        const index = folded.findIndex((header, place) => !taken.has(place) && isAlike(header, word));
        if (index >= 0) take(column as PlanColumn, index);
      }
  }
  return map;
}

const isSame = (header: string, word: string) => header === word;
const begins = (header: string, word: string) => word.length > 2 && header.startsWith(`${word} `);
const holds = (header: string, word: string) => word.length > 3 && ` ${header} `.includes(` ${word} `);

/** The column of places of a level, where there is one. */
export function placeColumnOf(level: number): PlanColumn | undefined {
  return planColumns.find((column) => column === `place-${level}`);
}

/** How many headers of a row say what their column holds: what tells the row of headers from a title above it. */
export function knownHeadersIn(headers: readonly string[], kinds: readonly PlaceKind[]): number {
  const known = new Set([
    ...Object.values(synonyms).flat(),
    ...kinds.flatMap(({ names }) => names.map(fold)),
  ]);
  const alike = (header: string) =>
    known.has(header) || [...known].some((word) => begins(header, word) && word.length > 3);
  return headers.map(fold).filter((header) => header !== '' && alike(header)).length;
}

/** What each header means, so that the next sheet of the organisation is understood without asking. */
export function rememberedFrom(
  headers: readonly string[],
  map: ColumnMap,
): Record<string, PlanColumn | null> {
  const byIndex = new Map(Object.entries(map).map(([column, index]) => [index, column as PlanColumn]));
  return Object.fromEntries(
    headers.flatMap((header, index) =>
      fold(header) === '' ? [] : [[fold(header), byIndex.get(index) ?? null] as const],
    ),
  );
}
