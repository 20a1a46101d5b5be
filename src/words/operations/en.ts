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
} as const satisfies Record<keyof typeof es, string>;
