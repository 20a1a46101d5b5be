import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { press } from './agreement-steps.ts';

/** What stands under the title of a page: how the thing is. */
export const state = (page: Page) => page.textContent('h1 + div');

export type Promised = { who: string; what: string; forWhom: string; dueOn: string };

/** Types commitments into the sheet of an agreement. */
export async function typeCommitments(page: Page, address: string, rows: readonly Promised[]): Promise<void> {
  await page.goto(address);
  await page.click('main a:has-text("Agregar compromisos") >> nth=0');
  for (const [index, row] of rows.entries())
    for (const [name, value] of Object.entries({ ...row, proof: 'Acta firmada' }))
      await page.fill(`[name=r${index + 1}-${name}]`, value);
  await press(page, 'Guardar todos', 'main');
}

/** Opens a commitment from the page of its agreement; gives its address. */
export async function openCommitment(page: Page, agreement: string, what: string): Promise<string> {
  await page.goto(agreement);
  await page.locator(`main a:has-text("${what}")`).first().click();
  await page.waitForURL(/\/compromisos\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** Hands in a photograph as what proves a commitment. */
export async function handIn(page: Page, address: string, name: string): Promise<void> {
  const image = sharp({ create: { width: 400, height: 300, channels: 3, background: '#2a7' } });
  await page.goto(address);
  await page.click('main a:has-text("Entregar evidencia")');
  await page.waitForSelector('[name=file]');
  const buffer = await image.jpeg().toBuffer();
  await page.setInputFiles('[name=file]', { name, mimeType: 'image/jpeg', buffer });
  await press(page, 'Entregar evidencia', 'main form');
  await page.waitForURL((url) => url.pathname === address);
}

/** Says whether what was handed in proves it. */
export async function review(
  page: Page,
  address: string,
  result: 'accepted' | 'rejected',
  reason = '',
): Promise<void> {
  await page.goto(address);
  await page.click('main a:has-text("Verificar")');
  await page.check(`[name=result][value=${result}]`);
  await page.fill('[name=reason]', reason);
  await press(page, 'Guardar la verificación', 'main form');
}

/** Has a commitment wait for another, found by its words. */
export async function dependOn(page: Page, address: string, words: string): Promise<void> {
  await page.goto(`${address}/estado?buscar=${encodeURIComponent(words)}`);
  await press(page, 'Depende de este');
}

/** Requires formally what is overdue. */
export async function requireFormally(page: Page, address: string, reason: string): Promise<void> {
  await page.goto(`${address}/estado`);
  const form = 'section:has(h2:has-text("Requerir formalmente"))';
  await page.locator(`${form} [name=reason]`).fill(reason);
  await page.locator(`${form} button`).click();
}
