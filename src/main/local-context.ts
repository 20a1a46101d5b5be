import { randomUUID } from 'node:crypto';
import type { Database } from '#database/connection.ts';
import { installationScope } from '#domain/access/scope.ts';
import type { Context, Installation } from '#services/context.ts';

/** The context of the installation itself: migrations, loading packs, jobs and the command line on the machine. */
export function localContext(
  database: Database,
  installation: Installation,
  language: Context['language'] = 'es',
): Context {
  return {
    actor: { kind: 'installation', scope: installationScope },
    now: new Date(),
    requestId: randomUUID(),
    address: 'local',
    userAgent: 'articula',
    language,
    database,
    installation,
    session: { secret: null, give: () => undefined, take: () => undefined },
  };
}
