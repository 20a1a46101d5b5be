/** For whom a view is kept. */
export const viewAudiences = ['own', 'organisation', 'everybody'] as const;

export type ViewAudience = (typeof viewAudiences)[number];

/** What an address of the explorer may ask, in the order in which it is kept. */
export const viewParts = [
  'indicador',
  'territorio',
  'nivel',
  'desde',
  'hasta',
  'cada',
  'por',
  'columnas',
  'ver',
] as const;
