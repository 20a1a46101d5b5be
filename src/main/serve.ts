import type { FastifyInstance } from 'fastify';
import { buildServer } from '#http/server.ts';
import { servePages } from '#http/pages.ts';
import type { Installation } from '#services/context.ts';
import type { Configuration } from './config.ts';
import { startJobs } from './jobs.ts';
import type { OpenDatabase } from './open-database.ts';

export type Running = {
  readonly address: string;
  readonly app: FastifyInstance;
  /** Comes when it can no longer serve; see OpenDatabase. */
  readonly failure: OpenDatabase['failure'];
  stop(): Promise<void>;
};

type Parts = {
  readonly configuration: Configuration;
  readonly opened: OpenDatabase;
  readonly installation: Installation;
  readonly log?: 'silent' | 'info' | 'warn';
  readonly development?: boolean;
};

/** Opens the doors: API and pages on one port, and the jobs behind them. */
export async function serve(parts: Parts, report: (message: string) => void): Promise<Running> {
  const { opened, installation } = parts;
  const app = await buildServer({ database: opened.database, installation, log: parts.log ?? 'warn' });
  try {
    return await open(app, parts, report);
  } catch (problem) {
    // A door half open would keep the process from ending.
    await app.close();
    throw problem;
  }
}

async function open(app: FastifyInstance, parts: Parts, report: (message: string) => void): Promise<Running> {
  const { configuration, opened, installation } = parts;
  await servePages(app, { installation, home: configuration.home, development: parts.development ?? false });
  await app.listen({ port: configuration.port, host: configuration.host });
  const jobs = await startJobs(opened, installation, report);
  return {
    address: installation.origin,
    app,
    failure: opened.failure,
    async stop() {
      await app.close();
      await jobs.stop();
      await opened.close();
    },
  };
}
