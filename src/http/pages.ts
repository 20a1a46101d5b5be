import type { FastifyInstance } from 'fastify';
import { operations } from '#contract/index.ts';
import type { Installation } from '#services/context.ts';
import { pages } from './pages/pages.ts';
import { developBuild, openBuild } from './pages/web-build.ts';

/** Opens the door for people on a server that already answers the API. */
export async function servePages(
  app: FastifyInstance,
  parts: {
    readonly installation: Installation;
    readonly home: string;
    readonly development: boolean;
    /** The moment that the API goes by too; tests move it. */
    readonly now?: () => Date;
  },
): Promise<void> {
  const build = parts.development ? await developBuild(app, parts.home) : openBuild(parts.home);
  const { origin, mode } = parts.installation;
  await pages(app, { build, operations, origin, mode, ...(parts.now && { now: parts.now }) });
}
