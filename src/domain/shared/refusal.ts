/** What kind of "no" a refusal is; `http` maps each kind to one status. */
export type RefusalKind =
  | 'invalid' // what was sent cannot be accepted as it stands
  | 'signed-out' // nobody is signed in
  | 'forbidden' // somebody is, but may not
  | 'missing' // there is no such thing, or none that this person may know of
  | 'conflict' // it contradicts what is already there
  | 'stale' // somebody else changed it in between
  | 'unconditional' // the version that was edited was not named
  | 'too-large'
  | 'too-many'
  | 'unsupported'
  | 'unavailable';

/** A table of refusal codes of one room, e.g. `{ 'territories.not-found': 'missing' }`. */
export type RefusalTable = Readonly<Record<string, RefusalKind>>;

/** One fault in what was sent, with the place where it stands. Its words are `problem.<code>`. */
export type Problem = {
  readonly code: string;
  readonly field?: string;
  readonly row?: number;
  readonly line?: number;
  readonly cell?: string;
  readonly sheet?: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

export type RefusalDetails = {
  readonly field?: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly problems?: readonly Problem[];
  /** The thing as it stands now, when somebody else changed it. */
  readonly current?: unknown;
};

/** An expected "no". Anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly details: RefusalDetails;

  constructor(code: string, kind: RefusalKind, details: RefusalDetails = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.kind = kind;
    this.details = details;
  }
}

/**
 * Makes the `refuse` of a room: `throw refuse('territories.not-found')`.
 * Only codes of the room's table are accepted.
 */
export function refusalsOf<Table extends RefusalTable>(table: Table) {
  return (code: keyof Table & string, details: RefusalDetails = {}): Refusal =>
    new Refusal(code, table[code] ?? 'invalid', details);
}
