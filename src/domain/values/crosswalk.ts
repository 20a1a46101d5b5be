import { isIccsCode } from '../indicators/codes.ts';
import { fold } from '../shared/fold.ts';
import type { Problem } from '../shared/refusal.ts';

/** What a national name or code of an offence stands for. One name may have several lines, and several names the same. */
export type CrosswalkLine = {
  readonly national: string;
  /** Null: no indicator here counts it; its rows are left out. */
  readonly indicator: string | null;
  readonly iccs: string | null;
  /** 1 where all that is called so belongs there; less where only a part does. */
  readonly weight: number;
  readonly note: string | null;
};

/** How a name is read: the indicators for which each of its rows counts whole, or that only a part of it belongs to one. */
export type NameReading = {
  readonly crosswalkId: string;
  readonly indicators: readonly string[];
  /** Only a part of what is called so belongs to an indicator: nobody can tell which rows, so a person is asked. */
  readonly isPartial: boolean;
};

/** Of which source a crosswalk is; null: of whatever source names things so. */
export type CrosswalkSource = { readonly id: string; readonly title: string };

/**
 * The lines by which the file of a source is read, in the order in which they are believed: those of that source, then what they came as,
 * without those of other sources. A file knows its source by its id or by what it is called.
 */
export function believedOf<Line extends { readonly source: CrosswalkSource | null }>(
  lines: readonly Line[],
  source: CrosswalkSource | null,
): Line[] {
  const isOf = (of: CrosswalkSource) =>
    source !== null && (of.id === source.id || fold(of.title) === fold(source.title));
  const own = lines.filter((line) => line.source !== null && isOf(line.source));
  return [...own, ...lines.filter((line) => line.source === null)];
}

/**
 * What names mean, by their folded form. Lines come in the order in which crosswalks are believed; the first that has a name decides it,
 * unless it only speaks of indicators that are not here. A row counts whole or not at all: it is never split by a weight.
 * @param isHere whether an indicator is one that this installation has
 */
export function readingsOf(
  lines: readonly {
    readonly crosswalkId: string;
    readonly folded: string;
    readonly indicator: string | null;
    readonly weight: number;
  }[],
  isHere: (code: string) => boolean,
): Map<string, NameReading> {
  const readings = new Map<string, NameReading>();
  for (const [name, said] of Map.groupBy(lines, ({ folded }) => folded)) {
    for (const [crosswalkId, own] of Map.groupBy(said, (line) => line.crosswalkId)) {
      const counted = own.filter(({ indicator }) => indicator !== null);
      const here = counted.flatMap(({ indicator, weight }) =>
        indicator !== null && isHere(indicator) ? [{ indicator, weight }] : [],
      );
      if (counted.length > 0 && here.length === 0) continue;
      const whole = here.filter(({ weight }) => weight === 1).map(({ indicator }) => indicator);
      readings.set(name, {
        crosswalkId,
        indicators: [...new Set(whole)],
        isPartial: here.length > 0 && whole.length === 0,
      });
      break;
    }
  }
  return readings;
}

/** All that is wrong with the lines of a crosswalk, each at its field. Words: `problem.values.<code>`. */
export function problemsOfLines(
  lines: readonly CrosswalkLine[],
  compositionOf: (code: string) => string | undefined,
): Problem[] {
  const seen = new Set<string>();
  return lines.flatMap((line, index) => {
    const at = (field: keyof CrosswalkLine) => ({ row: index + 1, field: `lines.${index}.${field}` });
    const found: Problem[] = [];
    const { indicator, iccs } = line;
    const composition = indicator === null ? '' : compositionOf(indicator);
    if (composition === undefined)
      found.push({ code: 'values.indicator-unknown', ...at('indicator'), values: { text: indicator ?? '' } });
    else if (composition === 'ratio' || composition === 'computed')
      found.push({
        code: 'values.indicator-not-told',
        ...at('indicator'),
        values: { text: indicator ?? '' },
      });
    if (iccs !== null && !isIccsCode(iccs))
      found.push({ code: 'values.not-an-iccs-code', ...at('iccs'), values: { text: iccs } });
    if (fold(line.national) === '')
      found.push({ code: 'values.name-without-letters', ...at('national'), values: { text: line.national } });
    const key = `${fold(line.national)}|${indicator}|${iccs}`;
    if (seen.has(key))
      found.push({ code: 'values.line-twice', ...at('national'), values: { text: line.national } });
    seen.add(key);
    return found;
  });
}

/** The lines with those of one name told anew, in their place; none takes the name out. New names come last. */
export function withName(
  lines: readonly CrosswalkLine[],
  national: string,
  own: readonly Omit<CrosswalkLine, 'national'>[],
): CrosswalkLine[] {
  const isIt = (line: CrosswalkLine) => fold(line.national) === fold(national);
  const at = lines.findIndex(isIt);
  const rest = lines.filter((line) => !isIt(line));
  const before = at < 0 ? rest.length : lines.slice(0, at).filter((line) => !isIt(line)).length;
  return rest.toSpliced(before, 0, ...own.map((line) => ({ national, ...line })));
}
