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
        <OneBlock key={index} block={block} caption={captionOf(blocks, index)} />
      ))}
    </div>
  );
}

/** A table is called by the caption before it, or else by the heading it stands under. */
function captionOf(blocks: readonly Block[], index: number): string {
  const before = blocks.slice(0, index).findLast(({ kind }) => kind === 'caption' || kind === 'heading');
  return before?.kind === 'caption' || before?.kind === 'heading' ? before.text : '';
}

function OneBlock({ block, caption }: { block: Block; caption: string }) {
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
      return <BlockTable block={block} caption={caption} />;
    default:
      return null;
  }
}

type TableRow = { readonly id: string; readonly cells: readonly string[] };

function BlockTable({ block, caption }: { block: Extract<Block, { kind: 'table' }>; caption: string }) {
  const rows: TableRow[] = block.rows.map((cells, index) => ({ id: String(index), cells }));
  return (
    <Table
      caption={caption}
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
