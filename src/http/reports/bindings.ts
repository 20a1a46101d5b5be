import type { reportsOperations } from '#contract/reports/index.ts';
import { draftBulletin } from '#services/reports/draft-bulletin.ts';
import { endBulletinSchedule } from '#services/reports/end-bulletin-schedule.ts';
import { getBulletin } from '#services/reports/get-bulletin.ts';
import { keepBulletin } from '#services/reports/keep-bulletin.ts';
import { listBulletinSchedules } from '#services/reports/list-bulletin-schedules.ts';
import { listBulletins } from '#services/reports/list-bulletins.ts';
import { scheduleBulletin } from '#services/reports/schedule-bulletin.ts';
import { verifyBulletin } from '#services/reports/verify-bulletin.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of this part with the service that does it. */
export const reportsBindings = {
  draftBulletin,
  endBulletinSchedule,
  getBulletin,
  keepBulletin,
  listBulletinSchedules,
  listBulletins,
  scheduleBulletin,
  verifyBulletin,
} satisfies Bindings<typeof reportsOperations>;
