import { fold } from '#domain/shared/fold.ts';

/** What a join must know of a territory. `ancestors` are the names and aliases of everything above it. */
export type JoinTerritory = {
  readonly id: number;
  readonly code: string;
  readonly isoCode: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly ancestors: readonly string[];
};

/** What a join must know of a feature of a layer. */
export type JoinFeature = {
  readonly number: number;
  readonly id: string | number | null;
  readonly properties: Readonly<Record<string, string | number>>;
};

/**
 * The forms under which a name may be written: folded, without what stands in brackets, without the word for its kind.
 * @example nameForms('Comarca Kuna Yala', ['comarca']) // => ['comarca kuna yala', 'kuna yala']
 */
export function nameForms(name: string, kindWords: readonly string[]): string[] {
  const forms = new Set<string>();
  for (const text of [name, name.replace(/\([^)]*\)/g, ' ')]) {
    const plain = fold(text);
    if (plain === '') continue;
    forms.add(plain);
    for (const kind of kindWords) {
      const bare = withoutKind(plain, kind);
      if (bare !== '') forms.add(bare);
    }
  }
  return [...forms];
}

function withoutKind(plain: string, kind: string): string {
  if (plain.startsWith(`${kind} `)) return plain.slice(kind.length + 1).replace(/^(?:de|del|of) (?=.)/, '');
  if (plain.endsWith(` ${kind}`)) return plain.slice(0, -kind.length - 1);
  return plain;
}

/** Territories by every form of their names; `isAlias` where the form is none of the name itself. */
export type NameIndex = ReadonlyMap<string, ReadonlyMap<number, { readonly isAlias: boolean }>>;

export function indexNames(territories: readonly JoinTerritory[], kindWords: readonly string[]): NameIndex {
  const index = new Map<string, Map<number, { isAlias: boolean }>>();
  const add = (form: string, id: number, isAlias: boolean) => {
    const known = index.get(form) ?? new Map<number, { isAlias: boolean }>();
    if (!known.has(id)) known.set(id, { isAlias });
    index.set(form, known);
  };
  for (const { id, name, aliases } of territories) {
    for (const form of nameForms(name, kindWords)) add(form, id, false);
    for (const alias of aliases) for (const form of nameForms(alias, kindWords)) add(form, id, true);
  }
  return index;
}

/** The territories that a name may mean. */
export function territoriesNamed(index: NameIndex, name: string, kindWords: readonly string[]) {
  const found = new Map<number, { readonly isAlias: boolean }>();
  for (const form of nameForms(name, kindWords)) {
    for (const [id, how] of index.get(form) ?? []) {
      if (found.get(id)?.isAlias !== false) found.set(id, how);
    }
  }
  return found;
}

/** The properties of a layer, in an order that does not depend on the file's. */
export function propertyNames(features: readonly JoinFeature[]): string[] {
  return [...new Set(features.flatMap((feature) => Object.keys(feature.properties)))].toSorted();
}
