import type { Format } from '#words/format.ts';
import type { Say } from '#words/say.ts';
import { useFormat, useSay } from '../words/words.tsx';

/** The lists whose values have words of their own. */
const lists: Readonly<Record<string, string>> = {
  violence: 'diagnosis.violence',
  preventionLevel: 'strategy.prevention-level',
  preventionTypes: 'strategy.prevention-type',
  inspire: 'strategy.inspire',
  ecologicalLevels: 'diagnosis.ecological',
  targetGroups: 'diagnosis.group',
};

type Thing = Readonly<Record<string, unknown>>;
type Voice = {
  readonly say: Say;
  readonly format: Format;
  readonly programmes: Readonly<Record<string, string>>;
};

/** Says the value of a field of an action or a plan, whatever it is: for showing from what to what it changed. */
export function useValueWords(programmes: Readonly<Record<string, string>>) {
  const say = useSay();
  const format = useFormat();
  return (field: string, value: unknown) => wordsOfValue({ say, format, programmes }, field, value);
}

function wordsOfValue(voice: Voice, field: string, value: unknown): string {
  const { say, format } = voice;
  if (typeof value === 'boolean') return say(value ? 'plans.yes' : 'plans.no');
  if (typeof value === 'number') return format.number(value);
  if (typeof value === 'string') return wordsOfText(voice, field, value);
  if (Array.isArray(value) && value.length > 0)
    return value.map((part) => wordsOfValue(voice, field, part)).join('; ');
  if (value === null || value === undefined || Array.isArray(value)) return say('plans.nothing');
  return wordsOfThing(voice, field, value as Thing);
}

function wordsOfText({ say, format, programmes }: Voice, field: string, value: string): string {
  if (field === 'programmeId') return programmes[value] ?? say('plans.no-programme');
  if (field === 'periodFrom' || field === 'periodTo') return format.day(value);
  return lists[field] ? say.dynamic(`${lists[field]}.${value}`) : value;
}

function wordsOfThing(voice: Voice, field: string, thing: Thing): string {
  if (field === 'harm') return wordsOfHarm(voice, thing);
  if (field === 'budget') return wordsOfBudget(voice, thing);
  if (field === 'partners') return wordsOfValue(voice, 'name', (thing['organisation'] as Thing)['name']);
  const name = thing['name'] ?? thing['title'] ?? thing['problem'];
  return [thing['code'], name, thing['quantity'], thing['unit']]
    .filter((part) => part !== null && part !== undefined)
    .map((part) => wordsOfValue(voice, 'name', part))
    .join(' ');
}

function wordsOfHarm({ say }: Voice, check: Thing): string {
  return Object.entries(check)
    .map(([question, answer]) => {
      const { could, measure } = answer as { could: boolean; measure: string | null };
      const said = say(could ? 'plans.yes' : 'plans.no');
      return [say.dynamic(`plans.harm.${question}`), said, measure].filter(Boolean).join(' ');
    })
    .join('; ');
}

function wordsOfBudget({ say, format }: Voice, thing: Thing): string {
  const line = thing as { amount: number; currency: string; year: number; sourceKind: string; kind: string };
  return [
    format.money(line.amount, line.currency, true),
    String(line.year),
    say.dynamic(`plans.source.${line.sourceKind}`),
    say.dynamic(`plans.budget-kind.${line.kind}`),
  ].join(', ');
}
