/** What is said of files with tables: CSV and Excel. */
export const es = {
  'refusal.table.empty': 'El archivo está vacío.',
  'refusal.table.unreadable':
    'El archivo está dañado y no se puede abrir. Ábralo en su hoja de cálculo y guárdelo de nuevo como .xlsx.',
  'refusal.table.too-large': 'El archivo es demasiado grande: se aceptan hasta {megabytes} MB.',
  'refusal.table.unpacks-too-large':
    'El archivo, una vez descomprimido, ocuparía {megabytes} MB. Guarde en un archivo nuevo solo las filas que hacen falta.',
  'refusal.table.too-many-cells':
    'El archivo tiene demasiados datos: se aceptan hasta {rows, number} filas, {columns, number} columnas y {cells, number} celdas.',
  'refusal.table.no-such-sheet': 'El archivo no tiene una hoja llamada «{sheet}». Tiene: {sheets}.',
  'refusal.table.password-protected':
    'El archivo está protegido con contraseña. Guárdelo sin contraseña y envíelo de nuevo.',
  'refusal.table.old-excel':
    'Es un archivo de Excel antiguo (.xls). Ábralo y guárdelo como .xlsx o como CSV.',
  'refusal.table.binary-excel':
    'Es un archivo binario de Excel (.xlsb). Ábralo y guárdelo como .xlsx o como CSV.',
  'refusal.table.opendocument': 'Es un archivo OpenDocument. Ábralo y guárdelo como .xlsx o como CSV.',
  'refusal.table.office-document': 'Es un documento o una presentación, no una hoja de cálculo.',
  'refusal.table.archive': 'Es un archivo comprimido, no una hoja de cálculo. Descomprímalo y envíe la hoja.',
  'refusal.table.pdf': 'Es un PDF, no una hoja de cálculo. Envíe la hoja de la que salió.',
  'refusal.table.picture': 'Es una imagen, no una hoja de cálculo.',
  'refusal.table.web-page':
    'Es una página web, aunque su nombre diga otra cosa. Ábrala en su hoja de cálculo y guárdela como .xlsx.',
  'refusal.table.not-text': 'El archivo no es una hoja de cálculo ni un texto con columnas.',

  // Faults in a file; the place (sheet, cell, row, line) is shown beside the sentence.
  'problem.table.open-quote': 'Unas comillas se abren en la línea {line} y no se cierran.',
  'problem.table.broken-line': 'La línea {line} no se puede leer.',
  'problem.table.row-too-long':
    'La fila tiene {found} celdas y los encabezados son {expected}: ¿falta poner un texto entre comillas?',
  'problem.table.formula-error': 'La fórmula da el error {error}.',
  'problem.table.formula-without-value':
    'La fórmula no trae su resultado. Abra el archivo en su hoja de cálculo y guárdelo.',
  'problem.table.no-headers': 'La hoja no tiene encabezados.',
  'problem.table.missing-column': 'Falta la columna «{header}». Se encontraron: {found}.',
  'problem.table.column-twice': 'La columna «{header}» está dos veces.',
  'problem.table.required': '«{header}» está vacío y hace falta.',
  'problem.table.too-long': '«{header}» es demasiado largo: se aceptan hasta {maximum, number} letras.',
  'problem.table.not-a-number': '«{text}» no es un número ({header}).',
  'problem.table.ambiguous-number':
    '«{text}» se puede leer de dos maneras ({header}): ¿separa miles o decimales? Escríbalo sin separador de miles.',
  'problem.table.not-whole': '«{text}» no es un número entero ({header}).',
  'problem.table.not-a-day': '«{text}» no es una fecha ({header}). Escríbala como 2026-01-31 o 31/01/2026.',
  'problem.table.not-yes-or-no': '«{text}» no es sí ni no ({header}).',
  'problem.table.not-a-choice': '«{text}» no es una de las opciones de «{header}»: {choices}.',

  // What was done to read a file, told so that nobody is surprised.
  'problem.table.encoding': 'El archivo está codificado en {encoding}; se leyó así.',
  'problem.table.delimiter':
    'Las columnas están separadas por {delimiter, select, tab {tabuladores} other {«{delimiter}»}}; se leyó así.',
  'problem.table.rows-too-short':
    '{rows, plural, one {# fila tiene} other {# filas tienen}} menos celdas que los encabezados ({expected}); lo que falta se tomó por vacío.',
  'problem.table.hidden-sheet': 'La hoja está oculta.',
  'problem.table.hidden-rows':
    '{rows, plural, one {No se leyó # fila oculta.} other {No se leyeron # filas ocultas.}}',
  'problem.table.hidden-columns': 'Hay columnas ocultas, que también se leyeron: {columns}.',
  'problem.table.merged-cells':
    'Hay {ranges, plural, one {# grupo} other {# grupos}} de celdas combinadas; su texto se tomó para cada una de sus filas.',
  'problem.table.formulas':
    'Hay {cells, plural, one {# fórmula} other {# fórmulas}}; se tomó el resultado guardado en el archivo.',
  'problem.table.sheet-without-cells': 'La hoja no tiene celdas.',
  'problem.table.unknown-column': 'La columna «{header}» no se conoce; no se leyó.',
} as const;
