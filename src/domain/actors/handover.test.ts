import { describe, expect, it } from 'vitest';
import { planHandover, type HeldPost, type HeldSeat } from './handover.ts';

const post = (more: Partial<HeldPost>): HeldPost => ({
  id: 'p1',
  organisationId: 'o',
  territoryId: 1,
  kind: 'head',
  title: 'Alcaldía',
  topic: null,
  alternate: false,
  personId: 'ana',
  from: '2019-07-01',
  to: null,
  ...more,
});
const seat: HeldSeat = {
  id: 's1',
  seatId: 'seat',
  structureId: 'x',
  territoryId: 1,
  capacity: 'principal',
  personId: 'ana',
  from: '2019-07-01',
  to: '2025-01-01',
};

describe('handing over', () => {
  it('ends what one held and begins it for the other on the same day, with the end it had', () => {
    const plan = planHandover(
      [{ from: 'ana', to: 'luis' }],
      { posts: [post({})], seats: [seat] },
      '2024-07-01',
    );
    expect(plan.endPosts).toEqual(['p1']);
    expect(plan.startPosts).toMatchObject([
      { personId: 'luis', from: '2024-07-01', to: null, title: 'Alcaldía' },
    ]);
    expect(plan.startSeats).toMatchObject([{ personId: 'luis', from: '2024-07-01', to: '2025-01-01' }]);
  });

  it('leaves a post vacant and a seat empty where nobody comes', () => {
    const plan = planHandover(
      [{ from: 'ana', to: null }],
      { posts: [post({})], seats: [seat] },
      '2024-07-01',
    );
    expect(plan.startPosts).toMatchObject([{ personId: null }]);
    expect(plan.startSeats).toEqual([]);
    expect(plan.endSeats).toEqual(['s1']);
  });

  it('leaves alone what is over, what has not begun and what others hold', () => {
    const posts = [
      post({ id: 'over', to: '2024-07-01' }),
      post({ id: 'later', from: '2024-07-01' }),
      post({ id: 'other', personId: 'eva' }),
      post({ id: 'mine' }),
    ];
    const plan = planHandover([{ from: 'ana', to: 'luis' }], { posts, seats: [] }, '2024-07-01');
    expect(plan.endPosts).toEqual(['mine']);
  });

  it('refuses to hand over to oneself, or nothing', () => {
    const held = { posts: [], seats: [] };
    expect(() => planHandover([{ from: 'ana', to: 'ana' }], held, '2024-07-01')).toThrow(
      'actors.handover-self',
    );
    expect(() => planHandover([{ from: 'ana', to: null }], held, '2024-07-01')).toThrow(
      'actors.nothing-to-hand-over',
    );
  });
});
