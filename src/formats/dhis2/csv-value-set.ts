import { exchangeHeaders } from '#domain/values/import/exchange-layout.ts';
import type { RowSource, SourceRow } from '../values/row-source.ts';

const named = new Map(exchangeHeaders.map((header) => [header.toLowerCase(), header]));
const needed = ['dataelement', 'period', 'orgunit', 'value'];
const truths = new Set(['true', '1']);

/**
 * A table as values exchanged between systems, where its headers are those of DHIS2; null for any other table. Columns stay where they
 * are; what the file does not have stands empty at the end.
 */
export async function asValueSet(source: RowSource): Promise<RowSource | null> {
  const plain = source.headers.map((header) => header.toLowerCase().replaceAll(/[\s_]/g, ''));
  if (needed.some((header) => !plain.includes(header))) return null;
  const own = plain.map((header, index) => named.get(header) ?? source.headers[index] ?? '');
  const headers = [...own, ...exchangeHeaders.filter((header) => !own.includes(header))];
  const at = (header: string) => plain.indexOf(header);
  const [deleted, followedUp, comment] = [at('deleted'), at('followup'), at('comment')];
  const isTrue = ({ cells }: SourceRow, index: number) =>
    truths.has((cells[index] ?? '').trim().toLowerCase());
  const left = { deleted: 0, followedUp: 0, comments: 0 };
  for await (const row of source.rows()) {
    if (isTrue(row, deleted)) left.deleted += 1;
    if (isTrue(row, followedUp)) left.followedUp += 1;
    if ((row.cells[comment] ?? '').trim() !== '') left.comments += 1;
  }
  return {
    ...source,
    format: 'dhis2-csv',
    headers,
    left,
    sample: source.sample.filter((row) => !isTrue(row, deleted)),
    async *rows() {
      for await (const row of source.rows()) if (!isTrue(row, deleted)) yield row;
    },
  };
}
