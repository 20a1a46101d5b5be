import type { Format } from '#words/format.ts';
import type { Say } from '#words/say.ts';
import type { Answer } from '../api.ts';

export type Entry = Answer<'listAuditEntries'>['items'][number];
type Change = Entry['changes'][number];

/** A deed as a sentence: "Oficial municipal de ejemplo cambió el nombre de San Miguelito". */
export function sentenceOf(entry: Entry, say: Say, isOwn = false): string {
  const who = isOwn ? say('trail.you') : doerOf(entry, say);
  const subject = subjectOf(entry, say);
  const key = `trail.deed.${entry.operation}`;
  if (!say.knows(key)) return say('trail.other-deed', { who, operation: entry.operation });
  return say.dynamic(key, { who, subject });
}

/** Who did it, by today's name; a program of theirs is said. */
export function doerOf(entry: Entry, say: Say): string {
  const { kind, name, via } = entry.actor;
  if (kind === 'installation') return say('trail.installation');
  const called = name ?? (kind === 'visitor' ? say('trail.somebody') : say('trail.gone'));
  return via === 'token' ? `${called}, ${say('trail.by-token')},` : called;
}

/** What it was done to, by its name of today or by what it is. */
export function subjectOf(entry: Pick<Entry, 'subject' | 'territory'>, say: Say): string {
  const { kind, name } = entry.subject;
  if (name !== null) return name;
  if (kind === 'territory' || kind === 'country' || kind === 'pack') return entry.territory.name;
  const key = `trail.kind.${kind}`;
  return say.knows(key) ? say.dynamic(key) : kind;
}

/** The name of a value. */
export function fieldName(field: string, say: Say): string {
  const key = `trail.value.${field}`;
  return say.knows(key) ? say.dynamic(key) : field;
}

/** A value as people read it; what was erased or is withheld says so, and is never shown as empty. */
export function valueOf(change: Change, side: 'before' | 'after', say: Say, format: Format): string {
  const value = change[side];
  if (change.state !== 'open' && value === null) return say(`trail.${change.state}`);
  return textOf(change.field, value, { say, format });
}

type Voice = { readonly say: Say; readonly format: Format };

function textOf(field: string, value: unknown, voice: Voice): string {
  const { say, format } = voice;
  if (value === null || value === undefined || value === '') return say('trail.none');
  if (typeof value === 'boolean') return value ? say('shared.yes') : say('shared.no');
  if (Array.isArray(value))
    return value.map((one) => textOf(field, one, voice)).join('; ') || say('trail.none');
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .map(([name, inner]) => `${fieldName(name, say)}: ${textOf(name, inner, voice)}`)
      .join(', ');
  }
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(written)) return format.moment(written);
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return format.day(written);
  const known = vocabularies[field]?.map((room) => `${room}.${written}`).find((key) => say.knows(key));
  return known ? say.dynamic(known) : written;
}

/** Where the words of a closed list are found. */
const vocabularies: Readonly<Record<string, readonly string[]>> = {
  role: ['access.role'],
  standing: ['access.standing', 'actors.standing'],
  channel: ['access.channel', 'actors.channel'],
  visibility: ['actors.visibility'],
  kind: ['actors.kind', 'actors.structure', 'actors.post'],
  sector: ['actors.sector'],
  level: ['actors.level'],
  function: ['actors.function'],
};

const marks = new Set(['session', 'token', 'invitation', 'mergeId']);

/** What people want to see changed: the marks by which programs know a session or a token are left to the entry's own page. */
export function toldChanges(entry: Entry): Entry['changes'] {
  return entry.changes.filter((change) => !marks.has(change.field));
}
