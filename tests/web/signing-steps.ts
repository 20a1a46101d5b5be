import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { press } from './agreement-steps.ts';

/** A copy of what was signed on paper. */
export const scan = {
  name: 'firmado.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n'),
};

/** Puts a text to signature, on the page of its life. */
export async function putToSignature(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/vida`);
  await page.click('summary:has-text("Poner el texto a la firma")');
  await press(page, 'Poner el texto a la firma');
}

/** Signs in the application, with the password once more. */
export async function signHere(page: Page, address: string, password: string): Promise<void> {
  await page.goto(`${address}/firmar`);
  await page.check('[name=read]');
  await page.fill('[name=password]', password);
  await press(page, 'Firmar', 'main');
}

/** Registers what one side signed on paper, which the other confirms to be this text. */
export async function signInInk(page: Page, other: Page, address: string): Promise<void> {
  await page.goto(`${address}/firmar`);
  const ink = 'form:has([value="ink"])';
  await page.fill(`${ink} [name=office]`, 'Alcaldía (ejemplo)');
  await page.setInputFiles(`${ink} [name=file]`, scan);
  await press(page, 'Registrar la firma en papel');
  // Nobody confirms what their own side brought.
  expect(await page.locator('button:has-text("Confirmar que es este texto")').count()).toBe(0);
  await other.goto(`${address}/firmar`);
  await press(other, 'Confirmar que es este texto');
}

/** Opens an addendum that extends the term, and has both sides confirm it; gives its address. */
export async function agreeUponExtension(
  sides: readonly [Page, Page],
  address: string,
  { title, newEndsOn }: { title: string; newEndsOn: string },
): Promise<string> {
  const [first] = sides;
  await first.goto(address);
  await first.click('main a:has-text("Vida del convenio")');
  await first.click('main a:has-text("adenda")');
  await first.fill('[name=title]', title);
  await first.fill('[name=reason]', 'El programa sigue un año más');
  await first.fill('[name=newEndsOn]', newEndsOn);
  await press(first, 'Abrir la adenda');
  const addendum = new URL(first.url()).pathname.replace('/vida', '');
  for (const page of sides) {
    await page.goto(addendum);
    await page.click('main a:has-text("Vida del convenio")');
    await page.click('summary:has-text("Confirmar por una parte")');
    await page.fill('[name=reference]', 'Acuerdo 7');
    await page.fill('[name=approvalBody]', 'Concejo de ejemplo');
    await press(page, 'Confirmar por una parte');
  }
  return addendum;
}
