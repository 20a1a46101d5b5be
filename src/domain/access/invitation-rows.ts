import { fold } from '#domain/shared/fold.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { isUsername, readEmail, readPhone, suggestUsername } from './names-to-sign-in.ts';
import { rightsOf, type Role } from './roles.ts';

/** A row of a table of people to invite, as it was read. */
export type InvitationRow = {
  readonly row: number;
  readonly territory: string | null;
  readonly organisation: string | null;
  readonly name: string | null;
  readonly username: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly role: Role | null;
  /** Where each value stands: `{ phone: 'E12' }`. */
  readonly cells: Readonly<Record<string, string>>;
};

/** A territory that a row may mean. */
export type PlaceFact = {
  readonly territoryId: number;
  readonly code: string;
  readonly reference: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  /** The organisation that governs it as a municipality, if one does. */
  readonly municipalityId: string | null;
};

export type OrganisationFact = {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
};

/** What is known where the rows are judged. */
export type InvitationFacts = {
  readonly places: readonly PlaceFact[];
  readonly organisations: readonly OrganisationFact[];
  readonly taken: {
    readonly usernames: ReadonlySet<string>;
    readonly phones: ReadonlySet<string>;
    readonly emails: ReadonlySet<string>;
  };
  /** Who has an account already: territory number and folded name. */
  readonly holders: readonly { readonly territoryId: number; readonly name: string }[];
  /** People who are entered and have no account: they are invited, not entered again. */
  readonly people: readonly { readonly id: string; readonly territoryId: number; readonly name: string }[];
  readonly phonePrefix: string | null;
  readonly mayGrant: (grant: {
    role: Role;
    territoryId: number;
    organisationId: string | null;
    structureId: null;
  }) => boolean;
  readonly needsEmail: boolean;
};

/** Somebody to be invited. */
export type InvitationDraft = {
  readonly row: number;
  readonly place: PlaceFact;
  readonly organisation: { readonly id: string; readonly name: string } | null;
  /** Null when somebody new is to be entered. */
  readonly personId: string | null;
  readonly name: string;
  readonly username: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly role: Role;
};

export type JudgedRow = {
  readonly row: InvitationRow;
  readonly draft: InvitationDraft | null;
  readonly isInvitedAlready: boolean;
};

/** Judges every row against what is known and against the other rows, and says everything that is wrong at once. */
export function judgeInvitationRows(
  rows: readonly InvitationRow[],
  facts: InvitationFacts,
): { judged: readonly JudgedRow[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  const usernames = new Set(facts.taken.usernames);
  for (const row of rows) if (row.username) usernames.add(row.username.toLowerCase());
  const judged = rows.map((row): JudgedRow => {
    const found: Problem[] = [];
    const draft = draftOf(row, facts, usernames, found);
    if (draft) found.push(...twiceInTable(row, draft, seen));
    const isInvitedAlready = found.some(({ code }) => code.startsWith('access.already-'));
    problems.push(...found);
    return { row, draft: found.length === 0 ? draft : null, isInvitedAlready };
  });
  return { judged, problems };
}

type Field = 'territory' | 'organisation' | 'name' | 'username' | 'phone' | 'email' | 'role';

function problemAt(row: InvitationRow, field: Field, code: string, values?: Problem['values']): Problem {
  const cell = row.cells[field];
  return { code, row: row.row, field, ...(cell ? { cell } : {}), ...(values ? { values } : {}) };
}

function draftOf(
  row: InvitationRow,
  facts: InvitationFacts,
  usernames: Set<string>,
  problems: Problem[],
): InvitationDraft | null {
  const place = row.territory === null ? null : placeOf(row, row.territory, facts.places, problems);
  const organisation = organisationOf(row, place, facts, problems);
  const phone = phoneOf(row, facts, problems);
  const email = emailOf(row, facts, problems);
  const role = row.role ?? 'municipal-coordinator';
  const username = usernameOf(row, facts, usernames, problems);
  if (place === null || row.name === null || username === null) return null;
  const { needs } = rightsOf(role);
  if (needs === 'organisation' && organisation === null)
    problems.push(problemAt(row, 'organisation', 'access.role-needs-organisation'));
  if (needs === 'structure') problems.push(problemAt(row, 'role', 'access.role-needs-structure'));
  const grant = {
    role,
    territoryId: place.territoryId,
    organisationId: organisation?.id ?? null,
    structureId: null,
  };
  if (!facts.mayGrant(grant)) problems.push(problemAt(row, 'role', 'access.role-not-yours'));
  const name = row.name;
  const isThisOne = (one: { territoryId: number; name: string }) =>
    one.territoryId === place.territoryId && one.name === fold(name);
  if (facts.holders.some(isThisOne)) {
    problems.push(problemAt(row, 'name', 'access.already-has-account', { name, place: place.name }));
  }
  const [person, ...namesakes] = facts.people.filter(isThisOne);
  const personId = person && namesakes.length === 0 ? person.id : null;
  return { row: row.row, place, organisation, personId, name, username, phone, email, role };
}

// A code is what it says: "801" is not taken for "0801", but asked about.
function placeOf(
  row: InvitationRow,
  text: string,
  places: readonly PlaceFact[],
  problems: Problem[],
): PlaceFact | null {
  const byCode = places.find((place) => place.code === text || place.reference === text.toUpperCase());
  if (byCode) return byCode;
  const meant = /^\d+$/.test(text)
    ? places.find((place) => place.code.replace(/^0+/, '') === text.replace(/^0+/, ''))
    : undefined;
  if (meant) {
    problems.push(
      problemAt(row, 'territory', 'access.code-questioned', { text, code: meant.code, place: meant.name }),
    );
    return null;
  }
  const word = fold(text);
  const named = places.filter((place) =>
    [place.name, ...place.otherNames].some((name) => fold(name) === word),
  );
  const municipalities = named.filter((place) => place.municipalityId !== null);
  const [only, ...others] = municipalities.length > 0 ? municipalities : named;
  if (!only) {
    problems.push(problemAt(row, 'territory', 'access.no-such-place', { text }));
    return null;
  }
  if (others.length > 0) {
    const options = [only, ...others].map((place) => place.code).join(', ');
    problems.push(problemAt(row, 'territory', 'access.place-ambiguous', { text, options }));
    return null;
  }
  return only;
}

function organisationOf(
  row: InvitationRow,
  place: PlaceFact | null,
  facts: InvitationFacts,
  problems: Problem[],
): { id: string; name: string } | null {
  if (row.organisation === null) {
    const municipality = facts.organisations.find((one) => one.id === place?.municipalityId);
    return municipality ? { id: municipality.id, name: municipality.name } : null;
  }
  const word = fold(row.organisation);
  const named = facts.organisations.filter((one) =>
    [one.name, ...one.otherNames].some((name) => fold(name) === word),
  );
  const [only, ...others] = named;
  if (only && others.length === 0) return { id: only.id, name: only.name };
  const code = only ? 'access.organisation-ambiguous' : 'access.no-such-organisation';
  problems.push(problemAt(row, 'organisation', code, { text: row.organisation }));
  return null;
}

function phoneOf(row: InvitationRow, facts: InvitationFacts, problems: Problem[]): string | null {
  if (row.phone === null) return null;
  const phone = readPhone(row.phone, facts.phonePrefix);
  if (phone === null) problems.push(problemAt(row, 'phone', 'access.not-phone', { text: row.phone }));
  else if (facts.taken.phones.has(phone))
    problems.push(problemAt(row, 'phone', 'access.already-phone', { text: phone }));
  return phone;
}

function emailOf(row: InvitationRow, facts: InvitationFacts, problems: Problem[]): string | null {
  const email = row.email === null ? null : readEmail(row.email);
  if (row.email !== null && email === null)
    problems.push(problemAt(row, 'email', 'access.not-email', { text: row.email }));
  if (row.email === null && facts.needsEmail) problems.push(problemAt(row, 'email', 'access.email-needed'));
  if (email !== null && facts.taken.emails.has(email))
    problems.push(problemAt(row, 'email', 'access.already-email', { text: email }));
  return email;
}

function usernameOf(
  row: InvitationRow,
  facts: InvitationFacts,
  usernames: Set<string>,
  problems: Problem[],
): string | null {
  if (row.username === null) {
    if (row.name === null) return null;
    const made = suggestUsername(row.name, usernames);
    usernames.add(made);
    return made;
  }
  const username = row.username.toLowerCase();
  if (!isUsername(username)) {
    problems.push(problemAt(row, 'username', 'access.not-username', { text: row.username }));
    return null;
  }
  if (facts.taken.usernames.has(username))
    problems.push(problemAt(row, 'username', 'access.already-username', { text: username }));
  return username;
}

function twiceInTable(row: InvitationRow, draft: InvitationDraft, seen: Map<string, number>): Problem[] {
  const keys = [
    ['username', `username ${draft.username}`],
    ['phone', draft.phone && `phone ${draft.phone}`],
    ['email', draft.email && `email ${draft.email}`],
    ['name', `name ${draft.place.territoryId} ${fold(draft.name)}`],
  ] as const;
  return keys.flatMap(([field, key]) => {
    if (key === null) return [];
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, row.row);
    return earlier === undefined ? [] : [problemAt(row, field, 'access.twice-in-table', { earlier })];
  });
}
