const candidates = [',', ';', '\t', '|'] as const;
const sampleLength = 65_536;
const sampleRecords = 50;

/** The delimiter that divides most records into as many cells as each other; a comma where nothing divides them. */
export function findDelimiter(text: string): { delimiter: string; declared: boolean } {
  const declared = /^sep=(.)\r?(?:\n|$)/i.exec(text);
  if (declared?.[1]) return { delimiter: declared[1], declared: true };
  const counts = countPerRecord(text.slice(0, sampleLength));
  let best = { delimiter: ',', share: 0, count: 0 };
  for (const [index, delimiter] of candidates.entries()) {
    const found = counts.map((record) => record[index] ?? 0);
    const usual = mostFrequent(found.filter((count) => count > 0));
    const share = usual === 0 ? 0 : found.filter((count) => count === usual).length / found.length;
    const isBetter = share > best.share + 0.05 || (share > best.share - 0.05 && usual > best.count);
    if (share > 0 && isBetter) best = { delimiter, share, count: usual };
  }
  return { delimiter: best.delimiter, declared: false };
}

// Delimiters inside quotes are text, and so are line ends.
function countPerRecord(text: string): number[][] {
  const records: number[][] = [];
  let counts = candidates.map(() => 0);
  let quoted = false;
  let written = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    const isEnd = !quoted && (character === '\n' || character === '\r');
    if (isEnd && written) {
      records.push(counts);
      if (records.length === sampleRecords) return records;
      counts = candidates.map(() => 0);
      written = false;
    }
    if (isEnd) continue;
    written = true;
    const index = quoted ? -1 : candidates.indexOf(character as (typeof candidates)[number]);
    if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
  }
  if (written) records.push(counts);
  return records;
}

function mostFrequent(numbers: readonly number[]): number {
  const times = new Map<number, number>();
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
  return [...times].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0]?.[0] ?? 0;
}
