import { brokenAt } from '#domain/shared/broken-at.ts';
const space = 'http://www.w3.org/2000/svg';
const margin = 16;
const sizes = { title: 17, text: 12 } as const;
/** What a letter is wide, as a share of its height; lines are broken by it. */
const letter = 0.55;

// What the drawing takes from styles, written into it as it stands on the screen.
const styled = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

export type PicturePage = {
  readonly svg: SVGSVGElement;
  readonly width: number;
  readonly height: number;
};

/** A figure as a page of its own: title, drawing, legend, and the lines below; null where the figure has no drawing. */
export function picturePage(figure: HTMLElement, lines: readonly string[]): PicturePage | null {
  const drawing = figure.querySelector('svg');
  if (!drawing) return null;
  const { height: tall, width: wide } = drawing.viewBox.baseVal;
  const width = Math.max(wide, 480) + 2 * margin;
  const body = getComputedStyle(document.body);
  const ground = getComputedStyle(document.documentElement);
  const page = element('svg', { xmlns: space, width, 'font-family': "'Source Sans 3', Arial, sans-serif" });
  const paper = element('rect', { width: '100%', height: '100%', fill: ground.backgroundColor });
  page.append(paper);
  const pen = penOn(page, { width: width - 2 * margin, ink: body.color });
  pen.write(drawing.querySelector(':scope > title')?.textContent ?? '', sizes.title);
  const drawn = copyOf(drawing);
  place(drawn, { x: margin, y: pen.at(), width: wide, height: tall });
  page.append(drawn);
  pen.skip(tall + margin);
  for (const line of figure.querySelectorAll('li')) {
    const mark = line.querySelector('svg');
    if (mark) {
      const copied = copyOf(mark);
      const { height, width: markWidth } = mark.getBoundingClientRect();
      place(copied, { x: margin, y: pen.at(), width: markWidth, height });
      page.append(copied);
    }
    pen.write(line.textContent?.trim() ?? '', sizes.text, mark ? 36 : 0);
  }
  const caption = figure.querySelector('figcaption')?.textContent?.trim();
  for (const line of [...(caption ? [caption] : []), ...lines]) pen.write(line, sizes.text);
  const height = pen.at() + margin;
  page.setAttribute('height', String(height));
  page.setAttribute('viewBox', `0 0 ${width} ${height}`);
  return { svg: page, width, height };
}

function element<Name extends 'svg' | 'rect' | 'text' | 'g'>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
) {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function place(drawn: SVGElement, at: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>): void {
  for (const [key, value] of Object.entries(at)) drawn.setAttribute(key, String(value));
}

/** Writes lines one below the other, broken where the page ends. */
function penOn(page: SVGElement, { ink, width }: { readonly width: number; readonly ink: string }) {
  let y = margin;
  return {
    at: () => y,
    skip(height: number) {
      y += height;
    },
    write(text: string, size: number, indent = 0) {
      const most = Math.floor((width - indent) / (size * letter));
      for (const line of brokenAt(text, most)) {
        y += size * 1.4;
        const written = element('text', {
          x: margin + indent,
          y: y - size * 0.4,
          'font-size': size,
          'font-weight': size === sizes.title ? 600 : 400,
          fill: ink,
        });
        written.textContent = line;
        page.append(written);
      }
      y += size * 0.4;
    },
  };
}

/** A drawing with its styles written into it; links and what is only for those who hear it stay behind. */
function copyOf(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = drawing.querySelectorAll('*');
  for (const [index, one] of [...copy.querySelectorAll('*')].entries()) {
    const original = originals[index];
    if (!original) continue;
    const style = getComputedStyle(original);
    // A hatch is named in the attribute, where the pattern lies in this very drawing.
    const isHatched = one.getAttribute('fill')?.startsWith('url(') ?? false;
    for (const name of styled) {
      if (name === 'fill' && isHatched) continue;
      one.setAttribute(name, style.getPropertyValue(name));
    }
    one.removeAttribute('class');
  }
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  for (const attribute of ['class', 'role', 'aria-labelledby']) copy.removeAttribute(attribute);
  return copy;
}
