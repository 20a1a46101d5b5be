import { createContext } from 'react-router';
import type { Language } from '#words/say.ts';

export type Theme = 'system' | 'light' | 'dark';

/** Who asks for a page, as the session says. */
export type Visitor = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly username: string;
  /** The territory that is this person's: `PA-0810`. */
  readonly home: { readonly reference: string; readonly name: string };
  readonly organisation: { readonly id: string; readonly name: string } | null;
  /** The country whose way of writing numbers is used where a page is about no territory. */
  readonly country: string;
  /** What this person may do somewhere; each thing says what may be done to it. */
  readonly deeds: readonly string[];
  readonly mayWrite: boolean;
};

/** What the server knows of one request for a page. */
export type Page = {
  readonly nonce: string;
  readonly language: Language;
  readonly theme: Theme;
  readonly mode: 'demo' | 'real';
  readonly origin: string;
  readonly requestId: string;
  readonly timeZone: string;
  readonly today: string;
  /** Marks what is kept on a device as this person's; `none` for a visitor. */
  readonly personKey: string;
  readonly visitor: Visitor | null;
  /** The password was right and a code is asked for. */
  readonly awaitsSecondFactor: boolean;
  /** The scripts with the sentences of a route and its room, found by no other file early enough. */
  wordsOf(route: string): readonly string[];
  report(problem: unknown): void;
};

/** How one operation is called over HTTP; sent by the server, so that no schema travels with a page. */
export type ApiRoute = {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly hasBody: boolean;
  readonly isFile: boolean;
};

export type ApiAnswer = { readonly status: number; readonly headers: Headers; readonly bytes: Uint8Array };

/** The API, asked in the same process with the cookies of the request. */
export type Api = {
  readonly routes: Readonly<Record<string, ApiRoute>>;
  ask(
    method: string,
    path: string,
    sent?: { readonly body?: string | Uint8Array; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<ApiAnswer>;
};

export const pageContext = createContext<Page>();
export const apiContext = createContext<Api>();
