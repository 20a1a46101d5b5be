import { describe, expect, it } from 'vitest';
import { watch } from './browser.ts';
import { chosen, everyPage } from './every-page-tour.ts';

const every = everyPage();

/** What anybody may open without an account, and nobody needs one for. */
const forAnybody =
  /^\/(entrar|codigo|invitacion\/.*|portal|territorios(\/PA-0810(\/hoja|\/compromisos)?)?|buscar|ayuda|por-enviar|sin-conexion)?$/;

describe('every page', () => {
  it('opens to anybody, or leads to sign-in and back, or says that it is not for them', async () => {
    const page = await every.demo.open(null, { colorScheme: 'dark' });
    await chosen(page, every.demo.origin, 'es');
    const { faultsOf } = watch(page);
    const faults: string[] = [];
    for (const address of every.addresses()) {
      const answer = await page.goto(address);
      const { pathname, searchParams } = new URL(page.url());
      const isAsked = pathname === '/entrar' && searchParams.get('next')?.startsWith(address);
      expect([200, 404], address).toContain(answer?.status());
      if (
        !forAnybody.test(address) &&
        answer?.status() === 200 &&
        /administracion|mi-cuenta|corregir|nueva/.test(address)
      )
        expect(isAsked, `${address} → ${page.url()}`).toBe(true);
      if (forAnybody.test(address)) {
        expect(pathname, address).toBe(address);
        faults.push(...(await faultsOf(address)));
      }
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
