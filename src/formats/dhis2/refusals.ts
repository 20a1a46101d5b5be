import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Files of DHIS2 and ADX that are not read, each with its own word. */
export const dhis2Refusals = {
  'dhis2.not-values': 'invalid',
  'dhis2.metadata-alone': 'invalid',
  'dhis2.not-metadata': 'invalid',
  'dhis2.unreadable': 'invalid',
  'dhis2.declares-entities': 'invalid',
  'dhis2.too-deep': 'invalid',
  'dhis2.too-long': 'too-large',
  'dhis2.other-encoding': 'invalid',
  'dhis2.metadata-too-large': 'too-large',
} as const satisfies RefusalTable;

export type Dhis2Refusal = keyof typeof dhis2Refusals;

export const refuse = refusalsOf(dhis2Refusals);
