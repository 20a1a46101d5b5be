export const es = {
  // The embedded database. "folder" is a path; "said" is what PostgreSQL wrote, in English.
  'problem.engine.not-installed':
    'No hay PostgreSQL incluido para este sistema ({platform}). Ejecute «npm ci» de nuevo sin omitir las dependencias opcionales, o indique un servidor PostgreSQL en DATABASE_URL.',
  'problem.engine.cannot-run':
    'El PostgreSQL incluido no funciona en este sistema ({platform}): {said}. Indique un servidor PostgreSQL en DATABASE_URL.',
  'problem.engine.links-missing':
    'Faltan los enlaces a las bibliotecas de PostgreSQL en {folder} y no se pueden crear. Ejecute «npm rebuild» con un usuario que pueda escribir ahí.',
  'problem.engine.no-user':
    'PostgreSQL no funciona como root, y en este equipo no se encontró otro usuario que pueda llegar a {folder}. Inicie Articula con un usuario normal, o indique un servidor en DATABASE_URL.',
  'problem.engine.read-only':
    'No se puede escribir en {folder}. Puede ser de otro usuario o estar en un disco de solo lectura. Dé permiso de escritura al usuario que inicia Articula, o elija otra carpeta con ARTICULA_DATA.',
  'problem.engine.disk-full':
    'No queda espacio en el disco de {folder}. Libere espacio, o elija otra carpeta con ARTICULA_DATA, e inicie de nuevo. Lo guardado hasta ahora sigue ahí.',
  'problem.engine.in-use':
    'La base de datos en {folder} ya está en uso por el proceso {pid}. Detenga ese proceso, o elija otra carpeta con ARTICULA_DATA.',
  'problem.engine.port-taken':
    'Otro programa usa el puerto {port} de este equipo. Deténgalo o elija otro puerto.',
  'problem.engine.other-version':
    'La base de datos en {folder} es de PostgreSQL {found} y esta versión de Articula usa {wanted}. Haga una copia de seguridad con la versión anterior de Articula y restáurela con esta.',
  'problem.engine.password-missing':
    'Falta el archivo {file}, que guarda la contraseña de la base de datos. Devuélvalo a su lugar, o restaure una copia de seguridad en otra carpeta.',
  'problem.engine.initialise-failed':
    'No se pudo crear la base de datos en {folder}. PostgreSQL dice: {said}',
  'problem.engine.start-failed': 'No se pudo iniciar la base de datos en {folder}. PostgreSQL dice: {said}',
  'problem.engine.gave-up':
    'La base de datos en {folder} se detuvo {times, plural, one {# vez} other {# veces}} en un minuto y no se volvió a iniciar. Revise la memoria y el disco del equipo, e inicie Articula de nuevo.',
  'operations.engine-initialising': 'Creando la base de datos…',
  'operations.engine-starting': 'Iniciando la base de datos…',
  'operations.engine-recovering': 'La base de datos se detuvo de golpe; se está recuperando…',
  // Backups. "file" is a path, --replace is typed as it stands.
  'refusal.operations.backup-not-found': 'No se encuentra o no se puede leer la copia de seguridad {file}.',
  'refusal.operations.backup-unknown-format': '{file} no es una copia de seguridad de Articula.',
  'refusal.operations.backup-damaged':
    'La copia de seguridad {file} está incompleta o alterada. No se cambió nada. Use otra copia.',
  'refusal.operations.backup-of-newer-version':
    'La copia de seguridad {file} es de una versión más nueva de Articula. Actualice Articula y restáurela de nuevo. No se cambió nada.',
  'refusal.operations.backup-of-other-structure':
    'Las tablas de la copia {file} no son las de esta versión de Articula, y no se cambió nada. PostgreSQL dice: {said}',
  'refusal.operations.backup-different':
    'Lo restaurado en la tabla {table} no es igual a lo guardado. No se cambió nada.',
  'refusal.operations.backup-cannot-write':
    'No se puede escribir en {file}. Revise la carpeta y sus permisos.',
  'refusal.operations.backup-no-room':
    'No hay espacio en el disco para {file}. Libere espacio e inténtelo de nuevo.',
  'refusal.operations.backup-rows-hidden':
    'El usuario {user} de la base de datos no es dueño de las tablas y no ve todas las filas. Haga la copia con el usuario dueño.',
  'refusal.operations.restore-not-empty':
    'La base de datos ya tiene datos. Para reemplazarlos agregue --replace; antes se guarda una copia de lo que hay.',
  'refusal.operations.restore-in-use':
    'Otro programa está usando la base de datos. Detenga Articula y restaure de nuevo. No se cambió nada.',
} as const;
