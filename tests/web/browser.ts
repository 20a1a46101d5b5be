import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { listExampleAccounts } from '#services/access/make-example-accounts.ts';
import { demoDatabase } from './demo-database.ts';
import { complaintsOf, findingsOf, sideways, startWeb, type Web } from './web-server.ts';

export type Demo = Web & {
  /** A page of a device of its own; `who` is signed in on it through the form, as people are. */
  open(who: string | null, options?: BrowserContextOptions): Promise<Page>;
  /** Everything that the pages opened so far asked of anybody else. */
  readonly foreign: readonly string[];
};

/** What `npm start` shows, with a country of the examples and its accounts; `now` is the day that it goes by. */
export async function startDemoWeb({
  country = 'PA',
  ...options
}: { readonly country?: string; readonly now?: () => Date } = {}): Promise<Demo> {
  const web = await startWeb({ ...options, template: await demoDatabase(country) });
  const accounts = await listExampleAccounts({ folder: 'packs', countries: [country] });
  const foreign: string[] = [];
  return {
    ...web,
    foreign,
    async open(who, options = {}) {
      const page = await (await web.device(options)).newPage();
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(web.origin) && !/^(data|blob):/.test(url)) foreign.push(url);
      });
      if (who !== null)
        await enter(page, who, accounts.find(({ username }) => username === who)?.password ?? '');
      return page;
    },
  };
}

async function enter(page: Page, who: string, password: string): Promise<void> {
  await page.goto('/entrar');
  await page.fill('[name=name]', who);
  await page.fill('[name=password]', password);
  await page.click('main button');
  await page.waitForURL((url) => url.pathname === '/');
}

/** Follows a page from now on: `faultsOf` tells what is wrong with what it shows, `look` finds nothing wrong with it. */
export function watch(page: Page) {
  const complaints = complaintsOf(page);
  const faultsOf = async (what: string): Promise<string[]> => {
    const found = await findingsOf(page);
    const beyond = await sideways(page);
    return [
      ...found.map((one) => `${what}: axe finds ${one}`),
      ...(beyond > 0 ? [`${what}: can be pushed ${beyond} px sideways`] : []),
      ...complaints.splice(0).map((one) => `${what}: the browser complains of ${one}`),
    ];
  };
  return { faultsOf, look: async (what: string) => expect(await faultsOf(what)).toEqual([]) };
}
