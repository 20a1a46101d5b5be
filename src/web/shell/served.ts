import { createContext } from 'react';

/** What only the server knows while it draws a page; a browser has none of it. */
export const Served = createContext<{
  readonly nonce: string | undefined;
  /** Scripts to be fetched early. */
  readonly preload: readonly string[];
}>({ nonce: undefined, preload: [] });
