import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { languages, sentences } from '#words/index.ts';
import { linesWith, listFiles, read } from './tree.ts';

type Token = string | readonly unknown[];

/** The names of what a sentence needs to be said. */
function argumentsOf(sentence: string): string[] {
  const names = new Set<string>();
  const visit = (tokens: string | readonly Token[]): void => {
    if (typeof tokens === 'string') return;
    for (const token of tokens) {
      if (typeof token === 'string') continue;
      names.add(String(token[0]));
      const choices = token[2];
      if (choices !== null && typeof choices === 'object') {
        for (const [name, choice] of Object.entries(choices))
          if (name !== 'offset') visit(choice as string | readonly Token[]);
      }
    }
  };
  visit(compileMessage(sentence));
  return [...names].filter((name) => name !== '#').toSorted();
}

const familiar =
  /(^|[^\p{L}])(tú|tu|tus|ti|contigo|te|tienes|puedes|debes|quieres|eres|estás|sabes|necesitas|has|podrás|tendrás|deberás|verás|inténtalo|haz|dinos)(?![\p{L}])/iu;
const familiarOrder =
  /(^|[.:¿?¡!] )(Elige|Escribe|Ingresa|Selecciona|Revisa|Vuelve|Inténtalo|Agrega|Añade|Pulsa|Abre|Usa) (?!se\b)/u;

/** Rooms of words as folders say them, so that none is left out of the index. */
const rooms = [
  ...new Set(
    listFiles('src/words')
      .filter((path) => path.split('/').length === 4)
      .map((path) => path.split('/')[2] ?? ''),
  ),
];

describe('words', () => {
  it('are joined from every room', () => {
    const index = read('src/words/index.ts');
    const wanted = rooms.flatMap((room) => languages.map((language) => `./${room}/${language}.ts`));
    expect(wanted.filter((path) => !index.includes(path))).toEqual([]);
  });

  it('say each sentence in each language', () => {
    for (const language of languages) {
      expect(Object.keys(sentences[language]).toSorted(), language).toEqual(
        Object.keys(sentences.es).toSorted(),
      );
    }
  });

  it('say no sentence twice under one key', () => {
    const keys = rooms.flatMap((room) =>
      [...read(`src/words/${room}/es.ts`).matchAll(/^ {2}'([^']+)':/gm)].map(([, key = '']) => key),
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('ask for the same arguments in each language', () => {
    const unlike = Object.keys(sentences.es).filter((key) => {
      const spanish = argumentsOf(sentences.es[key] ?? '').join();
      return languages.some((language) => argumentsOf(sentences[language][key] ?? '').join() !== spanish);
    });
    expect(unlike).toEqual([]);
  });

  it('are never empty and never unfinished', () => {
    const wrong = languages.flatMap((language) =>
      Object.entries(sentences[language])
        .filter(
          ([, text]) =>
            text.trim() === '' || /\b(TODO|FIXME|XXX|[Ll]orem|[Cc]oming soon|[Pp]róximamente)\b/.test(text),
        )
        .map(([key]) => `${language}: ${key}`),
    );
    expect(wrong).toEqual([]);
  });

  it('address people as usted', () => {
    const wrong = Object.entries(sentences.es).filter(
      ([, text]) => familiar.test(text) || familiarOrder.test(text),
    );
    expect(wrong.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });
});

describe('screens', () => {
  it('have no sentence of their own: what people read is in src/words', () => {
    const components = listFiles('src/web').filter(
      (path) => path.endsWith('.tsx') && !path.includes('.test.'),
    );
    // Text between tags that holds a Spanish letter or two words in a row.
    const text = />\s*[A-ZÁÉÍÓÚÑ¿¡][\p{L}]+( [\p{L}]+)+[^<>{}=;()]*</u;
    expect(linesWith(components, text)).toEqual([]);
  });
});
