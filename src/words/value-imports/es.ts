/** Files of figures that people bring in. */
export const es = {
  'refusal.values.mapping-unfit': 'El archivo no tiene estas columnas que el mapa nombra: {headers}.',
  'refusal.values.which-country':
    'No se reconoce de qué país son los lugares del archivo. Dígalo: --country PA.',
  'refusal.values.import-not-found': 'Ese archivo de cifras no existe o no es visible para usted.',
  'refusal.values.import-not-open':
    'Ese archivo ya no se puede cambiar: ya se importó, se retiró o todavía se está leyendo.',
  'refusal.values.import-has-problems':
    'Quedan {count, plural, one {# problema} other {# problemas}} por resolver: no se importó nada.',
  'refusal.values.import-not-applied': 'Ese archivo no está importado: no hay nada que deshacer.',
  'refusal.values.place-not-in-file': 'El archivo no nombra ese lugar.',
  'problem.values.no-place': 'Falta el territorio.',
  'problem.values.no-period': 'Falta el período.',
  'problem.values.not-a-period': '«{text}» no es un período.',
  'problem.values.ambiguous-day': '«{text}» puede ser día/mes o mes/día. Diga cuál va primero.',
  'problem.values.period-too-coarse': '«{text}» es un período más largo que los que se importan.',
  'problem.values.unknown-indicator': 'No se sabe qué indicador es «{text}».',
  'problem.values.unknown-category': 'No se sabe qué grupo es «{text}».',
  'problem.values.not-a-number': '«{text}» no es un número.',
  'problem.values.ambiguous-number':
    '«{text}» puede ser mil o decimal. Diga con qué signo se separan los decimales.',
  'problem.values.formula-error': 'La celda tiene un error de fórmula: «{text}».',
  'problem.values.negative-count': '«{text}»: una cuenta no puede ser negativa.',
  'problem.values.not-whole': '«{text}»: una cuenta es un número entero.',
  'problem.values.told-twice': 'Contradice lo que ya dice otra fila de la misma celda.',
  'problem.values.unknown-place':
    'No se conoce el lugar «{text}» ({times, plural, one {# fila} other {# filas}}).',
  'problem.values.several-places':
    '«{text}» puede ser más de un lugar ({times, plural, one {# fila} other {# filas}}).',
  'problem.values.indicator-unknown': 'No existe el indicador {text}.',
  'problem.values.indicator-not-told':
    'El indicador {text} se calcula a partir de otros: sus valores no se importan.',
  'problem.values.out-of-bounds': '{text} está fuera de los límites del indicador.',
  'problem.values.mixed-levels': 'El archivo mezcla niveles de territorio.',
  'problem.values.unknown-dimension': 'No existe el desglose «{dimension}».',
  'problem.values.unknown-category-code': 'El desglose no tiene la categoría «{category}».',
  'problem.values.doubt-no-place': 'No se encontró qué columna dice el territorio.',
  'problem.values.doubt-no-period': 'No se encontró de qué período son las cifras.',
  'problem.values.doubt-no-indicator': 'No se encontró de qué indicador son las cifras.',
  'problem.values.doubt-no-value': 'No se encontró qué columna tiene las cifras.',
  'problem.values.doubt-day-order': 'No se puede saber si «{header}» escribe día/mes o mes/día.',
  'problem.values.doubt-decimals': 'La columna «{header}» mezcla puntos y comas decimales.',
  'problem.values.doubt-category': 'En «{header}», no se sabe qué grupo es «{text}».',
  'problem.values.doubt-column': 'No se sabe qué dice la columna «{header}».',
};
