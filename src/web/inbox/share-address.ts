import type { ShareKind } from '#domain/inbox/share.ts';

const things: Readonly<Record<ShareKind, string>> = {
  commitment: 'compromiso',
  agreement: 'convenio',
  plan: 'plan',
  path: 'ruta',
};

/** Where the text to share of a thing stands; null for what is not shared. */
export function addressToShare(subject: string, id: string): string | null {
  const thing = Object.entries(things).find(([kind]) => kind === subject)?.[1];
  return thing === undefined ? null : `/compartir/${thing}/${id}`;
}

/** What an address names: `compromiso` is a commitment. */
export function shareKindOf(thing: string): ShareKind | null {
  const found = Object.entries(things).find(([, name]) => name === thing);
  return (found?.[0] as ShareKind | undefined) ?? null;
}
