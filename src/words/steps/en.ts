import type { es } from './es.ts';

export const en = {
  'step.engine.initialising': 'Creating the database',
  'step.engine.starting': 'Starting the database',
  'step.engine.recovering': 'Recovering the database after an abrupt end',
  'step.backup': 'Backing up before updating',
  'step.migrate': 'Updating the database',
  'step.up-to-date': 'The database is up to date',
  'step.packs': 'Loading countries, territories and institutions',
  'step.boundaries': 'Drawing approximate areas from points',
  'step.example': 'Loading example data',
  'step.accounts': 'Making example accounts',
  'step.web.bundling': 'Preparing the pages (only the first time, or after a change)',
  'step.web.service-worker': 'Preparing for use without a connection',
  'step.web.compressing': 'Compressing the pages',
  'step.web.waiting': 'Waiting for another process to finish preparing the pages',
} as const satisfies Record<keyof typeof es, string>;
