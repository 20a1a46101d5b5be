import type { Messages } from '@lingui/core';
import type { Language } from '#words/say.ts';

type Loaders = Readonly<Record<Language, () => Promise<{ messages: Messages }>>>;

/** On the server these are all there are; in a browser those of the frame, and pages add theirs. */
const frame: Loaders = {
  es: () => import('virtual:words/root/es'),
  en: () => import('virtual:words/root/en'),
};

/** The sentences that a browser has until now. */
const here: Messages = {};

/** The compiled sentences of a language, as the server says them. */
export async function loadMessages(language: Language): Promise<Messages> {
  return (await frame[language]()).messages;
}

/** What the page in a browser says: the frame's sentences at once, those of a page before it is drawn. */
export async function messagesHere(): Promise<Messages> {
  await bring(frame);
  return here;
}

/** Adds the sentences of a page, in the language of the page. Called by what src/main/words-plugin.ts writes. */
export async function bring(loaders: Loaders): Promise<void> {
  Object.assign(here, (await loaders[languageHere()]()).messages);
}

/** The language that the server drew the page in. */
export function languageHere(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'es';
}
