import { Logger, run, type Runner, type TaskList } from 'graphile-worker';
import { followAllDates } from '#services/agreement-life/follow-all-dates.ts';
import { followHandovers } from '#services/actors/follow-handovers.ts';
import { anchorChains } from '#services/audit/anchor-chains.ts';
import { settleCommitments } from '#services/commitments/settle-commitments.ts';
import { sendReminders } from '#services/inbox/send-reminders.ts';
import { deliverMail } from '#services/operations/deliver-mail.ts';
import { forgetOldTraces } from '#services/operations/forget-old-traces.ts';
import { makeOrderedBulletins } from '#services/reports/make-ordered-bulletins.ts';
import { makeSumsAnew } from '#services/values/make-sums-anew.ts';
import { readWaitingImports } from '#services/value-imports/read-waiting-imports.ts';
import type { Installation } from '#services/context.ts';
import { makeDailyBackup } from './backups.ts';
import { localContext } from './local-context.ts';
import type { OpenDatabase } from './open-database.ts';

// Minute, hour, day, month, weekday (UTC). A missed backup is made up for when the installation runs again.
const crontab = `
30 7 * * * daily-backup ?fill=1d&max=3
15 * * * * anchor-audit
45 * * * * forget-old-traces
5 * * * * follow-agreements
10 * * * * follow-handovers
20 * * * * send-reminders
25 * * * * make-ordered-bulletins ?max=1
* * * * * deliver-mail ?max=1
* * * * * read-imports ?max=1
* * * * * make-sums-anew ?max=1
*/5 * * * * settle-commitments ?max=1
`;

const quiet = new Logger(() => () => undefined);

/** What the installation does by itself: mail, reminders, daily backup, anchors of the audit trail, forgetting what has expired. */
export async function startJobs(
  opened: OpenDatabase,
  installation: Installation,
  report: (message: string) => void,
): Promise<Runner> {
  const context = () => localContext(opened.database, installation);
  const taskList: TaskList = {
    'daily-backup': async () => makeDailyBackup(opened, installation),
    'anchor-audit': async () => anchorChains(context()).then(() => undefined),
    'forget-old-traces': async () => forgetOldTraces(context()),
    'follow-agreements': async () => followAllDates(context()).then(() => undefined),
    'follow-handovers': async () => followHandovers(context()).then(() => undefined),
    'send-reminders': async () => sendReminders(context()).then(() => undefined),
    'make-ordered-bulletins': async () => makeOrderedBulletins(context()).then(() => undefined),
    'read-imports': async () => readWaitingImports(context()),
    'deliver-mail': async () => deliverMail(context()),
    'make-sums-anew': async () => makeSumsAnew(context()).then(() => undefined),
    'settle-commitments': async () => settleCommitments(context()).then(() => undefined),
  };
  const runner = await run({
    pgPool: opened.database.ownerPool,
    concurrency: 1,
    noHandleSignals: true,
    pollInterval: 5_000,
    taskList,
    crontab,
    logger: quiet,
  });
  runner.events.on('job:error', ({ job, error }) =>
    report(`${job.task_identifier}: ${(error as Error).message}`),
  );
  makeSumsSoon(runner, () => makeSumsAnew(context()), report);
  return runner;
}

// Soon after figures were saved their sums are made anew; until then whoever reads adds up what is marked.
const soon = 2_000;

function makeSumsSoon(runner: Runner, make: () => Promise<unknown>, report: (message: string) => void): void {
  let isAtIt = false;
  const timer = setInterval(() => {
    if (isAtIt) return;
    isAtIt = true;
    make()
      .catch((error: unknown) => report(`make-sums-anew: ${(error as Error).message}`))
      .finally(() => (isAtIt = false));
  }, soon);
  timer.unref();
  runner.events.on('stop', () => clearInterval(timer));
}
