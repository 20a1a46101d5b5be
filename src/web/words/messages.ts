import type { Messages } from '@lingui/core';
import type { Language } from '#words/say.ts';

const loaders: Readonly<Record<Language, () => Promise<{ messages: Messages }>>> = {
  es: () => import('virtual:words/es'),
  en: () => import('virtual:words/en'),
};

/** The compiled sentences of a language; each language is a file of its own. */
export async function loadMessages(language: Language): Promise<Messages> {
  return (await loaders[language]()).messages;
}
