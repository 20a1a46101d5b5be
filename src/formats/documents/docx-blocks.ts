import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import sharp from 'sharp';
import { renderSVG } from 'uqr';
import { widthOf } from './docx-paper.ts';
import { drawPicture } from './docx-picture.ts';
import type { Block, Sheet, SignaturePlace } from './sheet.ts';

type Drawn = Paragraph | Table;

const soft = '465258';
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const bare = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};
const margin = { style: BorderStyle.SINGLE, size: 4, space: 6, color: 'F3F1EB' } as const;
const rule = { style: BorderStyle.SINGLE, size: 4, color: 'B9B4A8' } as const;
const ruled = {
  top: rule,
  bottom: rule,
  left: none,
  right: none,
  insideHorizontal: rule,
  insideVertical: none,
};

/** The blocks of a sheet as the paragraphs and tables of a DOCX. */
export async function drawBlocks(sheet: Sheet): Promise<Drawn[]> {
  const width = widthOf(sheet.paper);
  const drawn = await Promise.all(sheet.blocks.map((block) => drawBlock(block, width)));
  return drawn.flatMap((parts, index) => {
    const next = sheet.blocks[index + 1];
    return isTable(sheet.blocks[index]) && next && next.kind !== 'heading' ? [...parts, spacer()] : parts;
  });
}

/**
 * A table joins the next one, and touches the words that follow, without something between them. A heading keeps its
 * own distance: put between the two, an empty line makes LibreOffice leave the heading alone at the end of a page.
 */
function spacer(): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 120, lineRule: LineRuleType.EXACT },
    text: '',
  });
}

const isTable = (block: Block | undefined) => block?.kind === 'table' || block?.kind === 'facts';

async function drawBlock(block: Block, width: number): Promise<Drawn[]> {
  switch (block.kind) {
    case 'title':
      return drawTitle(block);
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          text: block.text,
        }),
      ];
    case 'caption':
      return [new Paragraph({ keepNext: true, children: [new TextRun({ text: block.text, bold: true })] })];
    case 'paragraph':
      return [
        new Paragraph({
          keepNext: block.look === 'closing' || block.look === 'leading',
          ...(block.look === 'centered' && { alignment: AlignmentType.CENTER }),
          children: block.runs.flatMap(({ text, strong }) =>
            runsOf(text, { bold: strong, ...(block.look === 'note' && { size: 18, color: soft }) }),
          ),
        }),
      ];
    case 'table':
      return [drawTable(block, width)];
    case 'facts':
      return [drawFacts(block.rows, width)];
    case 'notice':
      return [
        new Paragraph({
          shading: { type: ShadingType.CLEAR, fill: 'F3F1EB', color: 'auto' },
          // What is shaded reaches as far as its borders: these give the words room.
          border: { top: margin, bottom: margin, left: margin, right: margin },
          indent: { left: 160, right: 160 },
          spacing: { before: 160, after: 240 },
          children: [new TextRun(block.text)],
        }),
      ];
    case 'drawing':
      return [await drawPicture(block, width)];
    case 'signatures':
      return [drawSignatures(block.parties, width)];
    default:
      return drawVerification(block, width);
  }
}

/** A text whose line breaks stay line breaks. */
function runsOf(text: string, look: { bold?: boolean; size?: number; color?: string } = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...look, ...(index > 0 && { break: 1 }) }));
}

function drawTitle({ text, above, below }: Extract<Block, { kind: 'title' }>): Paragraph[] {
  const centered = (line: string) =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: line, color: soft })] });
  return [
    ...(above === null ? [] : [centered(above)]),
    new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, text }),
    ...(below === null ? [] : [centered(below)]),
  ];
}

function drawTable(block: Extract<Block, { kind: 'table' }>, width: number): Table {
  const whole = block.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = block.columns.map((column) => Math.floor((width * column.width) / whole));
  const row = (cells: readonly string[], look: { bold: boolean; isHead: boolean; keepNext: boolean }) =>
    new TableRow({
      tableHeader: look.isHead,
      cantSplit: true,
      children: cells.map((text, index) => {
        const column = block.columns[index];
        return new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          margins: { top: 60, bottom: 60, left: 80, right: 80 },
          ...(look.isHead && { shading: { type: ShadingType.CLEAR, fill: 'F3F1EB', color: 'auto' } }),
          children: [
            new Paragraph({
              spacing: { after: 0 },
              keepNext: look.keepNext,
              ...(column?.isNumber && { alignment: AlignmentType.RIGHT }),
              children: runsOf(text, { bold: look.bold, size: 18 }),
            }),
          ],
        });
      }),
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: ruled,
    rows: [
      row(
        block.columns.map(({ title }) => title),
        { bold: true, isHead: true, keepNext: true },
      ),
      ...block.rows.map((cells, index) =>
        row(cells, { bold: false, isHead: false, keepNext: mayNotEndAPage(index, block) }),
      ),
      ...block.totals.map((cells) => row(cells, { bold: true, isHead: false, keepNext: false })),
    ],
  });
}

// No row stands alone under the names of the columns, and no total without a row above it.
function mayNotEndAPage(index: number, { rows, totals }: Extract<Block, { kind: 'table' }>): boolean {
  const isLast = index === rows.length - 1;
  return isLast ? totals.length > 0 : index === 0;
}

/** A table that only arranges: without lines, and read line by line. */
function arrange(rows: readonly (readonly Paragraph[][])[], widths: readonly number[], gutter = 160): Table {
  return new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: bare,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
                margins: { top: 60, bottom: 60, left: 0, right: gutter },
                children,
              }),
          ),
        }),
    ),
  });
}

function drawFacts(rows: readonly (readonly [string, string])[], width: number): Table {
  const first = Math.floor(width * 0.34);
  return arrange(
    rows.map(([term, value]) => [
      [new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text: term, color: soft })] })],
      [new Paragraph({ spacing: { after: 0 }, children: runsOf(value) })],
    ]),
    [first, width - first],
  );
}

/** So many signatures stand on one page, so that none is alone there. */
const together = 6;

function drawSignatures(parties: readonly SignaturePlace[], width: number): Table {
  const half = Math.floor(width / 2);
  const rows = Array.from({ length: Math.ceil(parties.length / 2) }, (_, index) =>
    [parties[2 * index], parties[2 * index + 1]].map((party) =>
      party
        ? placeOf(party, parties.length <= together && 2 * index + 2 < parties.length)
        : [new Paragraph({ text: '' })],
    ),
  );
  return arrange(rows, [half, half], 440);
}

function placeOf(party: SignaturePlace, keepNext: boolean): Paragraph[] {
  const line = (text: string, look: { bold?: boolean; color?: string } = {}) =>
    new Paragraph({ spacing: { after: 0 }, keepNext, children: [new TextRun({ text, ...look })] });
  return [
    new Paragraph({
      keepNext,
      spacing: { before: party.signed === null ? 900 : 480, after: 60 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 3, color: '1A2226' } },
      children: [new TextRun({ text: party.signed ?? '', size: 18, color: '0B5563' })],
    }),
    line(party.name, { bold: true }),
    ...(party.office === null ? [] : [line(party.office)]),
    ...party.blanks.map((label) => line(`${label}: ______________________`, { color: soft })),
  ];
}

async function drawVerification(
  block: Extract<Block, { kind: 'verification' }>,
  width: number,
): Promise<Drawn[]> {
  const picture = await sharp(Buffer.from(renderSVG(block.address, { ecc: 'M', border: 1 })))
    .resize(320, 320, { kernel: 'nearest' })
    .png()
    .toBuffer();
  const first = Math.floor(width * 0.24);
  const image = new ImageRun({
    type: 'png',
    data: picture,
    transformation: { width: 110, height: 110 },
    altText: { name: 'QR', title: 'QR', description: block.alternative },
  });
  const words = [
    new Paragraph({ spacing: { after: 100 }, children: [new TextRun(block.lead)] }),
    ...block.facts.map(
      ([term, value]) =>
        new Paragraph({
          spacing: { after: 60 },
          children: [
            new TextRun({ text: `${term}: `, bold: true, size: 18 }),
            new TextRun({ text: value, size: 18 }),
          ],
        }),
    ),
  ];
  return [
    arrange(
      [
        [
          [
            new Paragraph({
              spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
              children: [image],
            }),
          ],
          words,
        ],
      ],
      [first, width - first],
    ),
  ];
}
