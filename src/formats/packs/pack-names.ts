import type { Problem } from '#domain/shared/refusal.ts';
import type { TerritoriesPack } from '#domain/territories/pack.ts';

/** Names in one file of a pack of things that another file must have: territories by code, sources by id. */
export function problemsOfNames(pack: TerritoriesPack): Problem[] {
  const codes = new Set([pack.manifest.code, ...pack.territories.map((one) => one.code)]);
  const sources = new Set(pack.sources.map((one) => one.id));
  const code = (sheet: string, index: number, field: string, given: string): Problem[] =>
    codes.has(given)
      ? []
      : [{ code: 'territories.unknown-code', sheet, row: index + 2, field, values: { given } }];
  const source = (sheet: string, index: number, given: string | null): Problem[] =>
    given === null || sources.has(given)
      ? []
      : [{ code: 'territories.unknown-source', sheet, row: index + 2, field: 'source', values: { given } }];
  return [
    ...pack.territories.flatMap((one, index) => source('territories.csv', index, one.sourceId)),
    ...pack.populations.flatMap((one, index) => [
      ...code('populations.csv', index, 'code', one.code),
      ...(one.shared?.codes ?? []).flatMap((shared) => code('populations.csv', index, 'shared_with', shared)),
      ...source('populations.csv', index, one.sourceId),
    ]),
    ...pack.aliases.flatMap((one, index) => [
      ...code('aliases.csv', index, 'code', one.code),
      ...source('aliases.csv', index, one.sourceId),
    ]),
    ...pack.successions.flatMap((one, index) => [
      ...code('successions.csv', index, 'predecessor', one.predecessor),
      ...code('successions.csv', index, 'successor', one.successor),
      ...source('successions.csv', index, one.sourceId),
    ]),
    ...pack.overlaps.flatMap((one, index) => [
      ...code('overlaps.csv', index, 'territory', one.code),
      ...code('overlaps.csv', index, 'other', one.other),
      ...source('overlaps.csv', index, one.sourceId),
    ]),
  ];
}
