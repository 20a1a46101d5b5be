/** Files of figures that people bring in. */
export const es = {
  'refusal.values.mapping-unfit': 'El archivo no tiene estas columnas que el mapa nombra: {headers}.',
  'refusal.values.which-country':
    'Ninguna columna del archivo nombra lugares de un solo país de esta instalación. Si son de uno, diga cuál, y qué columna los nombra.',
  'refusal.values.import-not-found': 'Ese archivo de cifras no existe o no es visible para usted.',
  'refusal.values.import-not-open':
    'Ese archivo ya no se puede cambiar: ya se importó, se retiró o todavía se está leyendo.',
  'refusal.values.import-has-problems':
    '{count, plural, one {Queda un problema} other {Quedan # problemas}} por resolver: no se importó nada.',
  'refusal.values.import-not-applied': 'Ese archivo no está importado: no hay nada que deshacer.',
  'refusal.values.place-not-in-file': 'El archivo no nombra ese lugar.',
  'refusal.values.survey-answers':
    'Cada fila de este archivo son las respuestas de una persona a una encuesta ({headers}): no son cifras. Las encuestas tienen su lugar, donde se estiman con sus pesos y su margen de error.',
  'refusal.values.personal-rows':
    'Este archivo identifica a personas ({headers}). Aquí no se guardan datos de víctimas, testigos ni personas señaladas: quite esas columnas o traiga las cuentas.',
  'refusal.values.no-exchange-file':
    'Los metadatos acompañan a un archivo de DHIS2 o ADX; este archivo se lee por sus columnas.',
  'refusal.values.not-proposed':
    'Los metadatos no describen estos elementos, o ya son indicadores: {elements}.',
  'refusal.dhis2.not-values': 'No es un conjunto de valores de DHIS2 ni de ADX: contiene {found}.',
  'refusal.dhis2.metadata-alone':
    'Este archivo de DHIS2 describe datos ({found}) y no trae cifras. Envíe el archivo de valores y, junto a él, este como archivo de metadatos.',
  'refusal.dhis2.not-metadata':
    'No es un archivo de metadatos de DHIS2 en JSON: no describe elementos, unidades ni categorías.',
  'refusal.dhis2.unreadable': 'El archivo está roto o incompleto, cerca de la línea {line}.',
  'refusal.dhis2.declares-entities':
    'El archivo declara un tipo de documento o entidades propias (DOCTYPE). Por seguridad no se lee: expórtelo sin eso.',
  'refusal.dhis2.too-deep':
    'El archivo anida elementos demasiado hondo, cerca de la línea {line}: no es un conjunto de valores.',
  'refusal.dhis2.too-long':
    'El archivo tiene un texto demasiado largo cerca de la línea {line}: no es un conjunto de valores.',
  'refusal.dhis2.other-encoding': 'El archivo dice estar en {encoding} y no lo está. Expórtelo en UTF-8.',
  'refusal.dhis2.metadata-too-large':
    'Los metadatos pasan de {megabytes} MB. Exporte solo los elementos, unidades y categorías de este conjunto de datos.',
  'problem.values.no-place': 'Falta el territorio.',
  'problem.values.no-period': 'Falta el período.',
  'problem.values.not-a-period': '«{text}» no es un período.',
  'problem.values.ambiguous-day': '«{text}» puede ser día/mes o mes/día. Diga cuál va primero.',
  'problem.values.period-too-coarse': '«{text}» es un período más largo que los que se importan.',
  'problem.values.period-too-fine':
    '«{text}» es un período más corto que los que se importan. Diga que las filas son partes que se suman, o traiga períodos iguales.',
  'problem.values.unknown-indicator':
    'No se sabe qué indicador es «{text}» ({times, plural, one {# fila} other {# filas}}).',
  'problem.values.unknown-category':
    'No se sabe qué grupo es «{text}» ({times, plural, one {# fila} other {# filas}}).',
  'problem.values.not-a-number': '«{text}» no es un número.',
  'problem.values.ambiguous-number':
    '«{text}» puede ser mil o decimal. Diga con qué signo se separan los decimales.',
  'problem.values.formula-error': 'La celda tiene un error de fórmula: «{text}».',
  'problem.values.negative-count': '«{text}»: una cuenta no puede ser negativa.',
  'problem.values.not-whole': '«{text}»: una cuenta es un número entero.',
  'problem.values.place-not-then':
    '«{text}»: ese territorio no existía entonces ({times, plural, one {# fila} other {# filas}}).',
  'problem.values.told-twice': 'Contradice lo que ya dice otra fila del mismo lugar, período y grupo.',
  'problem.values.second-table':
    'La fila parece el encabezado de otra tabla («{text}»). Deje una tabla por hoja.',
  'problem.values.merged-figure':
    'La cifra está en celdas combinadas: no se sabe a qué fila o columna corresponde. Sepárelas y escriba una cifra en cada una.',
  'problem.values.side-by-side':
    'Hay dos tablas una al lado de la otra: «{text}» está dos veces. Deje una tabla por hoja, o diga qué columnas no se usan.',
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
  'problem.values.period-unheld':
    '«{text}» es un período real que aquí no se lleva: los años empiezan en enero y las semanas en lunes. Traiga meses, trimestres o años corrientes.',
  'problem.values.not-figures':
    '«{text}» no se cuenta con números, sino con texto, fechas o sí y no ({times, plural, one {# fila} other {# filas}}): déjelo fuera.',
  'problem.values.unknown-crossing':
    'No se sabe qué grupo es «{text}» ({times, plural, one {# fila} other {# filas}}).',
  'problem.values.yes-or-no': '«{text}» es un sí o un no, no una cifra.',
  'problem.values.annotated-zero':
    'El valor es 0 y lleva un texto al lado: en ADX así se escriben también los textos. Traiga los metadatos, que dicen cuál es, o deje fuera el elemento.',
  'problem.values.mixed-crossings':
    'El indicador {text} viene con desgloses distintos ({times, plural, one {# cifra} other {# cifras}}): el total junto a sus partes se contaría dos veces. Deje fuera uno de los dos.',
  'problem.values.doubt-no-place': 'No se encontró qué columna dice el territorio.',
  'problem.values.doubt-period-of-title':
    'El período, {text}, se tomó del título o del nombre del archivo. Confírmelo.',
  'problem.values.doubt-no-period': 'No se encontró de qué período son las cifras.',
  'problem.values.doubt-no-indicator': 'No se encontró de qué indicador son las cifras.',
  'problem.values.doubt-no-value': 'No se encontró qué columna tiene las cifras.',
  'problem.values.doubt-day-order': 'No se puede saber si «{header}» escribe día/mes o mes/día.',
  'problem.values.doubt-decimals': 'La columna «{header}» mezcla puntos y comas decimales.',
  'problem.values.doubt-category': 'En «{header}», no se sabe qué grupo es «{text}».',
  'problem.values.doubt-column': 'No se sabe qué dice la columna «{header}».',
  'value-imports.title': 'Importar cifras',
  'value-imports.lead':
    'Envíe un archivo de cifras tal como lo tiene. El sistema dice cómo lo entiende, usted corrige, y solo entonces se importa: todo o nada. Se puede deshacer.',
  'value-imports.file': 'Archivo',
  'value-imports.file-help':
    'CSV o Excel (.xlsx), DHIS2 (JSON, CSV, XML) o ADX, también comprimido (.gz, .zip). Años o meses en columnas, una fila por dato o una fila por hecho.',
  'value-imports.territory': 'Territorio',
  'value-imports.territory-help': 'El país o el territorio al que pertenecen todas las cifras del archivo.',
  'value-imports.send': 'Enviar y ver cómo se entiende',
  'value-imports.sent': 'Archivos enviados',
  'value-imports.none': 'Todavía no hay archivos de cifras.',
  'value-imports.none-lead':
    'Aquí quedarán los archivos que envíe, con lo que falta resolver y la manera de deshacer cada importación.',
  'value-imports.state': 'Estado',
  'value-imports.at': 'Enviado',
  'value-imports.stage.waiting': 'En espera',
  'value-imports.stage.reading': 'Leyéndose',
  'value-imports.stage.open': 'Por revisar',
  'value-imports.stage.writing': 'Guardándose',
  'value-imports.stage.applied': 'Importado',
  'value-imports.stage.revoked': 'Deshecho',
  'value-imports.stage.refused': 'No se pudo leer',
  'value-imports.of-place': 'Cifras de {place}',
  'value-imports.counts':
    '{rows, plural, one {# fila leída} other {# filas leídas}}; {values, plural, one {# cifra} other {# cifras}} por importar.',
  'value-imports.apply': 'Importar {count, plural, one {# cifra} other {# cifras}}',
  'value-imports.places': '{count, plural, one {Un lugar por reconocer} other {# lugares por reconocer}}',
  'value-imports.problems':
    '{count, plural, one {Un problema por resolver} other {# problemas por resolver}}',
  'value-imports.left-out.total': 'totales',
  'value-imports.left-out.blank': 'en blanco',
  'value-imports.left-out.note': 'notas o títulos',
  'value-imports.left-out.header': 'encabezados repetidos',
  'value-imports.left-out.uncounted': 'delitos que ningún indicador cuenta',
  'value-imports.left-out.chosen': 'las que alguien decidió dejar fuera',
  'value-imports.left-out.silent': 'sin cifra',
  'value-imports.left-out.hidden': 'ocultas en la hoja',
  'value-imports.left-out-rows':
    '{rows, plural, one {# fila se dejó fuera} other {# filas se dejaron fuera}}: {reason}.',
  'value-imports.left-out-named':
    '{rows, plural, one {# fila se dejó fuera} other {# filas se dejaron fuera}}: {reason} (filas {first}).',
  'value-imports.not-read': 'Lo que no se leyó',
  'value-imports.how-read': 'Cómo se lee el archivo',
  'value-imports.layout.guessed':
    'Esto se dedujo de los encabezados y de las primeras filas. Corrija lo que no sea así.',
  'value-imports.layout.remembered': 'Se lee como el último archivo con los mismos encabezados.',
  'value-imports.layout.given': 'Se lee como usted dijo.',
  'value-imports.another': 'Enviar otro archivo',
  'value-imports.done':
    'Importado: {written, plural, one {# cifra nueva o cambiada} other {# cifras nuevas o cambiadas}}; {same, plural, one {# ya estaba igual} other {# ya estaban iguales}}.',
  'value-imports.undo': 'Deshacer la importación',
  'value-imports.undone': 'La importación se deshizo: las cifras están como antes.',
  'value-imports.being-read':
    'El archivo se está leyendo: van {rows, plural, one {# fila} other {# filas}}. Esta página se actualiza sola; puede cerrarla y volver.',
  'value-imports.row': 'fila {row}',
  'value-imports.more': 'Y {count, plural, one {# problema más} other {# problemas más}} como estos.',
  'value-imports.place-rows': '({count, plural, one {# fila} other {# filas}})',
  'value-imports.may-be': 'Puede ser',
  'value-imports.another-place': 'U otro',
  'value-imports.which-place': 'Qué territorio es',
  'value-imports.choose': 'Elija…',
  'value-imports.left-out':
    '{count, plural, one {Se deja fuera una fila} other {Se dejan fuera # filas}} de {places}.',
  'value-imports.see-how': 'Ver y corregir cómo se lee',
  'value-imports.settle': 'Es este lugar',
  'value-imports.columns': 'Qué dice cada columna',
  'value-imports.whole': 'Sobre todo el archivo',
  'value-imports.map': 'Leer así',
  'value-imports.for-example': 'Por ejemplo: {texts}',
  'value-imports.unknown-texts': 'Textos que no se reconocen',
  'value-imports.text-of': '«{text}» en {header}',
  'value-imports.blank': '(vacío)',
  'value-imports.offence': '«{text}» es',
  'value-imports.leave-out': 'Dejar fuera esas filas',
  'value-imports.role.none': 'No se usa',
  'value-imports.role.place-code': 'Territorio: código',
  'value-imports.role.place-name': 'Territorio: nombre',
  'value-imports.role.year': 'Año',
  'value-imports.role.month': 'Mes',
  'value-imports.role.period': 'Fecha o período',
  'value-imports.role.indicator': 'Qué se cuenta (delito, indicador)',
  'value-imports.role.value': 'La cifra',
  'value-imports.role.figure-period': 'Cifras del período del encabezado',
  'value-imports.role.dimension': 'Grupo',
  'value-imports.role.figure': 'Cifras de',
  'value-imports.period': 'Período de todas las cifras',
  'value-imports.period-help': 'Un año (2018), un mes (2018-07) o un trimestre (2018-Q3).',
  'value-imports.indicator': 'Indicador de todas las cifras',
  'value-imports.count-by': 'Se cuenta por',
  'value-imports.by.day': 'día',
  'value-imports.by.week': 'semana',
  'value-imports.by.month': 'mes',
  'value-imports.by.quarter': 'trimestre',
  'value-imports.by.semester': 'semestre',
  'value-imports.by.year': 'año',
  'value-imports.by.as-told': 'cada una por el período que dice',
  'value-imports.decimals': 'Los decimales se escriben',
  'value-imports.decimals.point': 'con punto (1,234.5)',
  'value-imports.decimals.comma': 'con coma (1.234,5)',
  'value-imports.decimals.either': 'no importa: no hay duda',
  'value-imports.day-order': 'Las fechas se escriben',
  'value-imports.day-order.day-first': 'día/mes/año',
  'value-imports.day-order.month-first': 'mes/día/año',
  'value-imports.day-order.either': 'no importa: no hay duda',
  'value-imports.adds-rows': 'Varias filas del mismo lugar, período y grupo se suman',
  'value-imports.sheet': 'Hoja',
  'value-imports.hidden-sheet': '{name} (oculta)',
  'value-imports.header-row': 'Fila de los encabezados',
  'value-imports.source': 'Fuente',
  'value-imports.source-help': 'Quién lo dice. Dos fuentes nunca se mezclan: se muestran una junto a otra.',
  'value-imports.publisher': 'Institución que lo publica',
  'value-imports.cutoff': 'Datos hasta el día',
  'value-imports.status': 'Son cifras',
  'value-imports.status.final': 'definitivas',
  'value-imports.status.provisional': 'provisionales',
  'value-imports.audience': 'Quién puede verlas',
  'value-imports.audience.public': 'Todos',
  'value-imports.audience.network': 'Quienes tienen cuenta',
  'value-imports.audience.territory': 'Solo quienes llevan cifras allí',
  'value-imports.is-published': 'La fuente ya las publicó con este mismo detalle',
  'value-imports.is-complete': 'La fuente lo contó todo: lo que falta es cero',
  'value-imports.metadata': 'Metadatos de DHIS2',
  'value-imports.metadata-other': 'Otros metadatos',
  'value-imports.metadata-help':
    'Solo con archivos de DHIS2 o ADX: el JSON de metadatos que nombra sus elementos, unidades y categorías.',
  'value-imports.describe': 'Leer con estos metadatos',
  'value-imports.other-system': 'Lo que dice el otro sistema',
  'value-imports.described':
    'describe {elements, plural, one {# elemento} other {# elementos}}, {places, plural, one {# unidad} other {# unidades}} y {crossings, plural, one {# combinación} other {# combinaciones}}; además {indicators, plural, one {# indicador calculado} other {# indicadores calculados}} y {sets, plural, one {# conjunto} other {# conjuntos}} de datos, que no se importan.',
  'value-imports.left-deleted':
    '{count, plural, one {# valor está borrado} other {# valores están borrados}} en el otro sistema: no se importan. Si ya estaban aquí, siguen como estaban.',
  'value-imports.left-followed':
    '{count, plural, one {# valor lleva} other {# valores llevan}} la marca de revisarse: se importan sin ella.',
  'value-imports.left-comments':
    '{count, plural, one {# comentario} other {# comentarios}} no se importan, porque pueden hablar de personas.',
  'value-imports.layout.exchange':
    'El formato dice qué es cada columna. Solo falta saber qué indicador es cada elemento y qué grupo cada combinación.',
  'value-imports.elements': 'Qué indicador es cada elemento',
  'value-imports.crossings': 'Qué grupo es cada combinación',
  'value-imports.whole-crossing': 'Todos, sin desglose',
  'value-imports.and-also': 'Y además, «{text}»',
  'value-imports.nothing-else': 'Nada más',
  'value-imports.proposals':
    '{count, plural, one {Un elemento que podría ser indicador} other {# elementos que podrían ser indicadores}}',
  'value-imports.proposals-lead':
    'Ningún indicador se crea solo. Marque los que quiera tener aquí; se crean con el nombre y la definición del otro sistema, y luego se pueden corregir.',
  'value-imports.proposed': 'Elementos',
  'value-imports.adds-up': 'Cómo se suma «{title}»',
  'value-imports.adds-up-help':
    'Viene de lo que dicen los metadatos. Con cifras ya no se puede cambiar: mírelo antes de crear.',
  'value-imports.accept': 'Crear los indicadores marcados',
  'value-imports.value': 'valor {row}',
  'value-imports.asked-below': 'Qué es cada elemento y cada combinación se pregunta más abajo.',
} as const;
