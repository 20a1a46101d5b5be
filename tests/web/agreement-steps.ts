import type { Page } from 'playwright-core';

/** Presses the first button with these words, within a form or section where one is given. */
export async function press(page: Page, button: string, within = ''): Promise<void> {
  await page.locator(`${within} button:has-text("${button}")`.trim()).first().click();
}

/** Fills in what only the parties can say, wherever the page of an agreement says that something is missing. */
export async function fillGaps(page: Page, address: string): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    await page.goto(address);
    const link = page.locator(
      'li:has-text("Impide enviar"):has-text("falta completar") a:has-text("Ir a la cláusula")',
    );
    if ((await link.count()) === 0) return;
    await link.first().click();
    for (const field of await page.locator('textarea[name^="place-"]').all())
      await field.fill('lo que las partes acordaron para este convenio');
    await press(page, 'Guardar la cláusula');
  }
}

/** Drafts an agreement of the municipality and MIDES from the country’s instrument, for a line of the strategy; gives its address. */
export async function draftAgreement(page: Page, title: string, line: string): Promise<string> {
  await page.goto('/convenios');
  await page.click('main >> text=Redactar un convenio');
  await page.click('main >> text=Convenio específico de cooperación');
  await page.fill('[name=party1]', 'Municipio de San Miguelito');
  await page.fill('[name=party2]', 'MIDES');
  await page.fill('[name=title]', title);
  await page.fill('[name=object]', 'que los jóvenes tengan dónde pasar la tarde');
  await page.fill('[name=territories]', 'San Miguelito');
  await page.locator('[name=needIds]').first().check();
  await page.getByLabel(line).check();
  await page.selectOption('[name=commissionStructureId]', { index: 1 });
  await press(page, 'Crear el borrador');
  return new URL(page.url()).pathname;
}

/** Takes a text that is negotiated to where it can be signed: both confirm it, it is reviewed, both approve it. */
export async function makeReady(address: string, municipality: Page, ministry: Page): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const path = `${address}/tramite`;
  await fillGaps(municipality, address);
  await municipality.goto(path);
  const gate = 'section:has(h2:has-text("Pasos fuera del texto"))';
  await municipality.locator(`${gate} [name=body]`).fill('Dirección jurídica');
  await municipality.locator(`${gate} [name=on]`).fill('2026-01-10');
  await press(municipality, 'Registrar el paso', gate);
  for (const page of [municipality, ministry]) {
    await page.goto(address);
    await press(page, 'Confirmar el texto por');
  }
  await municipality.goto(address);
  await press(municipality, 'Enviar a revisión legal');
  await municipality.goto(path);
  const report = 'section:has(h2:has-text("Informe legal"))';
  await municipality.locator(`${report} [name=body]`).fill('Asesoría legal');
  await municipality.locator(`${report} [name=on]`).fill(today);
  await press(municipality, 'Registrar el informe');
  for (const [page, reference] of [
    [municipality, 'Acuerdo 12'],
    [ministry, 'Resuelto 7'],
  ] as const) {
    await page.goto(path);
    const form = 'section:has(h2:has-text("Actos de aprobación"))';
    await page.locator(`${form} [name=body]`).first().fill('Máxima autoridad');
    await page.locator(`${form} [name=reference]`).first().fill(reference);
    await page.locator(`${form} [name=on]`).first().fill(today);
    await press(page, 'Registrar el acto');
  }
}
