import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { fillInOffice, fillPlainly, office } from '../fill-template.ts';
import { watch, type Demo } from './browser.ts';

/** What an office writes: every figure that is asked for, and nothing else. */
export const month = {
  sesiones: '3',
  acuerdos: '6',
  actividades: '8',
  'en-escuelas': '3',
  'personas/sex=f': '141',
  'personas/sex=m': '109',
  'personas/sex=x': '0',
  'personas/sex=unknown': '2',
  espacios: '1',
} as const;

/** The field of a cell of a report. */
export const field = (cell: string) => `[name="a:${cell}"]`;

/** Types each figure, and waits until it is kept before the next; returns how many there were. */
export async function typeMonth(page: Page): Promise<number> {
  for (const [cell, text] of Object.entries(month)) {
    const saved = page.waitForResponse((answer) => answer.url().endsWith('/answers') && answer.ok());
    await page.fill(field(cell), text);
    await page.locator(field(cell)).blur();
    await saved;
  }
  const saved = page.waitForResponse((answer) => answer.url().endsWith('/answers'));
  await page.selectOption(field('plan'), 'yes');
  await saved;
  return Object.keys(month).length + 1;
}

/** Returns a report with a remark on one figure. */
export async function question(page: Page, report: string, cell: string, remark: string): Promise<void> {
  await page.goto(`/reportes/${report}`);
  await page.click(`details:has([name="m:${cell}"]) summary`);
  await page.fill(`[name="m:${cell}"]`, remark);
  await page.locator(`form:has([name="m:${cell}"]) button[type=submit]`).last().click();
  await page.waitForSelector('text=Devuelto');
}

/** Approves what waits for it, as far as whoever does it may. */
export async function approve(page: Page, report: string): Promise<void> {
  await page.goto(`/reportes/${report}`);
  await page.click('form:has(input[value=approve]) button');
}

/** Makes the one-time link of a report, for an office that has no account. */
export async function makeLink(page: Page, report: string, addressee: string): Promise<string> {
  await page.goto(`/reportes/${report}`);
  await page.fill('[name=addressee]', addressee);
  await page.click('form:has([name=addressee]) button');
  const link = await page.locator('text=/reportar\\//').textContent();
  return new URL(link ?? '').pathname;
}

/** By such a link: takes the workbook, fills it in in a spreadsheet, brings it in, and sends the report. */
export async function reportByWorkbook(demo: Demo, visitor: Page, link: string): Promise<void> {
  await visitor.goto(link);
  await watch(visitor).look('a report by a link');
  const href = await visitor.getAttribute('a[download]', 'href');
  const answer = await visitor.context().request.get(demo.origin + (href ?? ''));
  const template = new Uint8Array(await answer.body());
  const { 'personas/sex=x': _left, ...figures } = month;
  const filling = Object.fromEntries(Object.entries(figures).map(([cell, text]) => [cell, Number(text)]));
  const given = { ...filling, 'personas/sex=x': 'No hay dato', plan: 'No' };
  const filled = office ? fillInOffice(template, given) : await fillPlainly(template, given);
  const name = 'informe.xlsx';
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await visitor.setInputFiles('[name=file]', { name, mimeType, buffer: Buffer.from(filled) });
  await visitor.click('form:has([name=file]) button');
  await visitor.waitForSelector('text=Se guardaron 10 respuestas');
  // The words come before the page is read anew.
  await expect.poll(() => visitor.inputValue(field('actividades'))).toBe('8');
  await visitor.click('button[value=send]');
  await visitor.waitForSelector('text=Informe enviado');
}
