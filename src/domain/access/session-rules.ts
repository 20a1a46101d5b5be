const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How long things last, in milliseconds. Committees meet once a month on a bad line, so a session lives thirty days;
 * who has not come back for a week signs in again.
 */
export const lifetimes = {
  session: 30 * day,
  idle: 7 * day,
  /** Between password and second factor. */
  halfSession: 10 * minute,
  rotation: day,
  /** How long an earlier secret is still good for requests that were under way. */
  grace: 2 * minute,
  invitation: 14 * day,
  accessCode: day,
  firstAdministratorLink: 3 * day,
  tokenLongest: 366 * day,
} as const;

/** What is known of a session when a request comes with one of its secrets. */
export type SessionState = {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly rotatedAt: Date;
  /** When the newest secret first came back. */
  readonly confirmedAt: Date | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly secondFactorAt: Date | null;
  readonly needsSecondFactor: boolean;
  /** Everything begun up to this moment was signed out. */
  readonly signedOutAt: Date | null;
  readonly presented: 'newest' | 'previous';
};

/** What becomes of a session at a request. */
export type SessionVerdict =
  | 'good'
  | 'rotate' // good, and it is time for a new secret
  | 'half' // the password was right, the second factor is still to come
  | 'over'
  | 'copied'; // an old secret came back after its successor was in use: somebody else has it

/** Judges a session at a moment. A secret whose successor may have been lost on the way stays good and is followed by another. */
export function judgeSession(session: SessionState, now: Date): SessionVerdict {
  const since = (moment: Date) => now.getTime() - moment.getTime();
  if (session.revokedAt !== null || session.expiresAt <= now) return 'over';
  if (since(session.lastSeenAt) > lifetimes.idle) return 'over';
  if (session.signedOutAt !== null && session.createdAt <= session.signedOutAt) return 'over';
  if (session.needsSecondFactor && session.secondFactorAt === null) return 'half';
  if (session.presented === 'previous') {
    if (session.confirmedAt !== null)
      return since(session.confirmedAt) <= lifetimes.grace ? 'good' : 'copied';
    return since(session.rotatedAt) <= lifetimes.grace ? 'good' : 'rotate';
  }
  return since(session.rotatedAt) > lifetimes.rotation ? 'rotate' : 'good';
}

/** How many wrong attempts are borne, and for how long they count. Nobody is locked out for good: the window moves on. */
export const attemptLimits = {
  /** One name from one address. */
  pair: { attempts: 10, within: 15 * minute },
  /** One name from anywhere: high, so that a stranger cannot keep somebody out from elsewhere. */
  name: { attempts: 100, within: hour },
  /** One address, which a whole office may share. */
  address: { attempts: 100, within: 15 * minute },
  /** Codes of a second factor for one account. */
  factor: { attempts: 10, within: 15 * minute },
  /** Wrong tries at one access code before it is void. */
  accessCode: 8,
} as const;
