import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Holder } from '../access-world.ts';
import { makeLifeWorld, type LifeWorld } from '../agreement-life-world.ts';

// The oracle below is written from the rules in words, not from the code: who may do what, when, and what it leads to.
const people = ['minister', 'officer', 'mayor', 'centre', 'stranger'] as const;
type Person = (typeof people)[number];
type Side = 0 | 1;

const actsFor: Readonly<Record<Person, readonly Side[]>> = {
  minister: [0],
  officer: [1],
  mayor: [],
  centre: [0, 1],
  stranger: [],
};
const heads: Readonly<Partial<Record<Person, Side>>> = { minister: 0, mayor: 1 };
const oversees = (who: Person) => who === 'centre';
const works = (who: Person) => actsFor[who].length > 0;
const acts = (who: Person, side: Side) => actsFor[who].includes(side);

type Model = {
  standing:
    'ready' | 'sealed' | 'in-force' | 'suspended' | 'under-notice' | 'terminating' | 'settlement' | 'closed';
  today: string;
  readonly endsOn: string;
  signed: Set<Side>;
  willing: Set<Side>;
  notice: { by: Side; cureBy: string } | null;
  endsBy: string | null;
  open: number;
};

const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** How it stands by the day alone. */
function byDay(model: Model): Model['standing'] {
  const binds = ['in-force', 'suspended', 'under-notice'].includes(model.standing);
  if (binds && model.endsOn < model.today) return 'settlement';
  if (model.standing === 'terminating' && model.endsBy !== null && model.endsBy <= model.today)
    return 'settlement';
  return model.standing;
}

type Try =
  | {
      readonly deed: 'seal' | 'suspend' | 'resume' | 'end' | 'balance' | 'pay' | 'waive' | 'close';
      readonly who: Person;
    }
  | { readonly deed: 'sign' | 'will' | 'withdraw' | 'notice'; readonly who: Person; readonly side: Side }
  | { readonly deed: 'outcome'; readonly who: Person; readonly outcome: 'cured' | 'withdrawn' | 'persists' }
  | { readonly deed: 'wait'; readonly days: number };

/** Whether the rules allow it; where they do, the model is moved on. */
function allows(model: Model, one: Exclude<Try, { deed: 'wait' }>): boolean {
  const standing = byDay(model);
  const { who } = one;
  const isAlive = model.endsOn >= model.today;
  const go = (isAllowed: boolean, then: () => void): boolean => {
    if (isAllowed) {
      model.standing = standing;
      then();
    }
    return isAllowed;
  };
  switch (one.deed) {
    case 'seal':
      return go(standing === 'ready' && works(who) && isAlive, () => (model.standing = 'sealed'));
    case 'sign':
      return go(
        standing === 'sealed' && heads[who] === one.side && !model.signed.has(one.side) && isAlive,
        () => {
          model.signed.add(one.side);
          if (model.signed.size === 2) model.standing = 'in-force';
        },
      );
    case 'suspend':
      return go(
        standing === 'in-force' && oversees(who) && later(model.today, 20) <= model.endsOn,
        () => (model.standing = 'suspended'),
      );
    case 'resume':
      return go(standing === 'suspended' && oversees(who), () => (model.standing = 'in-force'));
    case 'notice':
      return go(standing === 'in-force' && acts(who, one.side), () => {
        model.standing = 'under-notice';
        model.notice = { by: one.side, cureBy: later(model.today, 30) };
      });
    case 'outcome': {
      const { notice } = model;
      if (standing !== 'under-notice' || notice === null) return false;
      const may = acts(who, notice.by) || (oversees(who) && one.outcome !== 'withdrawn');
      return go(may && (one.outcome !== 'persists' || model.today > notice.cureBy), () => {
        model.standing = one.outcome === 'persists' ? 'settlement' : 'in-force';
        model.notice = null;
      });
    }
    case 'will':
      return go(
        (standing === 'in-force' || standing === 'suspended') &&
          acts(who, one.side) &&
          !model.willing.has(one.side),
        () => {
          model.willing.add(one.side);
          if (model.willing.size === 2) model.standing = 'settlement';
        },
      );
    case 'withdraw':
      return go((standing === 'in-force' || standing === 'suspended') && acts(who, one.side), () => {
        const noticed = later(model.today, 60);
        model.endsBy = noticed < model.endsOn ? noticed : model.endsOn;
        model.standing = model.endsBy <= model.today ? 'settlement' : 'terminating';
      });
    case 'end':
      return go(
        ['in-force', 'suspended', 'under-notice'].includes(standing) && oversees(who),
        () => (model.standing = 'settlement'),
      );
    case 'balance':
      return go(standing === 'settlement' && works(who), () => (model.open += 1));
    case 'pay':
      return go(standing === 'settlement' && works(who) && model.open > 0, () => (model.open -= 1));
    case 'waive':
      return go(standing === 'settlement' && acts(who, 0) && model.open > 0, () => (model.open -= 1));
    default:
      return go(
        standing === 'settlement' && oversees(who) && model.open === 0,
        () => (model.standing = 'closed'),
      );
  }
}

const who = fc.constantFrom(...people);
const side = fc.constantFrom<Side>(0, 1);
const tries: fc.Arbitrary<Try> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      deed: fc.constantFrom('suspend' as const, 'resume', 'end', 'balance', 'pay', 'waive', 'close', 'seal'),
      who,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ deed: fc.constantFrom('sign' as const, 'will', 'withdraw', 'notice'), who, side }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      deed: fc.constant('outcome' as const),
      who,
      outcome: fc.constantFrom('cured' as const, 'withdrawn', 'persists'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ deed: fc.constant('wait' as const), days: fc.constantFrom(1, 31, 61, 400) }),
  },
);

/** Half of the stories begin where it is signed: what comes after is worth as many tries as what comes before. */
const stories = fc.record({
  isSigned: fc.boolean(),
  rest: fc.array(tries, { minLength: 8, maxLength: 24 }),
});

let world: LifeWorld;
beforeAll(async () => {
  world = await makeLifeWorld();
});
afterAll(() => world.stop());

const reason = 'Así se acordó entre las partes';
const report = { report: 'Se cerró con todo pagado y entregado.', lessons: 'Fijar antes las fechas.' };

async function attempt(
  id: string,
  parties: readonly string[],
  hash: string,
  one: Exclude<Try, { deed: 'wait' }>,
): Promise<boolean> {
  const holder: Holder = world[one.who];
  const partyId = 'side' in one ? parties[one.side] : undefined;
  const path: Readonly<Record<string, readonly [string, object]>> = {
    seal: ['seal', {}],
    suspend: ['suspension', { reason, reviewOn: later(world.clock.now.toISOString().slice(0, 10), 20) }],
    resume: ['resumption', { reason }],
    will: ['wills-to-end', { partyId, reason }],
    withdraw: ['withdrawals', { partyId, reason }],
    end: ['ending', { cause: 'nullity', reference: 'Sentencia 1', reason }],
    balance: [
      'balances',
      { debtorPartyId: parties[1], creditorPartyId: parties[0], currency: 'USD', amount: '10.00', reason },
    ],
    close: ['closing', report],
  };
  if (one.deed === 'sign') return (await world.sign(holder, id, partyId ?? '', hash)).status === 201;
  if (one.deed === 'notice') {
    const toPartyId = parties[one.side === 0 ? 1 : 0];
    return (
      (await world.act(holder, id, 'notices', { byPartyId: partyId, toPartyId, facts: 'No se cumplió' }))
        .status === 200
    );
  }
  if (one.deed === 'outcome') {
    const notice = (await world.life(id)).notices.at(-1);
    return (
      notice !== undefined &&
      (await world.act(holder, id, `notices/${notice.id}/outcome`, { outcome: one.outcome, reason }))
        .status === 200
    );
  }
  if (one.deed === 'pay' || one.deed === 'waive') {
    const rows = (await world.life(id)).balances as {
      id: string;
      paidOn: string | null;
      waivedOn: string | null;
    }[];
    const open = rows.find(({ paidOn, waivedOn }) => paidOn === null && waivedOn === null);
    if (!open) return false;
    const on = world.clock.now.toISOString().slice(0, 10);
    const [deed, body]: readonly [string, object] =
      one.deed === 'pay' ? ['payment', { on, reference: 'R-1' }] : ['waiver', { reason }];
    return (await world.act(holder, id, `balances/${open.id}/${deed}`, body)).status === 200;
  }
  const [deed, body] = path[one.deed] ?? ['', {}];
  return (await world.act(holder, id, deed, body)).status === 200;
}

const shownAs: Readonly<Record<Model['standing'], readonly string[]>> = {
  ready: ['ready-to-sign'],
  sealed: ['ready-to-sign'],
  'in-force': ['in-force'],
  suspended: ['suspended'],
  'under-notice': ['under-notice'],
  terminating: ['terminating'],
  settlement: ['settlement', 'expired', 'terminating'],
  closed: ['closed'],
};

describe('the life of an agreement, driven by random people', () => {
  it('goes only where the rules let it, keeps the text that was signed, and never ends with unsettled money', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async ({ isSigned, rest }) => {
        await world.on('2026-03-10');
        const { id, parties } = await world.ready('pa-convenio-especifico');
        const model: Model = {
          standing: 'ready',
          today: '2026-03-10',
          endsOn: '2027-12-31',
          signed: new Set(),
          willing: new Set(),
          notice: null,
          endsBy: null,
          open: 0,
        };
        const begin: Try[] = isSigned
          ? [
              { deed: 'seal', who: 'officer' },
              { deed: 'sign', who: 'minister', side: 0 },
              { deed: 'sign', who: 'mayor', side: 1 },
            ]
          : [];
        let text: unknown = null;
        for (const one of [...begin, ...rest]) {
          if (one.deed === 'wait') {
            model.today = later(model.today, one.days);
            await world.on(model.today);
            continue;
          }
          const hash = (await textsOf(id))[0]?.hash ?? '0'.repeat(64);
          const before = await actsOf(id);
          const expected = allows(model, one);
          expect(
            await attempt(id, parties, hash, one),
            `${JSON.stringify(one)} at ${JSON.stringify(model)}`,
          ).toBe(expected);
          if (!expected) expect(await actsOf(id)).toBe(before);
          expect(shownAs[byDay(model)]).toContain((await world.life(id)).standing);
          const texts = await textsOf(id);
          text ??= texts[0] ?? null;
          expect(texts[0] ?? null).toEqual(text);
        }
        const { owner } = world.database;
        const unsettled = await owner
          .selectFrom('agreement_settlement as s')
          .innerJoin('agreement as a', 'a.id', 's.agreement_id')
          .select('s.id')
          .where('a.standing', '=', 'closed')
          .where('s.paid_on', 'is', null)
          .where('s.waived_on', 'is', null)
          .execute();
        expect(unsettled).toEqual([]);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  }, 280_000);
});

async function textsOf(id: string) {
  return world.database.owner
    .selectFrom('agreement_text')
    .select(['hash', 'content', 'number'])
    .where('agreement_id', '=', id)
    .execute();
}

async function actsOf(id: string): Promise<number> {
  const { count } = await world.database.owner
    .selectFrom('agreement_act')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('agreement_id', '=', id)
    .executeTakeFirstOrThrow();
  return Number(count);
}
