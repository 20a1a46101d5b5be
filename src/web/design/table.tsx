import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useSay } from '../words/words.tsx';
import { Icon } from './icon.tsx';
import styles from './table.module.css';

export type Column<Row> = {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand to the right, so that their digits line up. */
  readonly isNumber?: boolean;
  /** The value of `?orden=` that sorts by this column; descending is the same with `-` before it. */
  readonly sort?: string;
  /** What stands in the last line, under the numbers. */
  readonly total?: ReactNode;
};

export type Download = {
  readonly format: 'XLSX' | 'CSV' | 'JSON' | 'PDF' | 'SVG' | 'GeoJSON' | `DHIS2 ${string}` | 'ADX';
  readonly href: string;
  /** For another system, not for people: shown when asked for. */
  readonly isForSystems?: boolean;
  /** Of one part of what is shown, beside which it stands. */
  readonly of?: 'funnel';
};

type TableParts<Row> = {
  readonly caption: string;
  /** The caption is read aloud but not shown, where a heading says the same just above. */
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly downloads?: readonly Download[];
  readonly note?: ReactNode;
  /**
   * Its rows are compared, figure by figure: on a phone too it stays a table. Otherwise every row is a card there,
   * each value under the title of its column: rows of words are read one by one.
   */
  readonly isCompared?: boolean;
};

/**
 * A table in a frame of its own: only inside it anything moves sideways, and its first column stays.
 * Sorting is a link, so that it has an address and needs no script.
 */
export function Table<Row>({
  caption,
  isCaptionHidden = false,
  columns,
  rows,
  rowKey,
  downloads = [],
  note,
  isCompared = false,
}: TableParts<Row>) {
  const hasTotal = columns.some((column) => column.total !== undefined);
  return (
    <div className={styles.block}>
      {/* Focus is what lets the keyboard move it sideways. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.frame} tabIndex={0} aria-label={caption}>
        <table className={isCompared ? styles.table : `${styles.table} ${styles.cards}`}>
          <caption className={isCaptionHidden ? styles.hidden : styles.caption}>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Heading key={column.id} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map((column, index) => (
                  <Cell
                    key={column.id}
                    isFirst={index === 0}
                    isNumber={column.isNumber ?? false}
                    title={isCompared ? undefined : column.title}
                  >
                    {column.cell(row)}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
          {hasTotal && (
            <tfoot>
              <tr>
                {columns.map((column, index) => (
                  <Cell key={column.id} isFirst={index === 0} isNumber={column.isNumber ?? false}>
                    {column.total}
                  </Cell>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </section>
      {note && <div className={styles.note}>{note}</div>}
      <Downloads downloads={downloads} />
    </div>
  );
}

function Cell({
  isFirst,
  isNumber,
  title,
  children,
}: {
  isFirst: boolean;
  isNumber: boolean;
  title?: string | undefined;
  children: ReactNode;
}) {
  const className = isNumber ? styles.number : undefined;
  if (isFirst)
    return (
      <th scope="row" className={className} data-title={isNumber ? title : undefined}>
        {children}
      </th>
    );
  if (title === undefined) return <td className={className}>{children}</td>;
  return (
    <td className={className} data-title={title}>
      <div>{children}</div>
    </td>
  );
}

function Heading<Row>({ column }: { column: Column<Row> }) {
  const say = useSay();
  const { pathname, search } = useLocation();
  const className = column.isNumber ? styles.number : undefined;
  if (column.sort === undefined)
    return (
      <th scope="col" className={className}>
        {column.title}
      </th>
    );
  const query = new URLSearchParams(search);
  const now = query.get('orden');
  const isUp = now === column.sort;
  const isDown = now === `-${column.sort}`;
  query.set('orden', isUp ? `-${column.sort}` : column.sort);
  query.delete('despues');
  return (
    <th scope="col" className={className} aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined}>
      <Link
        to={`${pathname}?${query}`}
        preventScrollReset
        className={styles.sort}
        aria-label={say('shared.sort-by', { column: column.title })}
      >
        {column.title}
        {(isUp || isDown) && <Icon name={isUp ? 'up' : 'down'} size={16} />}
      </Link>
    </th>
  );
}

/** Exactly what is shown, to take away. */
export function Downloads({ downloads }: { downloads: readonly Download[] }) {
  const say = useSay();
  if (downloads.length === 0) return null;
  const forSystems = downloads.filter(({ isForSystems }) => isForSystems);
  return (
    <>
      <p className={styles.downloads}>
        <Icon name="download" size={16} />
        <DownloadLinks downloads={downloads.filter(({ isForSystems }) => !isForSystems)} />
      </p>
      {forSystems.length > 0 && (
        <details className={styles.forSystems}>
          <summary>{say('shared.download-for-systems')}</summary>
          <p className={styles.downloads}>
            <DownloadLinks downloads={forSystems} />
          </p>
        </details>
      )}
    </>
  );
}

function DownloadLinks({ downloads }: { downloads: readonly Download[] }) {
  const say = useSay();
  return downloads.map(({ format, href }) => (
    <a key={format} href={href} download aria-label={say('shared.download-as', { format })}>
      {format}
    </a>
  ));
}

/** The way on through a long list: `?despues=` holds where to go on from. */
export function Pagination({ next, count }: { next: string | null; count: number }) {
  const say = useSay();
  const { pathname, search } = useLocation();
  const query = new URLSearchParams(search);
  const isFirst = !query.has('despues');
  query.delete('despues');
  const first = query.size > 0 ? `${pathname}?${query}` : pathname;
  if (next !== null) query.set('despues', next);
  if (isFirst && next === null) return null;
  return (
    <nav className={styles.pages} aria-label={say('shared.showing', { count })}>
      <span>{say('shared.showing', { count })}</span>
      {!isFirst && <Link to={first}>{say('shared.first-page')}</Link>}
      {next !== null && <Link to={`${pathname}?${query}`}>{say('shared.next-page')}</Link>}
    </nav>
  );
}
