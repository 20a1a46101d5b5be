import type { FastifyInstance } from 'fastify';
import { operations } from '#contract/index.ts';
import type { Installation } from '#services/context.ts';
import { pages } from './pages/pages.ts';
import { developBuild, openBuild } from './pages/web-build.ts';

/** Opens the door for people on a server that already answers the API. */
export async function servePages(
  app: FastifyInstance,
  parts: { readonly installation: Installation; readonly home: string; readonly development: boolean },
): Promise<void> {
  const build = parts.development ? await developBuild(app, parts.home) : openBuild(parts.home);
  await pages(app, { build, operations, origin: parts.installation.origin, mode: parts.installation.mode });
}
