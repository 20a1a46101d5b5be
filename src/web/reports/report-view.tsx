import { DefinitionList } from '../design/definition-list.tsx';
import { Notice } from '../design/notice.tsx';
import { Table } from '../design/table.tsx';
import { DrawingView } from './drawing-view.tsx';
import type { Block } from './report-shapes.ts';
import styles from './reports.module.css';

/** A report as a page: block by block what its PDF and DOCX say. Its title is the page's. */
export function ReportView({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className={styles.report}>
      {blocks.map((block, index) => (
        // A report's blocks have no names, and never change their order.
        // oxlint-disable-next-line react/no-array-index-key
        <OneBlock key={index} block={block} before={titleBefore(blocks, index)} />
      ))}
    </div>
  );
}

type Title = Extract<Block, { kind: 'caption' | 'heading' }>;

/** A table is called by the caption before it, or else by the heading it stands under. */
function titleBefore(blocks: readonly Block[], index: number): Title | undefined {
  return blocks
    .slice(0, index)
    .findLast((block): block is Title => block.kind === 'caption' || block.kind === 'heading');
}

function OneBlock({ block, before }: { block: Block; before: Title | undefined }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
    case 'paragraph':
      return <p className={block.look === 'note' ? styles.note : styles.words}>{block.text}</p>;
    case 'notice':
      return <Notice>{block.text}</Notice>;
    case 'facts':
      return <DefinitionList facts={block.rows.map(([term, value]) => ({ term, value }))} />;
    case 'drawing':
      return <DrawingView drawing={block.drawing} alternative={block.alternative} />;
    case 'table':
      return <BlockTable block={block} before={before} />;
    default:
      return null;
  }
}

type TableRow = { readonly id: string; readonly cells: readonly string[] };

function BlockTable({
  block,
  before,
}: {
  block: Extract<Block, { kind: 'table' }>;
  before: Title | undefined;
}) {
  const rows: TableRow[] = block.rows.map((cells, index) => ({ id: String(index), cells }));
  return (
    <Table
      isCompared={block.columns.slice(1).every(({ isNumber }) => isNumber)}
      caption={before?.text ?? ''}
      isCaptionHidden={before?.kind !== 'caption'}
      rows={rows}
      rowKey={({ id }) => id}
      columns={block.columns.map((column, index) => ({
        id: String(index),
        title: column.title,
        isNumber: column.isNumber,
        cell: ({ cells }: TableRow) => <span className={styles.cell}>{cells[index]}</span>,
      }))}
    />
  );
}
