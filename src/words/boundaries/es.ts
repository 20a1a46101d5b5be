/** What is said of maps and of files of boundaries. */
export const es = {
  'boundaries.title': 'Límites',
  'boundaries.layers': 'Capas de límites',
  'boundaries.current': 'vigente',
  'boundaries.former': 'anterior',
  'boundaries.restore': 'Volver a usar esta capa',
  'boundaries.approximate-title': 'Áreas aproximadas, dibujadas a partir de puntos',
  'boundaries.approximate-note':
    'Estos límites no son oficiales: cada lugar se asignó al punto más cercano. Sirven para ubicarse, no para medir.',
  'boundaries.map-source': 'Límites: {source}',
  'boundaries.map-licence': 'Licencia: {licence}',
  'boundaries.areas': '{count, plural, one {# área} other {# áreas}}',
  'boundaries.without-shape':
    '{count, plural, =0 {Todos los territorios tienen forma.} one {# territorio quedó sin forma.} other {# territorios quedaron sin forma.}}',
  'boundaries.outside-frame': 'Fuera del recuadro del mapa',

  'boundaries.import': 'Importar límites',
  'boundaries.import-help':
    'Archivo GeoJSON o TopoJSON (también .gz) con un elemento por territorio y su código oficial o su nombre.',
  'boundaries.file': 'Archivo',
  'boundaries.level': 'Nivel',
  'boundaries.level-guess': 'Averiguar del archivo',
  'boundaries.projection': 'Proyección de las coordenadas',
  'boundaries.preview': 'Ver qué pasaría',
  'boundaries.apply': 'Guardar los límites',
  'boundaries.nothing-saved': 'Todavía no se guardó nada.',
  'boundaries.saved': 'Los límites se guardaron. La capa anterior se conserva y se puede volver a usar.',
  'boundaries.matched': '{matched} de {territories} territorios tendrían forma.',
  'boundaries.by-code': 'por código',
  'boundaries.by-iso': 'por código ISO',
  'boundaries.by-name': 'por nombre',
  'boundaries.by-alias': 'por otro nombre',
  'boundaries.by-code-with-zeros': 'por código, con los ceros que faltaban',
  'boundaries.unmatched': 'Elementos que no corresponden a ningún territorio',
  'boundaries.ambiguous': 'Elementos que podrían ser varios territorios',
  'boundaries.repeated': 'Territorios que aparecen más de una vez',
  'boundaries.lost-zeros': 'Códigos que parecen haber perdido un cero',
  'boundaries.name-differs': 'Unidos por código, aunque el archivo los llama de otra manera',
  'boundaries.far-from-point': 'Formas que quedan lejos del lugar conocido',
  'boundaries.far-by': 'a {km} km',
  'boundaries.without-shape-title': 'Territorios sin forma en este archivo',
  'boundaries.broken': 'Elementos que no se pueden leer',
  'boundaries.repairs': 'Lo que se corrigió',
  'boundaries.converted-from': 'Las coordenadas se convirtieron desde {projection}.',
  'boundaries.was-swapped': 'Se intercambiaron latitud y longitud.',
  'boundaries.omitted-parts':
    '{count, plural, one {Se omitió # isla demasiado pequeña para verse.} other {Se omitieron # islas demasiado pequeñas para verse.}}',

  'boundaries.question.lost-zeros': '¿Son estos los códigos, con los ceros que faltan?',
  'boundaries.question.repeated-features': '¿Son partes de un mismo territorio?',
  'boundaries.question.broken-features': '¿Seguir sin estos elementos?',
  'boundaries.question.swapped-axes': '¿Está la latitud antes que la longitud?',
  'boundaries.answer.accept': 'Sí, unirlos',
  'boundaries.answer.leave': 'No, dejarlos fuera',

  // What was mended in a file; {count} is in how many features.
  'boundaries.repair.unclosed-ring': 'Contornos sin cerrar que se cerraron: {count}',
  'boundaries.repair.repeated-position': 'Elementos con puntos repetidos, que se quitaron: {count}',
  'boundaries.repair.spike': 'Elementos con líneas que iban y volvían, que se quitaron: {count}',
  'boundaries.repair.short-ring': 'Elementos con huecos de menos de tres puntos, que se quitaron: {count}',
  'boundaries.repair.ring-outside':
    'Elementos con un contorno fuera del suyo, que se tomó como una parte más: {count}',
  'boundaries.repair.crossing-ring': 'Elementos con contornos que se cruzaban, que se separaron: {count}',
  'boundaries.repair.wrong-winding': 'Elementos dibujados en el sentido de las agujas del reloj: {count}',
  'boundaries.repair.empty-part': 'Elementos con partes sin superficie, que se quitaron: {count}',

  'refusal.boundaries.empty': 'El archivo está vacío.',
  // {unit} is MB, features or positions.
  'refusal.boundaries.too-large':
    '{unit, select, features {El archivo tiene más de {limit, number} elementos. Divídalo por niveles.} positions {El archivo tiene más de {limit, number} puntos. Simplifique las líneas e inténtelo otra vez.} other {El archivo, descomprimido, ocupa más de {limit} MB. Simplifique las líneas e inténtelo otra vez.}}',
  'refusal.boundaries.too-heavy':
    'El archivo pide más memoria o más tiempo del que se le puede dar. Simplifique las líneas e inténtelo otra vez.',
  'refusal.boundaries.broken-compression': 'El archivo .gz está dañado y no se puede descomprimir.',
  'refusal.boundaries.not-json':
    'Es un archivo {format}. Ábralo en su programa de mapas y expórtelo como GeoJSON (WGS84).',
  'refusal.boundaries.broken-json':
    'El archivo no es JSON válido: en la línea {line}, columna {column}, no se esperaba «{found}».',
  'refusal.boundaries.not-boundaries':
    'El archivo es {format}, pero no GeoJSON ni TopoJSON. Expórtelo como GeoJSON e inténtelo otra vez.',
  'refusal.boundaries.broken-topology': 'El TopoJSON está dañado: nombra líneas que no contiene.',
  'refusal.boundaries.several-layers': 'El archivo trae varias capas: {layers}. Diga cuál.',
  'refusal.boundaries.unknown-layer': 'El archivo no tiene una capa llamada «{layer}». Tiene: {layers}.',
  'refusal.boundaries.no-features': 'El archivo no tiene ningún elemento.',
  'refusal.boundaries.all-broken': 'Ningún elemento del archivo tiene una superficie que se pueda leer.',
  'refusal.boundaries.not-degrees':
    'Las coordenadas no son grados: la mayor es {largest, number}. {candidates, select, none {Diga en qué proyección están ({known}) o expórtelas en WGS84.} other {Podrían estar en {candidates}: dígalo, o expórtelas en WGS84.}}',
  'refusal.boundaries.unknown-projection':
    'No se conoce la proyección «{projection}». Se conocen: {known}. También puede exportar el archivo en WGS84.',
  'refusal.boundaries.swapped-axes':
    'Latitud y longitud parecen estar intercambiadas: el primer punto es {first, number}, {second, number}. Confírmelo o corrija el archivo.',
  'refusal.boundaries.elsewhere':
    'Las formas quedan fuera del país: el primer punto es {first, number}, {second, number}.',
  'refusal.boundaries.open-questions': 'Hay preguntas sin responder. No se guardó nada.',
  'refusal.boundaries.nothing-joined':
    'Ninguno de los {features, number} elementos corresponde a un territorio. No se guardó nada.',
  'refusal.boundaries.no-such-level': 'No hay territorios de ese nivel.',
  'refusal.boundaries.no-map': 'Todavía no hay mapa de este nivel.',
  'refusal.boundaries.layer-not-found': 'Esa capa de límites no existe.',

  'problem.boundaries.no-geometry': 'El elemento {feature} no tiene forma.',
  'problem.boundaries.not-an-area': 'El elemento {feature} es un punto o una línea, no una superficie.',
  'problem.boundaries.not-a-number': 'El elemento {feature} tiene una coordenada que no es un número.',
  'problem.boundaries.broken-coordinates': 'Las coordenadas del elemento {feature} no forman contornos.',
  'problem.boundaries.too-deep': 'El elemento {feature} tiene demasiadas colecciones una dentro de otra.',
  'problem.boundaries.short-ring': 'El contorno del elemento {feature} tiene menos de tres puntos distintos.',
  'problem.boundaries.no-area': 'El contorno del elemento {feature} no encierra ninguna superficie.',
  'problem.boundaries.tangled-ring':
    'El contorno del elemento {feature} se cruza consigo mismo demasiadas veces para corregirlo.',
  'problem.boundaries.lost-zeros': 'Elemento {feature}: «{given}», ¿es {code} ({name})?',
  'problem.boundaries.repeated-features': '{name} aparece en los elementos {features}.',
  'problem.boundaries.unknown-question': 'Esa pregunta no existe.',
} as const;
