import { compileMessage } from '@lingui/message-utils/compileMessage';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { filesBroughtBy, namedIn } from './words-named.ts';

const sourceFolder = fileURLToPath(new URL('..', import.meta.url));
const wordsFolder = join(sourceFolder, 'words');
const webFolder = join(sourceFolder, 'web');
const bringer = join(webFolder, 'words', 'messages.ts');
const prefix = 'virtual:words/';
const languages = ['es', 'en'];

/**
 * Gives the web its sentences, compiled when it is built, so that no parser of sentences travels to a phone, and none that a page does not say.
 * `virtual:words/root/es` are those of the frame around every page, `virtual:words/actors/people.route/es` those that this page's files name besides.
 * Every page is given an import of `virtual:words/<page>`, which waits for its sentences in the language that is read.
 * The server, and a browser in development, have all of them in `root`.
 */
export function words(): Plugin {
  let isDevelopment = false;
  return {
    name: 'articula-words',
    enforce: 'pre',
    configResolved: (config) => void (isDevelopment = config.command === 'serve'),
    resolveId: (id) => (id.startsWith(prefix) ? { id: `\0${id}`, moduleSideEffects: true } : undefined),
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const name = id.slice(prefix.length + 1);
      const language = languages.find((one) => name.endsWith(`/${one}`));
      if (language === undefined) return waitingFor(name);
      const isWhole = isDevelopment || this.environment.name !== 'client';
      const wanted = isWhole ? () => true : sentencesOfPage(name.slice(0, -language.length - 1));
      const compiled: Record<string, unknown> = {};
      for (const file of filesOf(language)) {
        this.addWatchFile(file);
        for (const [key, text] of Object.entries(await sentencesOf(file, language)))
          if (wanted(key)) compiled[key] = compileMessage(text);
      }
      return `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(compiled))});`;
    },
    transform(code, id) {
      const isBrowser = !isDevelopment && this.environment.name === 'client';
      if (!isBrowser || !id.startsWith(webFolder) || !id.endsWith('.route.tsx')) return undefined;
      const page = id.slice(webFolder.length + 1, -'.tsx'.length);
      // A page that only passes on another file's would be left out, and its words with it.
      return { code: `${code}\nimport '${prefix}${page}';\n`, map: null, moduleSideEffects: true };
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

/** A module that is done when the sentences of a page are here. */
function waitingFor(page: string): string {
  const loaders = languages.map((language) => `${language}: () => import('${prefix}${page}/${language}')`);
  return `import { bring } from ${JSON.stringify(bringer)};\nawait bring({ ${loaders.join(', ')} });`;
}

/** What the files of a page name and those of the frame do not. */
function sentencesOfPage(page: string): (key: string) => boolean {
  const isNamed = (name: string) =>
    namedIn(
      [...filesBroughtBy(join(webFolder, `${name}.tsx`), sourceFolder)].map((file) =>
        readFileSync(file, 'utf8'),
      ),
    );
  const inPage = isNamed(page);
  if (page === 'root') return inPage;
  const inFrame = isNamed('root');
  return (key) => inPage(key) && !inFrame(key);
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
