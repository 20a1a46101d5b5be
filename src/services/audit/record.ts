import { appendEntries, type EntryKey, type NewEntry } from '#database/audit/entry-store.ts';
import { canonicalText } from '#domain/audit/canonical.ts';
import { chainOf, changedFields, type EntryContent, type Fields } from '#domain/audit/entry.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { newSealingKey, sealValue } from './seal.ts';

/** A deed to be written down. Only the fields that changed are kept. */
export type Deed = {
  /** The operation's id. */
  readonly operation: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly territoryId: number;
  /** Whose chain it joins; null for the installation's. */
  readonly organisationId: string | null;
  readonly before: Fields | null;
  readonly after: Fields | null;
  /** Fields whose values are a person's: forgotten when the person is erased. */
  readonly personal?: readonly string[];
  /** Fields somebody typed freely: forgotten when the text is redacted. */
  readonly freeText?: readonly string[];
  /** Whose the personal values are; the subject itself when it is a person. */
  readonly personId?: string;
  /** Who acts, where the context cannot know yet: somebody signing in. Only with the owner's connection. */
  readonly accountId?: string;
};

/** Writes a deed down, in the transaction that does it: with its commit, so that the chain is locked no longer than that takes. */
export async function record(tx: Transaction, context: Context, deed: Deed): Promise<void> {
  await recordAll(tx, context, [deed]);
}

/** Writes several deeds down; always chain by chain in one order, so that two transactions never wait for each other. */
export async function recordAll(tx: Transaction, context: Context, deeds: readonly Deed[]): Promise<void> {
  const entries = deeds.map((deed) => writeDown(context, deed));
  const chains = [...new Set(entries.map((entry) => entry.chain))].sort();
  for (const chain of chains) {
    await appendEntries(
      tx,
      entries.filter((entry) => entry.chain === chain),
    );
  }
}

function writeDown(context: Context, deed: Deed): NewEntry & { chain: string } {
  const { actor } = context;
  const changed = changedFields(deed.before, deed.after);
  const sealing = sealFields(deed);
  const account = deed.accountId ?? (actor.kind === 'account' ? actor.accountId : null);
  const content: EntryContent = {
    at: context.now.getTime(),
    actor: account === null ? actor.kind : 'account',
    account,
    via: actor.kind === 'account' ? actor.via : null,
    request: context.requestId,
    operation: deed.operation,
    subjectKind: deed.subjectKind,
    subject: deed.subjectId,
    territory: deed.territoryId,
    organisation: deed.organisationId,
    before: sealing.seal('before', changed.before),
    after: sealing.seal('after', changed.after),
  };
  return { chain: chainOf(content), content: canonicalText(content), keys: sealing.keys };
}

function sealFields(deed: Deed) {
  const keys: EntryKey[] = [];
  const keyFor = (person: string | null): EntryKey => {
    const known = keys.find((key) => key.person === person);
    if (known) return known;
    const made = { id: newId(), person, key: newSealingKey() };
    keys.push(made);
    return made;
  };
  const personId = deed.personId ?? (deed.subjectKind === 'person' ? deed.subjectId : undefined);
  if (deed.personal?.length && personId === undefined) throw new TypeError('personal values of nobody');
  const sealOne = (side: string, field: string, value: unknown): unknown => {
    if (value === null || value === undefined || value === '') return value;
    const isPersonal = deed.personal?.includes(field) ?? false;
    if (!isPersonal && !deed.freeText?.includes(field)) return value;
    const { id, key } = keyFor(isPersonal && personId !== undefined ? personId : null);
    return { sealed: id, value: sealValue(key, `${side}.${field}`, value) };
  };
  const seal = (side: string, fields: Fields | null): Fields | null =>
    fields &&
    Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, sealOne(side, field, value)]));
  return { keys, seal };
}
