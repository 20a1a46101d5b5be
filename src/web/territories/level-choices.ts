type Kind = { readonly level: number; readonly name: { readonly es: string; readonly en: string } };

/** Levels by their number, each by the names of its kinds: provinces and comarcas are one. */
export function levelsBelow(kinds: readonly Kind[], language: 'es' | 'en') {
  const byLevel = Map.groupBy(
    kinds.filter(({ level }) => level > 0),
    ({ level }) => level,
  );
  return [...byLevel].map(([level, those]) => ({
    value: String(level),
    label: those.map(({ name }) => name[language]).join(' / '),
  }));
}
