import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder =
  process.env['ARTICULA_OUTSIDE_DATA'] ?? fileURLToPath(new URL('../../shared/data', import.meta.url));

/** Whether the real files that others wrote are beside the clone. Suites that need them say so when they are not run. */
export const hasOutsideData = existsSync(join(folder, 'README.md'));

/** The path of one of those files: `outsideData('panama/pa_districts.csv')`. */
export function outsideData(path: string): string {
  return join(folder, path);
}
