import type { es } from './es.ts';

export const en = {
  'problem.engine.not-installed':
    'There is no bundled PostgreSQL for this system ({platform}). Run “npm ci” again without leaving out optional dependencies, or name a PostgreSQL server in DATABASE_URL.',
  'problem.engine.cannot-run':
    'The bundled PostgreSQL does not run on this system ({platform}): {said}. Name a PostgreSQL server in DATABASE_URL.',
  'problem.engine.links-missing':
    'The links to PostgreSQL’s libraries are missing in {folder} and cannot be made. Run “npm rebuild” as a user who may write there.',
  'problem.engine.no-user':
    'PostgreSQL does not run as root, and no other user of this machine can reach {folder}. Start Articula as an ordinary user, or name a server in DATABASE_URL.',
  'problem.engine.read-only':
    'Nothing can be written to {folder}. It may belong to another user or be on a read-only disk. Let the user who starts Articula write there, or choose another folder with ARTICULA_DATA.',
  'problem.engine.disk-full':
    'The disk of {folder} is full. Make room, or choose another folder with ARTICULA_DATA, and start again. What was saved until now is still there.',
  'problem.engine.in-use':
    'The database in {folder} is already used by process {pid}. Stop that process, or choose another folder with ARTICULA_DATA.',
  'problem.engine.port-taken':
    'Another program uses port {port} of this machine. Stop it or choose another port.',
  'problem.engine.other-version':
    'The database in {folder} is of PostgreSQL {found} and this version of Articula uses {wanted}. Make a backup with the earlier version of Articula and restore it with this one.',
  'problem.engine.password-missing':
    'The file {file}, which holds the password of the database, is missing. Put it back, or restore a backup into another folder.',
  'problem.engine.initialise-failed':
    'The database in {folder} could not be created. PostgreSQL says: {said}',
  'problem.engine.start-failed': 'The database in {folder} could not be started. PostgreSQL says: {said}',
  'problem.engine.gave-up':
    'The database in {folder} stopped {times, plural, one {# time} other {# times}} within a minute and was not started again. Check the machine’s memory and disk, and start Articula again.',
  'operations.engine-initialising': 'Creating the database…',
  'operations.engine-starting': 'Starting the database…',
  'operations.engine-recovering': 'The database ended abruptly; it is recovering…',
  'refusal.operations.backup-not-found': 'The backup {file} was not found or cannot be read.',
  'refusal.operations.backup-unknown-format': '{file} is not a backup made by Articula.',
  'refusal.operations.backup-damaged':
    'The backup {file} is incomplete or was altered. Nothing was changed. Use another one.',
  'refusal.operations.backup-of-newer-version':
    'The backup {file} is from a newer version of Articula. Update Articula and restore it again. Nothing was changed.',
  'refusal.operations.backup-of-other-structure':
    'The tables of backup {file} are not those of this version of Articula, and nothing was changed. PostgreSQL says: {said}',
  'refusal.operations.backup-different':
    'What was restored into table {table} does not equal what was saved. Nothing was changed.',
  'refusal.operations.backup-cannot-write': '{file} cannot be written. Check the folder and its permissions.',
  'refusal.operations.backup-no-room': 'There is no room on the disk for {file}. Make room and try again.',
  'refusal.operations.backup-rows-hidden':
    'The database user {user} does not own the tables and does not see every row. Make the backup as their owner.',
  'refusal.operations.restore-not-empty':
    'The database already holds data. Add --replace to replace them; what is there is saved first.',
  'refusal.operations.restore-in-use':
    'Another program is using the database. Stop Articula and restore again. Nothing was changed.',
  'refusal.operations.restore-locks':
    'The PostgreSQL server has no room to change so many tables at once: max_locks_per_transaction is {now}. Set it to {wanted} in postgresql.conf (or with “ALTER SYSTEM SET max_locks_per_transaction = {wanted}”), restart PostgreSQL and restore again. Nothing was changed.',
  'doctor.node.well': 'Node {version}: good.',
  'doctor.node.old':
    'Node {version} is too old; {wanted} or later is needed. Run “npm ci” without leaving out optional dependencies, or install a newer Node.',
  'doctor.engine.well': 'Bundled PostgreSQL {version} for {platform}: runs.',
  'doctor.engine.server': 'The server of DATABASE_URL is used.',
  'doctor.engine.unavailable':
    'The bundled PostgreSQL does not run on {platform}: {reason}. Run “npm ci” again, or name a server in DATABASE_URL.',
  'doctor.database.well': 'Database: PostgreSQL {version} answers.',
  'doctor.database.old': 'The server is PostgreSQL {version}; 15 or later is needed. Upgrade the server.',
  'doctor.database.not-started': 'The database could not be started.',
  'doctor.database.none':
    'There is no database in this folder yet. Run “npx articula init”, or “npm start” for a demonstration.',
  'doctor.database.unreachable':
    'The database {place} does not answer: {reason}. Check that the server runs and that DATABASE_URL is right.',
  'doctor.migrations.well': 'Database up to date: {count, plural, one {# migration} other {# migrations}}.',
  'doctor.migrations.pending':
    '{count, plural, one {# migration is} other {# migrations are}} not applied. Run “npx articula migrate”.',
  'doctor.migrations.newer': 'The database is of a newer version of Articula ({names}). Update Articula.',
  'doctor.migrations.altered':
    'These migrations were applied with another text: {names}. Something may be missing in the database: restore a backup into a new one and compare.',
  'doctor.disk.well': 'Disk of {folder}: {megabytes, number} MB free.',
  'doctor.disk.low':
    '{megabytes, number} MB are left on the disk of {folder}. Make room soon, for example by moving old backups.',
  'doctor.disk.full':
    'Only {megabytes, number} MB are left on the disk of {folder}. Make room now: the database stops when it is full.',
  'doctor.disk.unknown':
    'How much room is left on the disk of {folder} could not be seen. Check that the folder exists.',
  'doctor.clock.well': 'Clock: {at}.',
  'doctor.clock.behind':
    'The machine’s clock says {at}, before {known}, which has already been. Correct it (for example with “timedatectl set-ntp true”) before going on: deadlines and the audit trail depend on it.',
  'doctor.clock.apart':
    'The clocks of this machine and of the database server differ by {seconds, number} seconds. Turn on time synchronisation on both.',
  'doctor.mail.well': 'Mail: {server} accepts messages.',
  'doctor.mail.none':
    'Mail: not set up. Invitations are handed over by link, text or QR code. To send mail, set ARTICULA_MAIL.',
  'doctor.mail.unreachable':
    'The mail server {server} does not answer or refuses the password: {reason}. Check ARTICULA_MAIL.',
  'doctor.folder.well': 'Data folder: {folder}.',
  'doctor.folder.missing':
    'The data folder {folder} does not exist. Run “npx articula init”, or correct ARTICULA_DATA.',
  'doctor.folder.read-only':
    'The data folder {folder} cannot be written. Let the user who runs Articula write there.',
  'doctor.folder.open': 'Other users of this machine may write to {folder}. Run “chmod go-w {folder}”.',
  'doctor.secret.well': 'Secret of the installation: present and strong.',
  'doctor.secret.missing':
    'The secret of the installation, {file}, is missing. Restore it from a backup: without it the two-step keys cannot be read. In a new installation “npx articula init” makes it.',
  'doctor.secret.weak': 'The secret of the installation is weak. Use at least 32 random characters.',
  'doctor.secret.open': 'Other users of this machine may read {file}. Run “chmod 600 {file}”.',
  'doctor.backup.well':
    'Last backup: {hours, plural, =0 {less than an hour} one {# hour} other {# hours}} ago ({file}).',
  'doctor.backup.soon': 'Backups: the first one will be made within a day.',
  'doctor.backup.never':
    'No backup has ever been made. Make one with “npx articula backup FILE” and keep “articula serve” running to have one each day.',
  'doctor.backup.old':
    'The last backup is {hours, number} hours old ({file}). See why yesterday’s was not made; you can make one now with “npx articula backup FILE”.',
  'doctor.backup.gone':
    'The last backup is no longer at {file}. Find it or make another with “npx articula backup FILE”.',
  'doctor.restore-test.well':
    'Last trial restore: {days, plural, =0 {less than a day} one {# day} other {# days}} ago.',
  'doctor.restore-test.soon': 'Trial restore: it will be done with the first daily backup.',
  'doctor.restore-test.never': 'No backup has been restored on trial. Run “npx articula backup FILE --test”.',
  'doctor.restore-test.old':
    'The last trial restore is {days, number} days old. Run “npx articula backup FILE --test”.',
  'doctor.restore-test.failed':
    'The last backup could not be restored on trial: {reason}. Make another with “npx articula backup FILE --test”.',
} as const satisfies Record<keyof typeof es, string>;
