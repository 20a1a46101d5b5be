import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '#services/access/actor-of.ts';
import type { Context } from '#services/context.ts';
import { sendReminders } from '#services/inbox/send-reminders.ts';
import { deliverMail } from '#services/operations/deliver-mail.ts';
import { formatOf } from '#words/format.ts';
import { createReportLink } from '#services/reporting/create-report-link.ts';
import {
  createForm,
  makeReportingWorld,
  openCycle,
  reportOf,
  saveAs,
  type ReportingWorld,
} from '../reporting-world.ts';
import { startMailServer, type MailServer } from './mail-server.ts';

let world: ReportingWorld;
let post: MailServer;
let report: string;

beforeAll(async () => {
  world = await makeReportingWorld();
  const cycle = await openCycle(world, await createForm(world));
  report = await reportOf(world, cycle.body.id, 'XA-0101');
  post = await startMailServer();
});
afterAll(async () => {
  await post?.stop();
  await world.stop();
});

function withMail(): Context {
  const { mail } = post;
  return { ...world.context, now: world.clock.now, installation: { ...world.installation, mail } };
}

/** The files that travelled with a message. */
const filesOf = (text: string) =>
  [...text.matchAll(/Content-Disposition: attachment[^]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n\r?\n?--/g)].map(
    ([, coded = '']) => new Uint8Array(Buffer.from(coded, 'base64')),
  );
const wordsOf = (text: string) =>
  Buffer.from(
    text
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString('utf8');

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('a report by mail', () => {
  it('is reminded of with the workbook to fill in, blank although answers were begun', async () => {
    await saveAs(world.municipal, report, { sessions: '3' });
    await world.database.owner
      .updateTable('account')
      .set({ email: 'comuna@example.org' })
      .where('id', '=', world.municipal.accountId)
      .execute();
    await sendReminders(withMail());
    await deliverMail(withMail());
    expect(post.received.map(({ to }) => to)).toEqual(['comuna@example.org']);
    expect(wordsOf(post.received[0]?.text ?? '')).toContain('sin conexión');
    const [workbook, ...others] = filesOf(post.received[0]?.text ?? '');
    expect(others).toEqual([]);
    const path = `/api/cycle-reports/${report}/upload`;
    const uploaded = await world.municipal.call('POST', path, {
      bytes: workbook ?? new Uint8Array(),
      mediaType,
    });
    expect(uploaded.body).toMatchObject({ saved: 0, unchanged: 0 });
    expect(await world.database.owner.selectFrom('mail_attachment').selectAll().execute()).toEqual([]);
  });

  it('goes to an office without an account with a link that opens it, and with the workbook', async () => {
    post.received.length = 0;
    const token = await world.municipal.call('POST', '/api/my-account/tokens', {
      body: { name: 'prueba', mayWrite: true },
    });
    const { actor } = await actorOf(
      world.database,
      { session: null, token: token.body.secret },
      world.clock.now,
    );
    const body = { addressee: 'Secretaría de la comuna', days: 14, email: 'secretaria@example.org' };
    // Half past one in Greenwich is the evening before where the office is: by that day the link must be used.
    const now = new Date(`${world.clock.now.toISOString().slice(0, 10)}T01:30:00Z`);
    const made = await createReportLink({ ...withMail(), now, actor }, { report, body });
    expect(made).toMatchObject({
      isMailed: true,
      expiresAt: new Date(now.getTime() + 14 * 86_400_000).toISOString(),
    });
    await deliverMail(withMail());
    expect(post.received.map(({ to }) => to)).toEqual(['secretaria@example.org']);
    expect(wordsOf(post.received[0]?.text ?? '')).toContain(made.link);
    const last = new Date(now.getTime() + 13 * 86_400_000);
    expect(wordsOf(post.received[0]?.text ?? '')).toContain(
      formatOf('es', undefined, 'UTC').day(last.toISOString()),
    );
    expect(filesOf(post.received[0]?.text ?? '')).toHaveLength(1);
    const secret = made.link.split('/').at(-1);
    const opened = await world.visitor('POST', '/api/report-links/use', { body: { secret } });
    expect(opened.body).toMatchObject({ id: report, mayFill: true });
  });

  it('is not promised where no mail can be sent: the link is there to be handed over', async () => {
    const made = await world.municipal.call('POST', `/api/cycle-reports/${report}/links`, {
      body: { addressee: 'Comité', email: 'comite@example.org' },
    });
    expect(made.body).toMatchObject({ isMailed: false });
    expect(await world.database.owner.selectFrom('mail_outbox').selectAll().execute()).toEqual([]);
    const wrong = await world.municipal.call('POST', `/api/cycle-reports/${report}/links`, {
      body: { addressee: 'Comité', email: 'comité sin arroba' },
    });
    expect([wrong.status, wrong.body.problems[0].field]).toEqual([422, 'email']);
  });
});
