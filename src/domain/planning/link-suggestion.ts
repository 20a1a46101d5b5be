import { fold } from '#domain/shared/fold.ts';

/**
 * Beginnings of words, folded, that speak of preventing violence itself. Spanish and English, because sheets come in both.
 * A beginning of several words stands for those words one after another.
 */
export const wordsOfDirectLink = [
  'violen',
  'delito',
  'delictiv',
  'delincuen',
  'criminal',
  'crimen',
  'homicid',
  'femicid',
  'feminicid',
  'pandill',
  'seguridad ciudadana',
  'convivencia',
  'cultura de paz',
  'paz social',
  'comites locales de prevencion',
  'barrios seguros',
  'mediacion',
  'justicia restaurativa',
  'maltrato',
  'abuso sexual',
  'acoso',
  'bullying',
  'trata de personas',
  'reinsercion',
  'desarme',
  'victim',
  'gang',
  'crime prevention',
  'community safety',
  'peacebuilding',
  'restorative justice',
] as const;

/** Beginnings of words, folded, of what acts upon its causes: young people, families, schools, places, addictions, work. */
export const wordsOfIndirectLink = [
  'juven',
  'joven',
  'jovenes',
  'adolescen',
  'ninez',
  'ninas',
  'ninos',
  'primera infancia',
  'familia',
  'crianza',
  'desercion',
  'permanencia escolar',
  'deport',
  'recrea',
  'tiempo libre',
  'espacio publico',
  'espacios publicos',
  'parque',
  'alumbrado',
  'iluminacion',
  'adiccion',
  'drogas',
  'alcohol',
  'salud mental',
  'primer empleo',
  'empleo juvenil',
  'insercion laboral',
  'beca',
  'cohesion',
  'migrant',
  'youth',
  'young people',
  'school dropout',
  'public space',
  'street lighting',
  'mental health',
  'substance abuse',
  'parenting',
] as const;

/** What the words of an entry suggest, with the words found. A suggestion decides nothing. */
export type LinkSuggestion = {
  readonly link: 'direct' | 'indirect' | null;
  readonly words: readonly string[];
};

/**
 * Suggests how something is linked to prevention by the words in which it is described. One word of prevention itself is
 * enough to suggest a direct link; otherwise one of its causes suggests an indirect one; without any, nothing is suggested.
 * @example suggestLink(['Ligas deportivas para jóvenes']) // => { link: 'indirect', words: ['deportivas', 'jóvenes'] }
 */
export function suggestLink(texts: readonly (string | null)[]): LinkSuggestion {
  const words = texts.flatMap((text) => (text ?? '').split(/[^\p{L}\p{N}]+/u)).filter(Boolean);
  const folded = words.map(fold);
  const direct = foundAmong(words, folded, wordsOfDirectLink);
  if (direct.length > 0) return { link: 'direct', words: direct };
  const indirect = foundAmong(words, folded, wordsOfIndirectLink);
  return { link: indirect.length > 0 ? 'indirect' : null, words: indirect };
}

function foundAmong(
  words: readonly string[],
  folded: readonly string[],
  beginnings: readonly string[],
): string[] {
  const found = new Map<string, string>();
  for (const beginning of beginnings) {
    const parts = beginning.split(' ');
    for (const index of folded.keys()) {
      const isHere = parts.every((part, offset) =>
        // Of several words only the last may go on: «parques» is a park, «paz socialista» is nothing.
        offset < parts.length - 1
          ? folded[index + offset] === part
          : folded[index + offset]?.startsWith(part),
      );
      if (!isHere) continue;
      const text = words
        .slice(index, index + parts.length)
        .join(' ')
        .toLowerCase();
      found.set(fold(text), text);
    }
  }
  return [...found.values()];
}
