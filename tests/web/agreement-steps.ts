import type { Page } from 'playwright-core';
import { dayIn } from './today.ts';

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

/** An agreement as it is drafted on the form: from which instrument, between whom, about what. */
export type Drafted = {
  readonly instrument: string;
  /** By their names, in their order; the first three on the form, others on the page of the parties. */
  readonly parties: readonly string[];
  readonly title: string;
  readonly object: string;
  readonly territories: string;
  readonly months?: number;
  readonly framework?: string;
  readonly noNeedReason?: string;
  readonly currency?: string;
};

/** Drafts an agreement from an instrument; gives its address. */
export async function draftFrom(page: Page, drafted: Drafted): Promise<string> {
  const { parties, framework } = drafted;
  await page.goto('/convenios/nuevo?de=otros');
  await page.locator(`main a[href*="instrumento=${drafted.instrument}"]`).click();
  for (const [index, party] of parties.slice(0, 3).entries())
    await page.fill(`[name=party${index + 1}]`, party);
  await page.fill('[name=title]', drafted.title);
  await page.fill('[name=object]', drafted.object);
  await page.fill('[name=territories]', drafted.territories);
  if (drafted.months !== undefined) await page.fill('[name=termMonths]', String(drafted.months));
  if (drafted.currency !== undefined) await page.fill('[name=currency]', drafted.currency);
  if (framework !== undefined) await page.selectOption('[name=parentId]', { label: framework });
  if (drafted.noNeedReason !== undefined) await page.fill('[name=noNeedReason]', drafted.noNeedReason);
  else await page.locator('[name=needIds]').first().check();
  const lines = page.locator('[name=lineIds]');
  if ((await lines.count()) > 0) await lines.first().check();
  const commissions = page.locator('[name=commissionStructureId] option');
  if ((await commissions.count()) > 1) await page.selectOption('[name=commissionStructureId]', { index: 1 });
  await press(page, 'Crear el borrador');
  await page.waitForURL(/\/convenios\/[0-9a-f-]{36}$/);
  const address = new URL(page.url()).pathname;
  for (const party of parties.slice(3)) {
    await page.goto(`${address}/partes`);
    await page.fill('[name=party]', party);
    await press(page, 'Agregar una parte', 'main form');
  }
  return address;
}

/** Proposes another wording of a clause, found by its title; gives the address of the clause. */
export async function propose(
  page: Page,
  address: string,
  title: string,
  proposal: { readonly body: string; readonly why: string },
): Promise<string> {
  await page.goto(address);
  await page.click(`section:has(h2:has-text("Texto")) li:has(h3:has-text("${title}")) a`);
  const clause = new URL(page.url()).pathname;
  await page.click('summary:has-text("Proponer otra redacción")');
  await page.fill('[name=proposedBody]', proposal.body);
  const form = 'details:has([name=proposedBody])';
  await page.locator(`${form} textarea[name=body]`).fill(proposal.why);
  await page.locator(`${form} button`).click();
  return clause;
}

/** Answers what was proposed last on a clause. */
export async function answer(
  page: Page,
  clause: string,
  outcome: 'accepted' | 'refused',
  words: string,
): Promise<void> {
  await page.goto(clause);
  await page.locator(`[name=outcome][value=${outcome}]`).first().check();
  await page.locator('[name=answer]').first().fill(words);
  await press(page, 'Responder');
}

/** A step outside the text, as the instrument asks for it before a day. */
export async function recordGate(page: Page, address: string, gate: string, on: string): Promise<void> {
  await page.goto(`${address}/tramite`);
  const form = 'section:has(h2:has-text("Pasos fuera del texto"))';
  await page.locator(`${form} [name=kind]`).selectOption({ label: gate });
  await page.locator(`${form} [name=body]`).fill('Dirección jurídica');
  await page.locator(`${form} [name=on]`).fill(on);
  await press(page, 'Registrar el paso', form);
}

/** Every party confirms the same text, and the first sends it to legal review. */
export async function sendToReview(address: string, pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    await page.goto(address);
    await press(page, 'Confirmar el texto por');
  }
  const first = firstOf(pages);
  await first.goto(address);
  await press(first, 'Enviar a revisión legal');
}

function firstOf(pages: readonly Page[]): Page {
  const [first] = pages;
  if (!first) throw new Error('nobody agrees');
  return first;
}

/** What legal review found. */
export async function reportReview(page: Page, address: string, on: string): Promise<void> {
  await page.goto(`${address}/tramite`);
  const report = 'section:has(h2:has-text("Informe legal"))';
  await page.locator(`${report} [name=body]`).fill('Asesoría legal');
  await page.locator(`${report} [name=on]`).fill(on);
  await press(page, 'Registrar el informe');
}

/** The act by which a party approves the text. */
export async function approve(page: Page, address: string, reference: string, on: string): Promise<void> {
  await page.goto(`${address}/tramite`);
  const form = 'section:has(h2:has-text("Actos de aprobación"))';
  await page.locator(`${form} [name=body]`).first().fill('Máxima autoridad');
  await page.locator(`${form} [name=reference]`).first().fill(reference);
  await page.locator(`${form} [name=on]`).first().fill(on);
  await press(page, 'Registrar el acto');
}

/** Every party confirms the same text, it is reviewed, every party approves it: it can be signed. */
export async function agreeUpon(address: string, pages: readonly Page[], on: string): Promise<void> {
  await sendToReview(address, pages);
  await reportReview(firstOf(pages), address, on);
  for (const [index, page] of pages.entries()) await approve(page, address, `Acuerdo ${index + 1}`, on);
}

/** Takes a text that is negotiated to where it can be signed: both confirm it, it is reviewed, both approve it. */
export async function makeReady(address: string, municipality: Page, ministry: Page): Promise<void> {
  await fillGaps(municipality, address);
  await recordGate(municipality, address, 'Memoria justificativa', '2026-01-10');
  await agreeUpon(address, [municipality, ministry], dayIn('PA'));
}
