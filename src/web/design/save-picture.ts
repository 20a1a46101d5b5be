import { picturePage } from './picture-page.ts';

type Wanted = { readonly kind: 'png' | 'svg'; readonly name: string; readonly lines: readonly string[] };

/** Twice as fine as the screen, for paper. */
const fineness = 2;

/** Hands a figure over as a file: its drawing with every style written into it, so that it looks the same anywhere. */
export async function savePicture(figure: HTMLElement, { kind, lines, name }: Wanted): Promise<void> {
  const page = picturePage(figure, lines);
  if (page === null) return;
  const text = new XMLSerializer().serializeToString(page.svg);
  const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  if (kind === 'svg') handOver(address, `${name}.svg`);
  else handOver(await asPng(address, page), `${name}.png`);
}

async function asPng(
  address: string,
  { height, width }: { readonly width: number; readonly height: number },
): Promise<string> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * fineness);
  canvas.height = Math.round(height * fineness);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}

function handOver(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
