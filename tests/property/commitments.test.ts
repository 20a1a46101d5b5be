import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCommitmentsWorld, type CommitmentsWorld } from '../api/commitments-world.ts';
import type { Holder } from '../access-world.ts';

/*
 * Random people do random things, allowed and not, to one commitment after another. An oracle of its own, written from the rules of
 * the field and not from the code, says each time whether it may be done; afterwards the database itself is asked whether anything
 * stands there that the rules forbid.
 */

const people = ['officer', 'double', 'colleague', 'mayor', 'centre', 'neighbour'] as const;
type Who = (typeof people)[number];
const deeds = [
  'agree',
  'start',
  'hand',
  'withdraw',
  'accept',
  'reject',
  'notice',
  'unnotice',
  'breach',
  'waive',
  'cancel',
  'reschedule',
  'wait',
] as const;
type Deed = (typeof deeds)[number];

let world: CommitmentsWorld;
let holders: Readonly<Record<Who, Holder>>;
beforeAll(async () => {
  world = await makeCommitmentsWorld();
  const double = await world.holder('doble', [
    { role: 'municipal-coordinator', code: '0101' },
    { role: 'institutional-focal-point', code: 'XA', organisationId: world.ministry },
  ]);
  const { officer, colleague, mayor, centre, neighbour } = world;
  holders = { officer, double, colleague, mayor, centre, neighbour };
});
afterAll(() => world.stop());

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** What the rules of the field say of one commitment: who may do what now, and what it leads to. */
class Oracle {
  today = '2026-03-10';
  due = '2026-03-20';
  stage: 'proposed' | 'idle' | 'begun' | 'delivered' | 'back' | 'met' | 'breached' | 'gone' = 'proposed';
  deliveredOn: string | null = null;
  noticed = false;
  /** Who handed in what waits, in order. */
  waiting: Who[] = [];
  cureBy = '';

  private get isUndelivered() {
    return ['idle', 'begun', 'back'].includes(this.stage);
  }

  private get isLive() {
    return this.isUndelivered || this.stage === 'delivered';
  }

  allows(who: Who, deed: Deed): boolean {
    // The centre writes things down for whoever owes; then it does not verify them.
    const owes = who === 'officer' || who === 'double' || who === 'centre';
    const oversees = who === 'centre';
    const isLate = this.deliveredOn !== null && this.today > dayAfter(this.deliveredOn, 15);
    switch (deed) {
      case 'agree':
        return this.stage === 'proposed' && (owes || oversees);
      case 'start':
        return this.stage === 'idle' && owes;
      case 'hand':
        return this.isLive && owes;
      case 'withdraw':
        return this.stage === 'delivered' && owes;
      case 'accept':
      case 'reject':
        return (
          this.stage === 'delivered' &&
          (who === 'mayor' || (oversees && isLate && !this.waiting.includes(who)))
        );
      case 'notice':
        return this.isUndelivered && !this.noticed && this.today > this.due && oversees;
      case 'unnotice':
        return this.isLive && this.noticed && oversees;
      case 'breach':
        return this.isUndelivered && this.noticed && this.today > this.cureBy && oversees;
      case 'waive':
      case 'cancel':
      case 'reschedule':
        return this.isLive && oversees;
      default:
        return true;
    }
  }

  does(who: Who, deed: Deed): void {
    if (deed === 'agree') this.stage = 'idle';
    if (deed === 'start') this.stage = 'begun';
    if (deed === 'hand') {
      if (this.stage !== 'delivered') this.deliveredOn = this.today;
      this.stage = 'delivered';
      this.waiting.push(who);
    }
    if (deed === 'accept') this.stage = 'met';
    if (deed === 'accept' || deed === 'reject') this.waiting = [];
    if (deed === 'withdraw') this.waiting.pop();
    if (deed === 'reject') Object.assign(this, { stage: 'back', deliveredOn: null });
    if (deed === 'notice') Object.assign(this, { noticed: true, cureBy: dayAfter(this.today, 5) });
    if (deed === 'unnotice') this.noticed = false;
    if (deed === 'breach') this.stage = 'breached';
    if (deed === 'waive' || deed === 'cancel') this.stage = 'gone';
    if (deed === 'reschedule') this.due = dayAfter(this.today, 3);
    if (deed === 'wait') this.today = dayAfter(this.today, 8);
  }
}

const standings = {
  proposed: ['not-started'],
  idle: ['not-started'],
  begun: ['in-progress'],
  delivered: ['delivered'],
  back: ['sent-back'],
  met: ['verified'],
  breached: ['breached'],
  gone: ['waived', 'cancelled'],
} as const;

type Row = {
  standing: string;
  version: number;
  delivered_on: string | null;
  evidence: string | null;
  ev: number | null;
};

/** What stands in the database, asked beyond everybody's sight. */
async function rowOf(instanceId: string): Promise<Row> {
  const found = await sql<Row>`
    select i.standing, i.version, i.delivered_on, e.id as evidence, e.version as ev from commitment_instance i
    left join lateral (select id, version from evidence where instance_id = i.id and review is null and withdrawn_on is null
      order by id desc limit 1) e on true where i.id = ${instanceId}`.execute(world.database.owner);
  const [row] = found.rows;
  if (!row) throw new Error('no instance');
  return row;
}

async function attempt(who: Holder, deed: Deed, at: { id: string; instanceId: string; oracle: Oracle }) {
  const row = await rowOf(at.instanceId);
  const on = (path: string, body: object) =>
    who.call('POST', `/api/commitment-instances/${at.instanceId}/${path}`, { version: row.version, body });
  const reason = 'Porque sí';
  switch (deed) {
    case 'agree':
      return who.call('POST', `/api/commitments/${at.id}/agreeing`, {
        version: 1,
        body: { noNeedReason: 'Se acordó en la mesa' },
      });
    case 'start':
      return who.call('POST', `/api/commitment-instances/${at.instanceId}/start`, { version: row.version });
    case 'hand':
      return on('evidence', { kind: 'link', link: 'https://example.org/acta' });
    case 'withdraw': {
      const none = '00000000-0000-7000-8000-000000000001';
      return who.call('POST', `/api/evidence/${row.evidence ?? none}/withdrawal`, { version: row.ev ?? 1 });
    }
    case 'accept':
      return on('review', { result: 'accepted' });
    case 'reject':
      return on('review', { result: 'rejected', reason });
    case 'notice':
      return on('notice', { reason, cureBy: dayAfter(at.oracle.today, 5) });
    case 'unnotice':
      return on('notice-withdrawal', { reason });
    case 'reschedule':
      return on('rescheduling', { reason, dueOn: dayAfter(at.oracle.today, 3) });
    case 'waive':
      return on('waiver', { reason });
    case 'cancel':
      return on('cancellation', { reason });
    default:
      return on('breach', { reason });
  }
}

describe('whatever people do to commitments', () => {
  const step = fc.record({ who: fc.constantFrom(...people), deed: fc.constantFrom(...deeds) });
  // What leads somewhere comes more often, so that the later stages are reached.
  const likely = fc.constantFrom(
    { who: 'officer', deed: 'agree' } as const,
    { who: 'officer', deed: 'hand' } as const,
    { who: 'mayor', deed: 'reject' } as const,
    { who: 'mayor', deed: 'accept' } as const,
    { who: 'centre', deed: 'notice' } as const,
    { who: 'centre', deed: 'breach' } as const,
    { who: 'officer', deed: 'wait' } as const,
  );

  it('only what the rules allow is done, and it leads where they say', async () => {
    const story = fc.array(fc.oneof({ weight: 2, arbitrary: step }, { weight: 1, arbitrary: likely }), {
      minLength: 8,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        const oracle = new Oracle();
        await world.day(oracle.today);
        const { id } = await world.propose({ dueOn: oracle.due });
        const instanceId = (await world.shown(id)).instances[0].id as string;
        for (const { who, deed } of steps) {
          const isAllowed = oracle.allows(who, deed);
          if (deed === 'wait') {
            oracle.does(who, deed);
            await world.day(oracle.today);
            continue;
          }
          const answer = await attempt(holders[who], deed, { id, instanceId, oracle });
          const told = `${who} ${deed} at ${oracle.stage} on ${oracle.today}: ${answer.status} ${answer.body?.code}`;
          expect(`${told} ${answer.status < 400}`).toBe(`${told} ${isAllowed}`);
          expect(answer.status).toBeLessThan(500);
          if (!isAllowed) continue;
          // Without other evidence that waits, what was withdrawn leaves nothing handed in.
          oracle.does(who, deed);
          const row = await rowOf(instanceId);
          if (deed === 'withdraw') {
            oracle.stage = row.evidence === null ? 'begun' : 'delivered';
            if (row.evidence === null) oracle.deliveredOn = null;
            else oracle.deliveredOn = row.delivered_on;
          }
          expect(standings[oracle.stage], told).toContain(row.standing);
          expect(row.delivered_on !== null, told).toBe(oracle.deliveredOn !== null);
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('leaves nothing behind that the rules forbid', async () => {
    const { rows } = await sql<{ what: string; count: string }>`
      select 'verified by a side that owes' as what, count(*) from evidence e join commitment c on c.id = e.commitment_id
        where e.reviewer_party = any (c.obliged)
      union all select 'reviewed by whoever handed it in', count(*) from evidence where reviewed_by = submitted_by
      union all select 'verified without accepted evidence', count(*) from commitment_instance i
        where standing = 'verified' and not exists (select from evidence e where e.instance_id = i.id and e.review = 'accepted')
      union all select 'delivered without evidence that waits', count(*) from commitment_instance i where standing = 'delivered'
        and not exists (select from evidence e where e.instance_id = i.id and e.review is null and e.withdrawn_on is null)
      union all select 'delivered and not on a day', count(*) from commitment_instance where standing in ('delivered', 'verified') and delivered_on is null
      union all select 'breached without notice', count(*) from commitment_instance where standing = 'breached' and noticed_on is null
      union all select 'done to a proposal', count(*) from commitment_instance i join commitment c on c.id = i.commitment_id
        where c.standing = 'proposed' and i.standing <> 'not-started'`.execute(world.database.owner);
    expect(rows.filter(({ count }) => count !== '0')).toEqual([]);
  });
});
