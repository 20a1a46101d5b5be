import { formatOf } from './format.ts';
import { voiceOf, type Language } from './index.ts';

type Values = Readonly<Record<string, string | number>>;

const isDay = (value: string | number): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

// The days of a refusal are calendar days: no time zone moves them, and the country does not change how they are written.
const days = {
  es: formatOf('es', undefined, 'UTC'),
  en: formatOf('en', undefined, 'UTC'),
} as const;

/** The words of a refusal or of one fault, by their key; its days are written as a person writes them. */
export function refusalWords(language: Language, key: string, values: Values = {}): string {
  const written = Object.entries(values).map(([name, value]) => [
    name,
    isDay(value) ? days[language].day(value) : value,
  ]);
  return voiceOf(language).dynamic(key, Object.fromEntries(written) as Values);
}
