import { compileMessage } from '@lingui/message-utils/compileMessage';
import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const wordsFolder = fileURLToPath(new URL('../words', import.meta.url));
const prefix = 'virtual:words/';
/** Said by the API and at the terminal: refusals and most faults reach a page already in words. */
const neverOnPages = /^(refusal|doctor|step|reference|problem\.(engine|request))\./;

/**
 * Gives the web `virtual:words/es` and `virtual:words/en`: the sentences of every room, compiled when it is built,
 * so that no parser of sentences travels to a phone.
 */
export function words(): Plugin {
  return {
    name: 'articula-words',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const language = id.slice(prefix.length + 1);
      const compiled: Record<string, unknown> = {};
      for (const file of filesOf(language)) {
        this.addWatchFile(file);
        for (const [key, text] of Object.entries(await sentencesOf(file, language))) {
          if (!neverOnPages.test(key)) compiled[key] = compileMessage(text);
        }
      }
      return `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(compiled))});`;
    },
    hotUpdate({ file, server }) {
      if (!file.startsWith(wordsFolder + sep)) return undefined;
      const { moduleGraph } = this.environment;
      for (const id of moduleGraph.idToModuleMap.keys()) {
        const module = id.startsWith(`\0${prefix}`) ? moduleGraph.getModuleById(id) : undefined;
        if (module) moduleGraph.invalidateModule(module);
      }
      server.environments['client']?.hot.send({ type: 'full-reload' });
      return [];
    },
  };
}

function filesOf(language: string): string[] {
  const rooms = readdirSync(wordsFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return rooms
    .map((room) => join(wordsFolder, room.name, `${language}.ts`))
    .filter((file) => statSync(file, { throwIfNoEntry: false }) !== undefined);
}

/** The time of writing is part of the address, so that an edited file is read anew. */
async function sentencesOf(file: string, language: string): Promise<Record<string, string>> {
  const written = (await import(`${pathToFileURL(file).href}?written=${statSync(file).mtimeMs}`)) as Record<
    string,
    Record<string, string>
  >;
  return written[language] ?? {};
}
