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
  // A setting of PostgreSQL, typed as it stands; {now} is what it is, {wanted} what it has to be.
  'refusal.operations.restore-locks':
    'El servidor de PostgreSQL no tiene sitio para cambiar tantas tablas de una vez: max_locks_per_transaction es {now}. Póngalo en {wanted} en postgresql.conf (o con «ALTER SYSTEM SET max_locks_per_transaction = {wanted}»), reinicie PostgreSQL y restaure de nuevo. No se cambió nada.',
  // What `articula doctor` found, and what to do about it. Commands are typed as they stand.
  'doctor.node.well': 'Node {version}: funciona.',
  'doctor.node.old':
    'Node {version} es demasiado antiguo; se necesita {wanted} o posterior. Ejecute «npm ci» sin omitir dependencias opcionales, o instale un Node más nuevo.',
  'doctor.engine.well': 'PostgreSQL {version} incluido para {platform}: funciona.',
  'doctor.engine.server': 'Se usa el servidor de DATABASE_URL.',
  'doctor.engine.unavailable':
    'El PostgreSQL incluido no funciona en {platform}: {reason}. Ejecute «npm ci» de nuevo, o indique un servidor en DATABASE_URL.',
  'doctor.database.well': 'Base de datos: PostgreSQL {version} responde.',
  'doctor.database.old':
    'El servidor es PostgreSQL {version}; se necesita 15 o posterior. Actualice el servidor.',
  'doctor.database.not-started': 'La base de datos no se pudo iniciar.',
  'doctor.database.none':
    'Aún no hay base de datos en esta carpeta. Ejecute «npx articula init», o «npm start» para ver una demostración.',
  'doctor.database.unreachable':
    'La base de datos {place} no responde: {reason}. Revise que el servidor esté en marcha y que DATABASE_URL sea correcta.',
  'doctor.migrations.well': 'Base de datos al día: {count, plural, one {# migración} other {# migraciones}}.',
  'doctor.migrations.pending':
    'Falta aplicar {count, plural, one {# migración} other {# migraciones}}. Ejecute «npx articula migrate».',
  'doctor.migrations.newer':
    'La base de datos es de una versión más nueva de Articula ({names}). Actualice Articula.',
  'doctor.migrations.altered':
    'Estas migraciones se aplicaron con otro texto: {names}. Puede que a la base de datos le falte algo: restaure una copia de seguridad en una base nueva y compare.',
  'doctor.disk.well': 'Disco de {folder}: {megabytes, number} MB libres.',
  'doctor.disk.low':
    'Quedan {megabytes, number} MB en el disco de {folder}. Libere espacio pronto, por ejemplo moviendo copias de seguridad antiguas.',
  'doctor.disk.full':
    'Solo quedan {megabytes, number} MB en el disco de {folder}. Libere espacio ahora: la base de datos se detendrá cuando se llene.',
  'doctor.disk.unknown':
    'No se pudo ver cuánto espacio queda en el disco de {folder}. Revise que la carpeta exista.',
  'doctor.clock.well': 'Reloj: {at}.',
  'doctor.clock.behind':
    'El reloj del equipo dice {at}, antes de {known}, que ya pasó. Corríjalo (por ejemplo con «timedatectl set-ntp true») antes de seguir: los plazos y la auditoría dependen de él.',
  'doctor.clock.apart':
    'Los relojes de este equipo y del servidor de base de datos difieren en {seconds, number} segundos. Active la sincronización de hora en ambos.',
  'doctor.mail.well': 'Correo: {server} acepta mensajes.',
  'doctor.mail.none':
    'Correo: no está configurado. Las invitaciones se entregan por enlace, texto o código QR. Para enviar correo, indique ARTICULA_MAIL.',
  'doctor.mail.unreachable':
    'El servidor de correo {server} no responde o no acepta la clave: {reason}. Revise ARTICULA_MAIL.',
  'doctor.folder.well': 'Carpeta de datos: {folder}.',
  'doctor.folder.missing':
    'La carpeta de datos {folder} no existe. Ejecute «npx articula init», o corrija ARTICULA_DATA.',
  'doctor.folder.read-only':
    'No se puede escribir en la carpeta de datos {folder}. Dé permiso al usuario que ejecuta Articula.',
  'doctor.folder.open':
    'Otros usuarios del equipo pueden escribir en {folder}. Ejecute «chmod go-w {folder}».',
  'doctor.secret.well': 'Secreto de la instalación: presente y fuerte.',
  'doctor.secret.missing':
    'Falta el secreto de la instalación, {file}. Restáurelo de una copia de seguridad: sin él no se pueden leer las claves de verificación en dos pasos. En una instalación nueva lo crea «npx articula init».',
  'doctor.secret.weak': 'El secreto de la instalación es débil. Use al menos 32 caracteres al azar.',
  'doctor.secret.open': 'Otros usuarios del equipo pueden leer {file}. Ejecute «chmod 600 {file}».',
  'doctor.backup.well':
    'Última copia de seguridad: hace {hours, plural, =0 {menos de una hora} one {# hora} other {# horas}} ({file}).',
  'doctor.backup.soon': 'Copias de seguridad: la primera se hará dentro de un día.',
  'doctor.backup.never':
    'Nunca se ha hecho una copia de seguridad. Haga una con «npx articula backup ARCHIVO» y deje «articula serve» en marcha para tener una cada día.',
  'doctor.backup.old':
    'La última copia de seguridad es de hace {hours, number} horas ({file}). Revise por qué no se hizo la de ayer; puede hacer una ahora con «npx articula backup ARCHIVO».',
  'doctor.backup.gone':
    'La última copia de seguridad ya no está en {file}. Búsquela o haga otra con «npx articula backup ARCHIVO».',
  'doctor.restore-test.well':
    'Última restauración de prueba: hace {days, plural, =0 {menos de un día} one {# día} other {# días}}.',
  'doctor.restore-test.soon': 'Restauración de prueba: se hará con la primera copia diaria.',
  'doctor.restore-test.never':
    'Ninguna copia de seguridad se ha restaurado de prueba. Ejecute «npx articula backup ARCHIVO --test».',
  'doctor.restore-test.old':
    'La última restauración de prueba es de hace {days, number} días. Ejecute «npx articula backup ARCHIVO --test».',
  'doctor.restore-test.failed':
    'La última copia de seguridad no se pudo restaurar de prueba: {reason}. Haga otra con «npx articula backup ARCHIVO --test».',
} as const;
