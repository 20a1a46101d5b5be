import type { Drawing, DrawingTone, Mark } from '#domain/analysis/drawing.ts';

// Legible in grey; the pages have these as tokens.
const colours: Readonly<Record<DrawingTone, string>> = {
  ink: '#1a2226',
  soft: '#465258',
  rule: '#b9b4a8',
  action: '#0b5563',
  pale: '#7db0b9',
  none: 'none',
  'class-high': '#0b5563',
  'class-middle': '#428694',
  'class-low': '#b3d2d7',
  'class-none-due': '#ffffff',
};

/**
 * A drawing as an SVG file of its own, with colours for paper.
 * @param font one that its reader has: office programs take no list of them
 */
export function writeSvg({ width, height, marks }: Drawing, font: string): string {
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
  return `${open}${marks.map((mark) => writeMark(mark, font)).join('')}</svg>`;
}

function writeMark(mark: Mark, font: string): string {
  const colour = colours[mark.tone];
  switch (mark.kind) {
    case 'rect':
      return `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" fill="${colour}"/>`;
    case 'line': {
      const [[x1, y1], [x2, y2]] = [mark.from, mark.to];
      return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}" stroke-width="1.2"/>`;
    }
    case 'path': {
      const dashes = mark.isDashed ? ' stroke-dasharray="3 2"' : '';
      return `<path d="${escaped(mark.d)}" fill="${colour}" stroke="#5c676c" stroke-width="0.6"${dashes}/>`;
    }
    default:
      return `<text x="${mark.at[0]}" y="${mark.at[1]}" text-anchor="${mark.anchor}" font-family="${font}" font-size="13" fill="${colour}">${escaped(mark.text)}</text>`;
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? '');
}
