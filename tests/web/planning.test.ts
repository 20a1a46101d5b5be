import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startDemoWeb, watch, type Demo } from './browser.ts';

let demo: Demo;

beforeAll(async () => {
  demo = await startDemoWeb();
});
afterAll(() => demo.stop());

const main = (page: Page) => page.locator('main');
const heading = (page: Page, text: string) => page.locator('main h1').filter({ hasText: text }).waitFor();
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click();

describe('the guided path', () => {
  it('takes an officer through a session, and a question to the centre and back', async () => {
    const officer = await demo.open('san-miguelito');
    const { look } = watch(officer);
    await officer.goto('/ruta');
    await look('/ruta of an office');
    await main(officer).getByRole('link', { name: 'Continuar' }).click();
    await heading(officer, 'Sesión 4 de 6: Planificar');
    await officer.goto(officer.url().replace(/\/4$/, '/3'));
    await press(officer, 'Volver a abrir esta sesión');
    await officer.getByRole('button', { name: 'Terminé esta sesión' }).waitFor();
    await officer.getByLabel('Dejé escrito por qué estas y no otras').check();
    await officer.getByLabel('Notas de la sesión').fill('Lo decidió la mesa');
    await press(officer, 'Guardar');
    await main(officer).getByText('Se guardó.').waitFor();
    expect(await officer.getByLabel('Notas de la sesión').inputValue()).toBe('Lo decidió la mesa');
    await press(officer, 'Terminé esta sesión');
    await main(officer).getByText('Sesión terminada').waitFor();
    await look('a session that is done');
    await main(officer).getByRole('link', { name: 'Ir a la sesión 4' }).click();
    await heading(officer, 'Sesión 4 de 6: Planificar');
    await officer.getByLabel('Su pregunta').fill('¿Quién aprueba el plan del municipio?');
    await press(officer, 'Pedir ayuda');
    await main(officer).getByText('La pregunta se envió a la coordinación.').waitFor();
    const session = officer.url().split('?')[0] ?? '';

    const centre = await demo.open('coordinacion', { viewport: { width: 1280, height: 844 } });
    const seen = watch(centre);
    await centre.goto('/ruta');
    expect(await main(centre).textContent()).toContain('Piden ayuda');
    expect(await main(centre).textContent()).toContain('Falta la encuesta que se ofreció');
    await seen.look('/ruta of the centre');
    await main(centre).getByRole('link', { name: 'Responder' }).first().click();
    await heading(centre, 'Sesión 4 de 6: Planificar');
    const question = main(centre).locator('li').filter({ hasText: '¿Quién aprueba el plan' });
    await question.getByLabel('Respuesta').fill('El concejo municipal, por acuerdo.');
    await question.getByRole('button', { name: 'Enviar la respuesta' }).click();
    await main(centre).getByText('El concejo municipal, por acuerdo.').waitFor();

    await officer.goto(session);
    await main(officer).getByText('El concejo municipal, por acuerdo.').waitFor();
    await officer.context().close();
    await centre.context().close();
  });

  it('is begun, walked to its first choice and left without a script', async () => {
    const page = await demo.open('coordinacion', { javaScriptEnabled: false });
    await page.goto('/ruta?lugar=PA-13');
    await main(page).getByRole('link', { name: 'Arraiján', exact: true }).click();
    await main(page).getByRole('link', { name: '1. Preparar' }).click();
    await page.getByLabel('Invité a quienes van a participar').check();
    await press(page, 'Terminé esta sesión');
    await main(page).getByRole('link', { name: 'Ir a la sesión 2' }).click();
    await press(page, 'Terminé esta sesión');
    expect(await page.textContent('[role=alert]')).toContain('Registre al menos una necesidad');
    await page.getByLabel('Qué nos detiene').fill('No hay diagnóstico');
    await press(page, 'Guardar');
    await page.goto('/ruta?lugar=PA-13');
    expect(await main(page).textContent()).toContain('No hay diagnóstico');
    await page.context().close();
  });
});

describe('the inventory', () => {
  it('takes the sheet of an institution, and the centre decides a link', async () => {
    const institution = await demo.open('mides', { viewport: { width: 1280, height: 844 } });
    const { look } = watch(institution);
    await institution.goto('/inventario/importar');
    await look('/inventario/importar');
    const sheet = `Plan operativo 2026;;;
Código;Cosa;Distrito;Presupuesto
4.1;Ferias contra la violencia en el hogar;San Miguelito;B/. 1,234.50
4.2;Compra de papel;Distrito de la Luna;B/. 20.00
Total;;;B/. 1,254.50
`;
    const upload = async (text: string) => {
      await institution.goto('/inventario/importar');
      await institution.setInputFiles('[name=file]', {
        name: 'POA MIDES.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(text),
      });
      await press(institution, 'Subir la hoja');
      await heading(institution, 'POA MIDES.csv');
    };
    await upload(sheet);
    expect(await main(institution).textContent()).toContain('Diga qué columna tiene el nombre');
    await institution.getByLabel('Columna B: Cosa').selectOption('title');
    await press(institution, 'Guardar las columnas');
    await main(institution).getByText('Ningún territorio se llama «Distrito de la Luna»').waitFor();
    expect(await main(institution).textContent()).toContain('Es una fila de totales');
    await look('a sheet with something to mend');
    await upload(sheet.replace('Distrito de la Luna', 'Nacional'));
    // What the column holds was not remembered: nothing had been imported yet.
    await institution.getByLabel('Columna B: Cosa').selectOption('title');
    await press(institution, 'Guardar las columnas');
    await press(institution, 'Importar');
    await main(institution).getByText('Se importó la hoja.').waitFor();
    await main(institution).getByRole('link', { name: 'Ver el inventario' }).click();
    await heading(institution, 'Inventario');
    expect(await main(institution).textContent()).toContain('Ferias contra la violencia en el hogar');
    await look('/inventario');

    const centre = await demo.open('coordinacion', { javaScriptEnabled: false });
    await centre.goto('/inventario?texto=ferias');
    await main(centre).getByRole('link', { name: 'Ferias contra la violencia' }).click();
    expect(await main(centre).textContent()).toContain('parece un vínculo directo: «violencia»');
    await press(centre, 'Decidir el vínculo');
    expect(await centre.textContent('[role=alert]')).toContain('Vínculo con la prevención');
    await centre.getByLabel('Directo', { exact: true }).check();
    await centre.getByLabel('Criterio').fill('Previene la violencia en el hogar');
    await press(centre, 'Decidir el vínculo');
    expect(await main(centre).textContent()).toContain('Vínculo con la prevención: directo');
    expect(await main(centre).textContent()).toContain('Oficina de Seguridad Integral');
    const visitor = await demo.open(null);
    await visitor.goto('/territorios/PA-0810');
    expect(await main(visitor).textContent()).toContain('Ferias contra la violencia en el hogar');
    for (const page of [institution, centre, visitor]) await page.context().close();
  });
});
