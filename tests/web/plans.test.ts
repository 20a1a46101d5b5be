import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startDemoWeb, watch, type Demo } from './browser.ts';
import { dayIn } from './today.ts';

let demo: Demo;
let address = '';
beforeAll(async () => {
  demo = await startDemoWeb();
});
afterAll(() => demo.stop());

const main = (page: Page) => page.textContent('main');
const year = dayIn('PA').slice(0, 4);

/** Opens the parts of the form that have nothing missing and are therefore closed. */
async function openAll(page: Page): Promise<void> {
  const closed = page.locator('main details:not([open]) > summary');
  while ((await closed.count()) > 0) await closed.first().click();
}

/** Writes what an action has to say before its plan is sent. */
async function writeAction(page: Page, money: string): Promise<void> {
  await openAll(page);
  await page.check('[name=places-PA-0810]');
  await page.fill('[name=periodFrom]', `${year}-02-01`);
  await page.fill('[name=periodTo]', `${year}-11-30`);
  await page.selectOption('[name=responsible]', { label: 'Municipio de San Miguelito' });
  await page.selectOption('[name=needId]', { label: 'Jóvenes sin lugar donde pasar la tarde' });
  await page.fill('[name=noLineReason]', 'Se acordó antes de la estrategia');
  await page.check('[name=targetGroups-young-people]');
  await page.fill('[name=targetSize]', '120');
  await page.fill('[name=targetWomen]', '60');
  await page.fill('[name="budget.0.amount"]', money);
  await page.fill('[name=budgetTotal]', money);
  for (const question of ['stigma', 'exposure', 'displacement', 'net-widening'])
    await page.check(`[name=harm-${question}][value=no]`);
  await page.click('main button:has-text("Guardar") >> nth=0');
}

describe('a plan', () => {
  it('is written by San Miguelito without script, and says what it lacks', async () => {
    const page = await demo.open('san-miguelito', { javaScriptEnabled: false });
    await page.goto('/territorios/PA-0810');
    await page.click('main >> text=Empezar un plan');
    await page.fill('[name=title]', 'Plan de barrio con jóvenes');
    await page.fill('[name=periodFrom]', `${year}-01-01`);
    await page.fill('[name=periodTo]', `${year}-12-31`);
    await page.click('main button:has-text("Empezar")');
    expect(await page.textContent('h1')).toBe('Plan de barrio con jóvenes');
    address = new URL(page.url()).pathname;
    await page.fill('[name=title]', 'Clubes de tarea en cada corregimiento');
    await page.click('button:has-text("Agregar")');
    expect(await main(page)).toContain('elija la necesidad que atiende');
    await page.click('button:has-text("Enviar a revisión")');
    expect(await page.textContent('[role=alert]')).toContain('diga dónde se hará');
    await page.click('section:has(h2:has-text("Acciones")) a:has-text("Clubes de tarea")');
    await page.click('main a[href$="/escribir"] >> text=Escribir');
    await page.fill('[name=targetSize]', '10');
    await page.fill('[name=targetWomen]', '60');
    await page.click('main button:has-text("Guardar") >> nth=0');
    expect(await page.textContent('[role=alert]')).toContain('Son más que el total de personas');
    await writeAction(page, '1500.50');
    expect(await page.textContent('h1')).toBe('Clubes de tarea en cada corregimiento');
    await page.goto(address);
    await page.click('button:has-text("Enviar a revisión")');
    expect(await main(page)).toContain('Lo está revisando el centro');
    await page.context().close();
  });

  it('is remarked on and sent back by the centre, mended, approved', async () => {
    const centre = await demo.open('coordinacion', { javaScriptEnabled: false });
    await centre.goto(address);
    await centre.click('main >> text=Revisar');
    await centre.selectOption('[name=actionId]', { label: 'Clubes de tarea en cada corregimiento' });
    await centre.selectOption('[name=field]', 'budget');
    await centre.fill('textarea[name=body]', 'Falta lo que pone la comunidad');
    await centre.click('button:has-text("Agregar la observación")');
    await centre.fill('[name=reason]', 'Vea la observación sobre el presupuesto');
    await centre.click('button:has-text("Devolver para corregir")');

    const office = await demo.open('san-miguelito', { javaScriptEnabled: false });
    await office.goto(address);
    expect(await main(office)).toContain('Falta lo que pone la comunidad');
    await office.click('section:has(h2:has-text("Acciones")) a:has-text("Clubes de tarea")');
    await office.click('main a[href$="/escribir"] >> text=Escribir');
    await openAll(office);
    await office.fill('[name="budget.1.amount"]', '200');
    await office.selectOption('[name="budget.1.kind"]', 'in-kind');
    await office.fill('[name=budgetTotal]', '1700.50');
    await office.click('main button:has-text("Guardar") >> nth=0');
    await office.goto(address);
    await office.fill('textarea[name=answer]', 'Se agregó el aporte');
    await office.click('button:has-text("Responder")');
    await office.click('button:has-text("Enviar a revisión")');

    await centre.goto(`${address}/revision`);
    await centre.click('button:has-text("Dar por resuelta")');
    await centre.fill('input[name=body]', 'Dirección nacional');
    await centre.click('main button:has-text("Aprobar")');
    expect(await main(centre)).toContain('Edición 1');
    await centre.context().close();
    await office.context().close();
  });

  it('is amended, and says what changed; a visitor reads the last edition meanwhile', async () => {
    const office = await demo.open('san-miguelito', { javaScriptEnabled: false });
    await office.goto(`${address}/estado`);
    await office.fill('section:has(h2:has-text("Modificar")) textarea', 'Entra otro barrio');
    await office.click('button:has-text("Modificar")');
    await office.fill('[name=title]', 'Huertos en escuelas');
    await office.click('button:has-text("Agregar")');
    await office.goto(`${address}/diferencia?de=1`);
    expect(await main(office)).toContain('Nueva: Huertos en escuelas');
    const visitor = await demo.open(null, { javaScriptEnabled: false });
    await visitor.goto(address);
    expect(await main(visitor)).toContain('Clubes de tarea');
    expect(await main(visitor)).not.toContain('Huertos');
    await visitor.context().close();
    await office.context().close();
  });

  it('looks right at every width, by day and by night', async () => {
    for (const width of [390, 1280]) {
      const colorScheme = width === 390 ? ('light' as const) : ('dark' as const);
      const page = await demo.open('san-miguelito', { viewport: { width, height: 900 }, colorScheme });
      const { look } = watch(page);
      for (const path of [
        '/planes',
        address,
        `${address}/diferencia?de=1`,
        '/planes/huerfanos',
        `${address}/copiar`,
      ]) {
        await page.goto(path);
        await look(`${path} ${width}`);
      }
      await page.goto(address);
      await page.click('section:has(h2:has-text("Acciones")) a:has-text("Huertos")');
      await page.click('main a[href$="/escribir"] >> text=Escribir');
      await page.waitForSelector('[name=periodFrom]');
      await look(`the form of an action ${width}`);
      await page.context().close();
    }
  });
});
