import { describe, expect, it } from 'vitest';
import { judgeSession, lifetimes, type SessionState } from './session-rules.ts';

const now = new Date('2026-05-01T12:00:00Z');
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
const hour = 3_600_000;

const session = (change: Partial<SessionState> = {}): SessionState => ({
  createdAt: ago(2 * hour),
  lastSeenAt: ago(hour),
  rotatedAt: ago(2 * hour),
  confirmedAt: ago(2 * hour),
  expiresAt: new Date(now.getTime() + hour),
  revokedAt: null,
  secondFactorAt: null,
  needsSecondFactor: false,
  signedOutAt: null,
  presented: 'newest',
  ...change,
});

const lost = (rotatedAt: Date) => session({ presented: 'previous', confirmedAt: null, rotatedAt });

describe('a session', () => {
  it('is good while it is used and has not ended', () => {
    expect(judgeSession(session(), now)).toBe('good');
  });

  it.each<[string, Partial<SessionState>]>([
    ['revoked', { revokedAt: ago(1) }],
    ['past its end', { expiresAt: now }],
    ['silent for more than a week', { lastSeenAt: ago(lifetimes.idle + 1) }],
    ['begun before everything was signed out', { signedOutAt: ago(hour) }],
    ['begun at the very moment of it', { createdAt: ago(hour), signedOutAt: ago(hour) }],
  ])('is over when %s', (_, change) => expect(judgeSession(session(change), now)).toBe('over'));

  it('is half while the second factor is asked for and not given, with either secret', () => {
    expect(judgeSession(session({ needsSecondFactor: true }), now)).toBe('half');
    expect(judgeSession(session({ needsSecondFactor: true, presented: 'previous' }), now)).toBe('half');
    expect(judgeSession(session({ needsSecondFactor: true, secondFactorAt: ago(hour) }), now)).toBe('good');
  });

  it('turns its secret over after a day', () => {
    expect(judgeSession(session({ rotatedAt: ago(lifetimes.rotation + 1), lastSeenAt: ago(1) }), now)).toBe(
      'rotate',
    );
  });

  it('honours the earlier secret shortly after its successor came back, and then takes it for a copy', () => {
    const earlier = (confirmedAt: Date) =>
      session({ presented: 'previous', rotatedAt: ago(hour), confirmedAt });
    expect(judgeSession(earlier(ago(lifetimes.grace)), now)).toBe('good');
    expect(judgeSession(earlier(ago(lifetimes.grace + 1)), now)).toBe('copied');
  });

  it('follows an earlier secret whose successor was lost with another', () => {
    expect(judgeSession(lost(ago(1000)), now)).toBe('good');
    expect(judgeSession(lost(ago(hour)), now)).toBe('rotate');
  });
});
