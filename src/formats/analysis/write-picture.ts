import { brokenAt } from '#domain/shared/broken-at.ts';
const margin = 16;
const sizes = { title: 17, text: 12 } as const;
/** What a letter is wide, as a share of its height; lines are broken by it. */
const letter = 0.55;

// Legible in grey, on white paper; the pages have their own.
export const ink = {
  text: '#1a2226',
  soft: '#465258',
  rule: '#b9b4a8',
  line: '#0b5563',
  band: '#d3e6e9',
  target: '#8a4b00',
};

/** A drawing with what has to be said around it, so that it is understood where it goes. */
export type Picture = {
  readonly title: string;
  /** What can be seen in it, for whoever does not see it. */
  readonly summary: string;
  readonly width: number;
  readonly height: number;
  /** The marks of the drawing, as SVG. */
  readonly marks: readonly string[];
  /** What its marks mean: a sign of 28 by 14, and words. */
  readonly legend: readonly { readonly mark: string; readonly words: string }[];
  /** Below it: who told the figures, and what they do not say. */
  readonly lines: readonly string[];
};

/** A picture as an SVG file of its own: title, drawing, legend, and the lines below. It needs no style, no script and no other file. */
export function writePicture(picture: Picture): Uint8Array {
  const width = Math.max(picture.width, 480) + 2 * margin;
  const pen = penOn(width - 2 * margin);
  pen.write(picture.title, sizes.title);
  const drawing = `<g transform="translate(${margin} ${pen.at()})">${picture.marks.join('')}</g>`;
  pen.skip(picture.height + margin / 2);
  const legend = picture.legend.map(({ mark, words }) => {
    const placed = `<g transform="translate(${margin} ${pen.at() + 2})">${mark}</g>`;
    pen.write(words, sizes.text, 36);
    return placed;
  });
  for (const line of picture.lines) pen.write(line, sizes.text);
  const height = Math.ceil(pen.at() + margin);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"`,
    ` font-family="'Source Sans 3', Arial, sans-serif">`,
    `<title>${escaped(picture.title)}</title><desc>${escaped(picture.summary)}</desc>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    drawing,
    ...legend,
    ...pen.written,
    '</svg>',
  ];
  return new TextEncoder().encode(svg.join(''));
}

/** A text of a drawing, at a place. */
export function writeLabel(
  text: string,
  at: { readonly x: number; readonly y: number; readonly anchor?: 'start' | 'middle' | 'end' },
): string {
  const { anchor = 'start', x, y } = at;
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="${sizes.text}" fill="${ink.soft}">${escaped(text)}</text>`;
}

/** Writes lines one below the other, broken where the paper ends. */
function penOn(width: number) {
  let y = margin;
  const written: string[] = [];
  return {
    written,
    at: () => y,
    skip(height: number) {
      y += height;
    },
    write(text: string, size: number, indent = 0) {
      for (const line of brokenAt(text, Math.floor((width - indent) / (size * letter)))) {
        y += size * 1.4;
        const weight = size === sizes.title ? 600 : 400;
        written.push(
          `<text x="${margin + indent}" y="${Math.round(y - size * 0.4)}" font-size="${size}" font-weight="${weight}" fill="${ink.text}">${escaped(line)}</text>`,
        );
      }
      y += size * 0.4;
    },
  };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What people wrote is text in the file, never markup; signs that no XML may hold are left out. */
export function escaped(text: string): string {
  const held = Array.from(text)
    .filter((sign) => sign >= ' ' && sign !== '\ufffe' && sign !== '\uffff')
    .join('');
  return held.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? '');
}
