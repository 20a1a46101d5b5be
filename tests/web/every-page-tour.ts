import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addressesOf, makeThings, type Things } from './addresses.ts';
import { startDemoWeb, watch, type Demo } from './browser.ts';
import { sideways } from './web-server.ts';

type Look = {
  readonly language: 'es' | 'en';
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
};

/** A demonstration with a thing for every address, for the tests of the file that calls this. */
export function everyPage(): { readonly demo: Demo; addresses(): string[] } {
  // Every page is opened and looked at, one after the other: how long that takes grows with the pages, not with a fault.
  vi.setConfig({ testTimeout: 900_000 });
  let demo: Demo;
  let things: Things;
  beforeAll(async () => {
    demo = await startDemoWeb();
    things = await makeThings(demo);
  });
  afterAll(() => demo.stop());
  return {
    get demo() {
      return demo;
    },
    addresses: () => addressesOf(things),
  };
}

export async function chosen(page: Page, origin: string, language: string): Promise<void> {
  await page.context().addCookies([{ name: 'articula_language', value: language, url: origin }]);
}

/** Looks at every page as somebody sees it who may see it. */
export function lookAtEveryPage({ language, colorScheme, width }: Look): void {
  const every = everyPage();
  describe(`every page in ${language}, ${colorScheme}, at ${width} px`, () => {
    it('is there for who may see it, clear to axe, within its width, without a complaint, from here alone', async () => {
      const { demo } = every;
      const page = await demo.open('administracion', { viewport: { width, height: 844 }, colorScheme });
      await chosen(page, demo.origin, language);
      const verifier = await demo.open('san-miguelito', { viewport: { width, height: 844 }, colorScheme });
      await chosen(verifier, demo.origin, language);
      const [ofOffice, ofVerifier] = [watch(page).faultsOf, watch(verifier).faultsOf];
      const faults: string[] = [];
      for (const address of every.addresses()) {
        let answer = await page.goto(address);
        let [shown, faultsOf] = [page, ofOffice];
        // Who administers verifies nothing that is not theirs: who is owed it does.
        if (address.endsWith('/verificar') && address.startsWith('/compromisos/')) {
          expect(answer?.status(), address).toBe(403);
          [shown, faultsOf] = [verifier, ofVerifier];
          answer = await shown.goto(address);
        }
        if (answer?.status() !== 200) {
          faults.push(`${address}: ${answer?.status()}`);
          continue;
        }
        expect(await shown.getAttribute('html', 'lang'), address).toBe(language);
        expect((await shown.textContent('h1'))?.trim(), address).not.toBe('');
        faults.push(...(await faultsOf(address)));
        await shown.setViewportSize({ width: 768, height: 844 });
        if ((await sideways(shown)) > 0) faults.push(`${address}: can be pushed sideways at 768 px`);
        await shown.setViewportSize({ width, height: 844 });
      }
      expect(faults).toEqual([]);
      expect(demo.foreign).toEqual([]);
      await page.context().close();
      await verifier.context().close();
    });
  });
}
