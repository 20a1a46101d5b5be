import type { Page } from 'playwright-core';
import { press } from './agreement-steps.ts';
import { dayIn } from './today.ts';

const year = Number(dayIn('PA').slice(0, 4));

/** Opens the parts of a form that have nothing missing and are therefore closed. */
async function openAll(page: Page): Promise<void> {
  const closed = page.locator('main details:not([open]) > summary');
  while ((await closed.count()) > 0) await closed.first().click();
}

/** Starts San Miguelito’s plan with one action that follows a line of the strategy, and sends it; gives its address. */
export async function writePlan(
  page: Page,
  plan: { title: string; action: string; line: string },
): Promise<string> {
  await page.goto('/territorios/PA-0810');
  await page.click('main >> text=Empezar un plan');
  await page.fill('[name=title]', plan.title);
  await page.fill('[name=periodFrom]', `${year}-01-01`);
  await page.fill('[name=periodTo]', `${year + 1}-12-31`);
  await press(page, 'Empezar', 'main');
  const address = new URL(page.url()).pathname;
  await page.fill('[name=title]', plan.action);
  await press(page, 'Agregar', 'main');
  await page.click(`section:has(h2:has-text("Acciones")) a:has-text("${plan.action}")`);
  await page.click('main a[href$="/escribir"] >> text=Escribir');
  await openAll(page);
  await page.check('[name=places-PA-0810]');
  await page.fill('[name=periodFrom]', `${year}-02-01`);
  await page.fill('[name=periodTo]', `${year + 1}-11-30`);
  await page.selectOption('[name=responsible]', { label: 'Municipio de San Miguelito' });
  await page.selectOption('[name=needId]', { label: 'Jóvenes sin lugar donde pasar la tarde' });
  await page.getByLabel(plan.line).check();
  await page.check('[name=targetGroups-young-people]');
  await page.fill('[name=targetSize]', '120');
  await page.fill('[name=targetWomen]', '60');
  await page.fill('[name="budget.0.amount"]', '1500.50');
  await page.fill('[name=budgetTotal]', '1500.50');
  for (const question of ['stigma', 'exposure', 'displacement', 'net-widening'])
    await page.check(`[name=harm-${question}][value=no]`);
  await press(page, 'Guardar', 'main');
  await page.goto(address);
  await press(page, 'Enviar a revisión', 'main');
  return address;
}

/** Approves a plan that was sent for review. */
export async function approvePlan(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.click('main >> text=Revisar');
  await page.fill('input[name=body]', 'Dirección nacional (ejemplo)');
  await press(page, 'Aprobar', 'main');
}
