export const es = {
  // Lines printed on the terminal while something long goes on.
  'step.engine.initialising': 'Creando la base de datos',
  'step.engine.starting': 'Iniciando la base de datos',
  'step.engine.recovering': 'Recuperando la base de datos después de un cierre brusco',
  'step.backup': 'Respaldando antes de actualizar',
  'step.migrate': 'Actualizando la base de datos',
  'step.up-to-date': 'La base de datos está al día',
  'step.packs': 'Cargando países, territorios e instituciones',
  'step.boundaries': 'Dibujando áreas aproximadas a partir de puntos',
  'step.example': 'Cargando datos de ejemplo',
  'step.accounts': 'Creando cuentas de ejemplo',
  'step.web.bundling': 'Preparando las páginas (solo la primera vez o tras un cambio)',
  'step.web.service-worker': 'Preparando el uso sin conexión',
  'step.web.compressing': 'Comprimiendo las páginas',
  'step.web.waiting': 'Esperando a que otro proceso termine de preparar las páginas',
} as const;
