import type { Page } from 'playwright-core';
import { press } from './agreement-steps.ts';
import { dayIn } from './today.ts';

/** Prepares and approves the next version of the one strategy there is, with a line more; gives the address of the version. */
export async function approveNextVersion(page: Page, line: { code: string; title: string }): Promise<string> {
  const today = dayIn('PA');
  // Who may register another sees the list of them.
  await page.goto('/estrategia');
  await page.locator('main h2 a').first().click();
  await page.click('main a:has-text("Versiones")');
  await press(page, 'Empezar una versión nueva');
  const address = new URL(page.url()).pathname;
  // A line stands under an objective: the last of those that may have one.
  await page.locator('main a:has-text("Agregar debajo: línea de acción")').last().click();
  await page.fill('[name=code]', line.code);
  await page.fill('[name=title]', line.title);
  await press(page, 'Guardar');
  await page.goto(`${address}/estado`);
  await page.fill('[name=body]', 'Consejo de Gabinete');
  await page.fill('[name=act]', 'Resolución de Gabinete 12 (ejemplo)');
  await page.fill('[name=on]', today);
  await page.fill('[name=validFrom]', today);
  await press(page, 'Aprobar esta versión');
  return address;
}
