import type { Language } from './say.ts';

const spanishUnits = [
  '',
  'primera',
  'segunda',
  'tercera',
  'cuarta',
  'quinta',
  'sexta',
  'séptima',
  'octava',
  'novena',
];
const spanishTens = ['', 'décima', 'vigésima', 'trigésima', 'cuadragésima', 'quincuagésima', 'sexagésima'];
const englishFirst = (
  ' first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth' +
  ' sixteenth seventeenth eighteenth nineteenth'
).split(' ');
const englishTens = ['', '', 'twent', 'thirt', 'fort', 'fift', 'sixt'];

/** The place of a clause in words, as legal texts number them: "decimotercera", "vigésima primera". Beyond 69, the figure. */
export function ordinalWord(language: Language, place: number): string {
  if (place < 1 || place > 69) return language === 'es' ? `${place}.ª` : `${place}th`;
  return language === 'es' ? inSpanish(place) : inEnglish(place);
}

function inSpanish(place: number): string {
  const [tens, unit] = [Math.floor(place / 10), place % 10];
  if (place === 11) return 'undécima';
  if (place === 12) return 'duodécima';
  const last = spanishUnits[unit] ?? '';
  if (tens === 0) return last;
  if (unit === 0) return spanishTens[tens] ?? '';
  return tens === 1 ? `decimo${last}` : `${spanishTens[tens]} ${last}`;
}

function inEnglish(place: number): string {
  const [tens, unit] = [Math.floor(place / 10), place % 10];
  if (place < 20) return englishFirst[place] ?? '';
  return unit === 0 ? `${englishTens[tens]}ieth` : `${englishTens[tens]}y-${englishFirst[unit]}`;
}

const romanParts = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/** I, II, III … as recitals are numbered. */
export function roman(place: number): string {
  let rest = place;
  let written = '';
  for (const [value, letters] of romanParts) {
    while (rest >= value) {
      written += letters;
      rest -= value;
    }
  }
  return written;
}
