import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';

/** The addresses of the documents that a page of an agreement offers, by their format. */
export async function documentsOf(page: Page): Promise<{ docx: string[]; pdf: string[] }> {
  const links = await page
    .locator('main a[href*="/document"], main a[href*="/summary"], main a[href*="/certificate"]')
    .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  const ending = (format: string) => links.filter((link) => link.includes(`format=${format}`));
  return { docx: ending('docx'), pdf: ending('pdf') };
}

async function bytesOf(page: Page, address: string): Promise<Buffer> {
  const answer = await page.request.get(address);
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()}`);
  return answer.body();
}

/** All that is written in a DOCX, its head and foot included. */
export async function textOfDocx(page: Page, address: string): Promise<string> {
  const parts = unzipSync(new Uint8Array(await bytesOf(page, address)));
  return Object.entries(parts)
    .filter(([name]) => /^word\/(document|header|footer).*\.xml$/.test(name))
    .map(([, part]) => strFromU8(part).replaceAll(/<[^>]+>/g, ' '))
    .join(' ');
}

/** How many pages a PDF has, and whether it tells a screen reader what is what. */
export async function readPdf(page: Page, address: string): Promise<{ pages: number; isTagged: boolean }> {
  const bytes = (await bytesOf(page, address)).toString('latin1');
  return {
    pages: bytes.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0,
    isTagged: /\/MarkInfo\s*<<[^>]*\/Marked true/.test(bytes),
  };
}
