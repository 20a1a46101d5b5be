import { calendarOperations } from './calendars.ts';
import { figureOperations } from './figures.ts';

/** How far what was promised is done, how that is counted, and the days and rates by which it is. */
export const complianceOperations = { ...figureOperations, ...calendarOperations };
