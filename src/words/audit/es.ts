/** The trail of what was done, by whom, and when. */
export const es = {
  'refusal.audit.not-found': 'Ese registro no existe, o usted no puede verlo.',
  'refusal.audit.may-not-redact':
    'Usted no puede borrar textos del registro de todos los territorios en que aparece.',
  'refusal.audit.nothing-to-redact': 'No hay texto escrito que borrar, o ya se borró.',
  'refusal.audit.too-many-to-export':
    'Son demasiados registros para un archivo: se exportan hasta {maximum, number}. Acorte las fechas.',

  'audit.title': 'Registro de hechos',
  'audit.about': 'Quién hizo qué, cuándo y qué cambió. Nada de esto se puede modificar.',
  'audit.who': 'Quién',
  'audit.what': 'Qué se hizo',
  'audit.when': 'Cuándo',
  'audit.subject': 'Sobre qué',
  'audit.territory': 'Territorio',
  'audit.organisation': 'Institución',
  'audit.from': 'Desde',
  'audit.to': 'Hasta',
  'audit.text': 'Texto',
  'audit.changes': 'Qué cambió',
  'audit.before': 'Antes',
  'audit.after': 'Después',
  'audit.request': 'Solicitud',
  'audit.entry': 'Registro',
  'audit.history': 'Historia de cambios',
  'audit.no-entries': 'No hay registros con esas condiciones.',
  // In place of a value that was erased for good.
  'audit.erased': 'borrado',
  // In place of a value that this reader may not see.
  'audit.hidden': 'reservado',
  'audit.by-installation': 'El sistema',
  'audit.by-visitor': 'Sin cuenta',
  'audit.by-unknown': 'Una cuenta que ya no existe',
  'audit.by-token': 'con un programa',
  'audit.export-name': 'registro-de-hechos',
  'audit.redact': 'Borrar el texto escrito',
  'audit.redact-about':
    'Úselo cuando alguien escribió por error el nombre de una víctima u otro dato que no debe estar. Corrija primero el dato; después borre aquí lo que quedó en el registro. No se puede deshacer.',
  'audit.redact-reason': 'Por qué se borra (sin repetir el dato)',
  'audit.redacted':
    '{count, plural, one {Se borró el texto de # registro.} other {Se borró el texto de # registros.}}',

  'audit.verify.sound':
    'El registro está íntegro: {entries, plural, one {# entrada} other {# entradas}} en {chains, plural, one {# cadena} other {# cadenas}}, {anchors, plural, one {# ancla} other {# anclas}}.',
  'audit.verify.faults':
    '{faults, plural, one {El registro no está íntegro: # falla} other {El registro no está íntegro: # fallas}} en {entries, plural, one {# entrada} other {# entradas}}.',
  'audit.verify.no-log':
    'No está anchors.log en la carpeta de datos: lo que se haya quitado del final solo lo sabe la propia base de datos.',
  'audit.verify.altered': 'cadena {chain}: la entrada {seq} fue alterada',
  'audit.verify.altered-since': 'cadena {chain}: algo se alteró entre las entradas {seq} y {upTo}',
  'audit.verify.removed': 'cadena {chain}: falta la entrada {seq}',
  'audit.verify.removed-several': 'cadena {chain}: faltan las entradas {seq} a {upTo}',
  'audit.verify.inserted': 'cadena {chain}: la entrada {seq} fue insertada',
  'audit.verify.inserted-several': 'cadena {chain}: las entradas {seq} a {upTo} fueron insertadas',
  'audit.verify.reordered': 'cadena {chain}: la entrada {seq} no está en su lugar',
  'audit.verify.anchor-altered': 'el ancla del {at} fue alterada ({hash})',
  'audit.verify.anchor-removed': 'el ancla del {at} está en anchors.log y no en la base de datos ({hash})',
  'audit.verify.anchor-unlogged': 'el ancla del {at} está en la base de datos y no en anchors.log ({hash})',
} as const;
