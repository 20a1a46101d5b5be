/** What a page tells its service worker: to take over, or what it fetched before there was one. */
export type Told = 'take-over' | { readonly page: string; readonly assets: readonly string[] };
