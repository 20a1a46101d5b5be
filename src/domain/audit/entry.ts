import { canonicalText } from './canonical.ts';

/** Text in, 64 hexadecimal digits out: SHA-256 of its UTF-8 bytes. Given by the caller; this floor has none. */
export type HashText = (text: string) => string;

/** What the first entry of a chain and the first anchor name as the hash before them. */
export const genesisHash = '0'.repeat(64);

/** The chain of what concerns no single organisation. */
export const installationChain = 'installation';

/** What stands in place of a value that can be forgotten: the key's id and the cipher, base64. */
export type Sealed = { readonly sealed: string; readonly value: string };

/** The values of a subject's fields, before or after a deed. */
export type Fields = Readonly<Record<string, unknown>>;

/** One deed as it is written down. Its canonical text is what is stored and hashed. */
export type EntryContent = {
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly actor: 'visitor' | 'account' | 'installation';
  readonly account: string | null;
  readonly via: 'session' | 'token' | null;
  readonly request: string;
  readonly operation: string;
  readonly subjectKind: string;
  readonly subject: string;
  readonly territory: number;
  readonly organisation: string | null;
  readonly before: Fields | null;
  readonly after: Fields | null;
};

/** One link of a chain as it is stored. */
export type ChainEntry = {
  readonly chain: string;
  /** 1, 2, 3, … within the chain. */
  readonly seq: number;
  readonly content: string;
  readonly previousHash: string;
  readonly hash: string;
};

/** The text under an entry's hash: its place in the chain and all that it says. */
export function linkText(link: Omit<ChainEntry, 'hash'>): string {
  return [link.previousHash, link.chain, String(link.seq), link.content].join('\n');
}

/** Which chain an entry belongs to. */
export function chainOf(content: Pick<EntryContent, 'organisation'>): string {
  return content.organisation ?? installationChain;
}

/** Whether a value was sealed. */
export function isSealed(value: unknown): value is Sealed {
  return (
    typeof value === 'object' &&
    value !== null &&
    'sealed' in value &&
    'value' in value &&
    Object.keys(value).length === 2
  );
}

/** Before and after without the fields that stayed the same. A missing side stays null: something began or ended. */
export function changedFields(
  before: Fields | null,
  after: Fields | null,
): { readonly before: Fields | null; readonly after: Fields | null } {
  if (before === null || after === null) return { before, after };
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter(
    (name) => canonicalText(before[name] ?? null) !== canonicalText(after[name] ?? null),
  );
  const only = (fields: Fields) =>
    Object.fromEntries(changed.filter((name) => name in fields).map((name) => [name, fields[name]]));
  return { before: only(before), after: only(after) };
}
