import type { Operations } from '#contract/index.ts';
import type { AnswerOf } from '#contract/operation.ts';

type Countries = AnswerOf<Operations['listCountries']>;
type Ask = {
  ask(method: string, path: string): Promise<{ status: number; bytes: Uint8Array }>;
  routes: Readonly<Record<string, { path: string }>>;
};

const freshFor = 300_000;

/**
 * Finds whose clock a page goes by: that of the person's country, else of the first country here, else of the machine.
 * The countries are asked for once in a while only: they hardly ever change.
 */
export function timeZones(): (api: Ask, country: string | undefined) => Promise<string> {
  let known: { readonly at: number; readonly items: Countries['items'] } = { at: 0, items: [] };
  return async (api, country) => {
    const route = api.routes['listCountries'];
    if (route && Date.now() - known.at > freshFor) {
      const answer = await api.ask('GET', route.path);
      if (answer.status === 200) {
        const { items } = JSON.parse(new TextDecoder().decode(answer.bytes)) as Countries;
        // An installation that is still being filled is asked again.
        known = { at: items.length > 0 ? Date.now() : 0, items };
      }
    }
    const found = known.items.find((one) => one.code === country) ?? known.items[0];
    return found?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  };
}
