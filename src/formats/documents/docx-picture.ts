import { ImageRun, LineRuleType, Paragraph } from 'docx';
import sharp from 'sharp';
import type { Block } from './sheet.ts';
import { writeSvg } from './write-svg.ts';

/** Twentieths of a point, as this format counts the page; pictures are counted in pixels of 96 to the inch. */
const twipsAPixel = 15;

/** A chart or map as lines that stay sharp, with a bitmap for programs that draw none. */
export async function drawPicture(
  { drawing, alternative }: Extract<Block, { kind: 'drawing' }>,
  width: number,
): Promise<Paragraph> {
  const svg = Buffer.from(writeSvg(drawing, 'Arial'));
  const bitmap = await sharp(svg, { density: 192 }).flatten({ background: '#ffffff' }).png().toBuffer();
  const across = Math.floor(width / twipsAPixel);
  const size = { width: across, height: Math.round((across * drawing.height) / drawing.width) };
  return new Paragraph({
    spacing: { before: 60, after: 120, line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type: 'svg',
        data: svg,
        transformation: size,
        fallback: { type: 'png', data: bitmap },
        altText: {
          name: alternative.slice(0, 80),
          title: alternative.slice(0, 80),
          description: alternative,
        },
      }),
    ],
  });
}
