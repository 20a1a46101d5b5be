import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { SearchKind } from './search-store.ts';

export type SearchRow = {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
  readonly kind_name: string;
  readonly kind_name_en: string;
  readonly above: string | null;
};

/**
 * A pattern for any three letters that follow one another in these words. What shares none is not alike, and is spared
 * the comparison, which costs ten times as much. Folded words are letters and digits: nothing in them is a sign of patterns.
 */
function threeInARow(words: readonly string[]): string {
  const pieces = words.flatMap((word) =>
    word.length <= 3 ? [word] : Array.from({ length: word.length - 2 }, (_, at) => word.slice(at, at + 3)),
  );
  return [...new Set(pieces)].join('|');
}

/**
 * What resembles the folded text: every word found in any order, or alike enough letter by letter.
 * Row security leaves out what this person may not know of.
 */
export async function findAlike(
  tx: Transaction,
  asked: { folded: string; country: string | null; limit: number },
): Promise<SearchRow[]> {
  const words = asked.folded.split(' ').filter((word) => word !== '');
  const everyWord = sql.join(
    words.map((word) => sql`entry.folded like ${`%${word}%`}`),
    sql` and `,
  );
  const result = await sql<SearchRow>`
    select entry.kind, entry.id, entry.title, kind.name as kind_name, kind.name_en as kind_name_en, parent.name as above
    from search_entry entry
    -- An indicator of every country has no territory.
    left join territory on territory.id = entry.territory_id
    left join territory_kind kind on kind.country = territory.country and kind.kind = territory.kind
    left join territory parent on parent.id = case when entry.kind = 'territory' then territory.parent_id else territory.id end
    where ((${everyWord}) or (entry.folded ~ ${threeInARow(words)} and word_similarity(${asked.folded}, entry.folded) >= 0.5))
      and (${asked.country}::text is null or entry.country in (${asked.country}, ''))
    order by (entry.folded = ${asked.folded}) desc, (entry.folded like ${`${asked.folded}%`}) desc,
      (${everyWord}) desc,
      (entry.kind = 'territory' and word_similarity(${asked.folded}, entry.folded) >= 0.6) desc,
      word_similarity(${asked.folded}, entry.folded) desc,
      territory.level, length(entry.title), entry.title collate spanish, entry.id
    limit ${asked.limit}`.execute(tx);
  return result.rows;
}
