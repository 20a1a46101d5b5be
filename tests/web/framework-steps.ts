import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { insertHolder, password } from '../access-world.ts';
import { post } from '../agreement-life-world.ts';
import { agreeUpon, draftFrom, fillGaps, press } from './agreement-steps.ts';
import type { Demo } from './browser.ts';
import { state } from './commitment-steps.ts';
import { putToSignature, signHere } from './signing-steps.ts';

export const ministryName = 'Viceministerio de Paz';

/** Somebody who heads an institution of the pack and acts for it. */
export async function makeHead(demo: Demo, username: string, code: string, name: string): Promise<void> {
  const { owner } = demo.context.database;
  const territory = async (wanted: string) =>
    (
      await owner
        .selectFrom('territory')
        .select('id')
        .where('code', '=', wanted)
        .where('country', '=', 'CR')
        .where('valid_to', 'is', null)
        .executeTakeFirstOrThrow()
    ).id;
  const { id: organisationId } = await owner
    .selectFrom('organisation')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  const { personId } = await insertHolder(demo.context.database, territory, {
    username,
    roles: [{ role: 'institutional-coordinator', code, organisationId }],
    options: { country: 'CR', organisationId, name: `Titular de ${name} (ejemplo)` },
    now: new Date(),
  });
  await post({ database: demo.context.database }, personId, organisationId, {
    title: code === 'CR' ? 'Viceministra o viceministro (ejemplo)' : 'Alcaldía (ejemplo)',
  });
}

/** Signs in on the day that it is. */
export async function enter(demo: Demo, username: string): Promise<Page> {
  const page = await demo.open(null, { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  await page.goto('/entrar');
  await page.fill('[name=name]', username);
  await page.fill('[name=password]', password);
  await page.click('main button');
  await page.waitForURL((url) => url.pathname === '/');
  return page;
}

/** Drafts a letter of understanding of a municipality under a framework. */
export function draftLetter(
  page: Page,
  framework: string,
  { code, name, title }: { code: string; name: string; title: string },
): Promise<string> {
  return draftFrom(page, {
    instrument: 'cr-carta-de-entendimiento',
    parties: [name, ministryName],
    title,
    object: 'abrir espacios para jóvenes por las tardes',
    territories: `CR-${code}`,
    months: 30,
    framework,
    noNeedReason: 'El diagnóstico del cantón está en curso',
    currency: 'CRC',
  });
}

/** Brings a draft to force: negotiated, agreed upon by all, and signed by all in the application. */
export async function bringToForce(
  address: string,
  sides: readonly [Page, ...Page[]],
  on: string,
): Promise<void> {
  const [first] = sides;
  await first.goto(address);
  await press(first, 'Abrir la negociación');
  await fillGaps(first, address);
  await agreeUpon(address, [...sides], on);
  await putToSignature(first, address);
  for (const page of sides) await signHere(page, address, password);
  await first.goto(address);
  expect(await state(first)).toContain('Vigente');
}
