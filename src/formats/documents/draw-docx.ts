import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  type IPropertiesOptions,
} from 'docx';
import { drawBlocks } from './docx-blocks.ts';
import { margin, papers, twip, widthOf } from './docx-paper.ts';
import type { Sheet } from './sheet.ts';

/** This format counts sizes of type in half points. */
const point = 2;
const action = '0B5563';
const soft = '465258';
const line = { line: 276, lineRule: 'auto' } as const;

/** Draws a sheet with the library. */
export async function drawDocx(sheet: Sheet): Promise<Uint8Array> {
  const document = new Document({
    ...propertiesOf(sheet),
    sections: [
      {
        properties: {
          page: {
            size: papers[sheet.paper],
            // The foot may have two lines: it begins lower, so that no text comes near it.
            margin: { top: margin, bottom: margin, left: margin, right: margin, footer: 24 * twip },
          },
        },
        headers: { default: headerOf(sheet) },
        footers: { default: footerOf(sheet) },
        children: await drawBlocks(sheet),
      },
    ],
  });
  return Packer.toBuffer(document);
}

const small = (text: string) => new TextRun({ text, size: 8 * point, color: soft });

function headerOf({ mark, paper, running }: Sheet): Header {
  const marked =
    mark === null ? [] : [new TextRun({ text: `\t${mark}`, bold: true, size: 10 * point, color: '6B7378' })];
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: widthOf(paper) }],
        children: [small(shortened(running, roomBeside(mark, paper))), ...marked],
      }),
    ],
  });
}

/** So many signs of the small face stand beside the mark, on one line. */
function roomBeside(mark: string | null, paper: Sheet['paper']): number {
  const [ofMark, ofName] = [7.5 * twip, 4.4 * twip];
  return Math.floor((widthOf(paper) - (mark?.length ?? 0) * ofMark) / ofName) - 4;
}

/** As much of a long name as there is room for, by whole words. */
function shortened(running: string, most: number): string {
  if (running.length <= most) return running;
  return `${running.slice(0, most).replace(/\s+\S*$/, '')}…`;
}

function footerOf({ footer, page: [before, between, after] }: Sheet): Footer {
  const number = new TextRun({
    size: 8 * point,
    color: soft,
    children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
  });
  return new Footer({
    children: [
      new Paragraph({ children: [small(footer)] }),
      new Paragraph({ alignment: AlignmentType.RIGHT, children: [number] }),
    ],
  });
}

function propertiesOf(sheet: Sheet): Omit<IPropertiesOptions, 'sections'> {
  const body = { font: 'Arial', size: 10 * point, language: { value: sheet.language } };
  const heading = (before: number, after: number) => ({
    spacing: { before: before * twip, after: after * twip, ...line },
    keepNext: true,
  });
  return {
    title: sheet.title,
    creator: sheet.author,
    keywords: sheet.keywords.join(', '),
    styles: {
      default: {
        document: { run: body, paragraph: { spacing: { after: 8 * twip, ...line } } },
        title: {
          run: { ...body, size: 18 * point, bold: true, color: action },
          paragraph: { spacing: { before: 0, after: 6 * twip, ...line } },
        },
        heading1: {
          run: { ...body, size: 13 * point, bold: true, color: action },
          paragraph: heading(16, 8),
        },
        heading2: { run: { ...body, bold: true }, paragraph: heading(12, 4) },
      },
    },
  };
}
