import type { IPropertiesOptions, Paragraph as DocxParagraph, Table as DocxTable } from 'docx';
import { margin, papers, twip, widthOf } from './docx-paper.ts';
import type { Sheet } from './sheet.ts';

/** This format counts sizes of type in half points. */
const point = 2;
const action = '0B5563';
const soft = '465258';

/**
 * Writes a sheet as a DOCX that opens in Word and LibreOffice and can be worked on: styles for titles and clauses, tables with
 * repeated heads, the number of every page.
 */
export async function writeDocx(sheet: Sheet): Promise<Uint8Array> {
  // Loaded with the first document: most processes never write one.
  const docx = await import('docx');
  const { drawBlocks } = await import('./docx-blocks.ts');
  const children: (DocxParagraph | DocxTable)[] = await drawBlocks(sheet);
  const { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TabStopType, TextRun } =
    docx;
  const [before, between, after] = sheet.page;
  const right = { type: TabStopType.RIGHT, position: widthOf(sheet.paper) };
  const small = (text: string) => new TextRun({ text, size: 8 * point, color: soft });
  const header = new Header({
    children: [
      new Paragraph({
        tabStops: [right],
        children: [
          small(sheet.running.slice(0, 70)),
          ...(sheet.mark === null
            ? []
            : [new TextRun({ text: `\t${sheet.mark}`, bold: true, size: 10 * point, color: '6B7378' })]),
        ],
      }),
    ],
  });
  const footer = new Footer({
    children: [
      new Paragraph({ children: [small(sheet.footer)] }),
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            size: 8 * point,
            color: soft,
            children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
          }),
        ],
      }),
    ],
  });
  const document = new Document({
    ...propertiesOf(sheet),
    sections: [
      {
        properties: {
          page: {
            size: papers[sheet.paper],
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        headers: { default: header },
        footers: { default: footer },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

function propertiesOf(sheet: Sheet): Omit<IPropertiesOptions, 'sections'> {
  const body = { font: 'Arial', size: 10 * point, language: { value: sheet.language } };
  return {
    title: sheet.title,
    creator: sheet.author,
    keywords: sheet.keywords.join(', '),
    styles: {
      default: {
        document: {
          run: body,
          paragraph: { spacing: { after: 8 * twip, line: 276, lineRule: 'auto' as const } },
        },
        title: {
          run: { ...body, size: 18 * point, bold: true, color: action },
          paragraph: { spacing: { before: 0, after: 6 * twip, line: 276, lineRule: 'auto' } },
        },
        heading1: {
          run: { ...body, size: 13 * point, bold: true, color: action },
          paragraph: {
            spacing: { before: 16 * twip, after: 8 * twip, line: 276, lineRule: 'auto' },
            keepNext: true,
          },
        },
        heading2: {
          run: { ...body, bold: true },
          paragraph: {
            spacing: { before: 12 * twip, after: 4 * twip, line: 276, lineRule: 'auto' },
            keepNext: true,
          },
        },
      },
    },
  };
}
