import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleId } from '#services/operations/load-example.ts';
import { startDemoWeb, type Demo } from './browser.ts';
import { sideways } from './web-server.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemoWeb();
});
afterAll(() => demo.stop());

it('anybody finds with a phone, without script or account, what was promised in a place, by whom, whether it is done, and that a paper is true', async () => {
  const page = await demo.open(null, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const main = async () => {
    expect(await sideways(page), page.url()).toBeLessThanOrEqual(0);
    return (await page.textContent('main')) ?? '';
  };
  await page.goto('/portal');
  expect(await main()).toContain('Prometido en total');
  await page.locator('main input[type=search], main input[type=text]').first().fill('san migelito');
  await page.locator('main').getByRole('button', { name: 'Buscar' }).click();
  await page.locator('main').getByRole('link', { name: 'Ver lo que se prometió en San Miguelito' }).click();
  expect(await page.textContent('h1')).toContain('San Miguelito');
  expect(await main()).toMatch(/Cumplidos \d+ de \d+/);

  // What is met says so; what is late is under review until whoever owes it was asked and could reply.
  await page.selectOption('[name=estado]', { index: 1 });
  await page.locator('main').getByRole('button', { name: 'Filtrar' }).click();
  await page.locator('main h3 a, main li a[href^="/compromisos/"]').first().click();
  await page.waitForURL(/\/compromisos\/[0-9a-f-]{36}$/);
  const promise = await main();
  expect(promise).toContain('EJEMPLO');
  expect(promise).toContain('Quién debe');
  expect(await page.locator('main form').count()).toBe(0);

  const id = exampleId('PA', 'agreement', 'especifico-0810');
  await page.goto(`/convenios/${id}`);
  const agreement = await main();
  expect(agreement).toContain('Municipio de San Miguelito');
  expect(agreement).not.toMatch(/\{[a-z-]+\}/);
  // The code that is printed at the foot of the paper in their hand.
  const { verification_code: code } = await demo.context.database.owner
    .selectFrom('agreement')
    .select('verification_code')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await page.goto('/verificar');
  await page
    .locator('main input')
    .first()
    .fill((code ?? '').toLowerCase());
  await page.locator('main').getByRole('button', { name: 'Verificar' }).click();
  expect(await page.textContent('h1')).toContain('San Miguelito (ejemplo)');
  expect(await main()).toContain('Vigente');
  await page.goto('/verificar/AAAA-BBBB');
  expect(await page.textContent('h1')).toContain('No hay un documento con ese código');
  await page.context().close();
});

it('anybody takes a chart away: as SVG by its address without script, as PNG by a button whose script comes when it is pressed', async () => {
  const still = await demo.open(null, { javaScriptEnabled: false });
  await still.goto('/indicadores/HOM?territorio=PA');
  expect(await still.locator('[data-picture] button:visible').count()).toBe(0);
  const address = await still.locator('a[href*="/api/trends/chart.svg"]').first().getAttribute('href');
  const drawn = await still.context().request.get(address ?? '');
  expect([drawn.status(), drawn.headers()['content-type']]).toEqual([
    200,
    expect.stringContaining('image/svg+xml'),
  ]);
  expect(await drawn.text()).toContain('Víctimas de homicidio intencional, Panamá');
  await still.context().close();

  const page = await demo.open(null);
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.js')) scripts.push(new URL(request.url()).pathname);
  });
  await page.goto('/indicadores/HOM?territorio=PA');
  const button = page.locator('[data-picture] button', { hasText: 'PNG' }).first();
  await button.waitFor({ state: 'visible' });
  expect(scripts).toEqual(['/visitor.js']);
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(download.suggestedFilename()).toBe('HOM PA.png');
  expect(scripts).toEqual(['/visitor.js', '/picture.js']);
  await page.context().close();
});
