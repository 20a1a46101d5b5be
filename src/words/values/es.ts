/** Figures: series, values, imports, roll-ups, corrections. */
export const es = {
  'refusal.values.series-not-found': 'Esa fuente de cifras no existe o no es visible para usted.',
  'refusal.values.indicator-not-found': 'No existe el indicador {indicator}, o no es visible para usted.',
  'refusal.values.too-much':
    'Pide {cells} cifras de una vez; el máximo es {most}. Pida un período más corto, un nivel más alto o menos cruces.',
  'refusal.values.not-a-period':
    '«{text}» no es un período. Escriba un año (2024), un mes (2024-07), un trimestre (2024-Q3) o un día (2024-07-15).',
  'refusal.values.not-a-level': '«{text}» no es un nivel de territorio dentro de ese lugar.',

  'values.state.value': 'Valor',
  'values.state.not-reported': 'Sin reporte',
  'values.state.unknown': 'Dato desconocido',
  'values.state.not-applicable': 'No aplica',
  'values.state.withheld': 'Suprimido por la fuente',
  'values.state.protected': 'Protegido por ser un número pequeño',

  'values.note.held-above':
    'La fuente no llega a este nivel: se muestra la cifra del territorio mayor, sin repartirla.',
  'values.note.period-coarser': 'La fuente solo da períodos más largos: se muestran como los da.',
  'values.note.part-of-territory': 'La fuente cubre solo una parte de este territorio.',
  'values.note.protected':
    'Algunas cifras pequeñas no se muestran para proteger a las personas. También se ocultan otras de las que se podrían deducir.',
  'values.note.sum-is-least': 'La fuente suprimió partes de algunas sumas: lo que se muestra es un mínimo.',
  'values.note.population-estimated':
    'La población de algunos años se estimó entre dos conteos o a partir del más cercano.',
  'values.note.population-missing': 'De algunos territorios no hay población con que calcular la tasa.',
  'values.note.rate-of-group': 'No hay población por grupo: la tasa solo se calcula para el total.',
  'values.note.territories-changed':
    'Algunos territorios se dividieron, unieron o cambiaron en estos años: sus series se cortan en esa fecha.',
  'values.note.stock-last': 'Es una existencia, no una suma: de cada período se muestra el último dato.',
  'values.note.computed': 'El sistema calcula este indicador; no tiene cifras cargadas.',
  'values.note.no-series': 'Ninguna fuente tiene cifras de este indicador aquí.',
  'values.note.no-crossing': 'Ninguna fuente desglosa este indicador de esa manera.',

  'values.column.indicator': 'Indicador',
  'values.column.title': 'Título',
  'values.column.territory': 'Territorio (código)',
  'values.column.territory_name': 'Territorio',
  'values.column.period': 'Período',
  'values.column.crossing': 'Grupo',
  'values.column.value': 'Valor',
  'values.column.state': 'Estado del dato',
  'values.column.unit': 'Unidad',
  'values.column.held_at': 'Cifra de (territorio mayor)',
  'values.column.numerator': 'Numerador',
  'values.column.denominator': 'Denominador',
  'values.column.source': 'Fuente',
};
