import type { Say } from './say.ts';

/** A rule of repetition (RFC 5545) in words; what words do not cover is shown as it was written. */
export function recurrenceWords(rule: string, say: Say): string {
  const parts = new Map(
    rule
      .replace(/^RRULE:/, '')
      .split(';')
      .map((part) => part.split('=') as [string, string]),
  );
  const frequency = parts.get('FREQ') ?? '';
  if (!say.knows(`documents.every.${frequency}`)) return rule;
  const words = everyWords(frequency, parts.get('INTERVAL') ?? '1', say);
  const count = parts.get('COUNT');
  return count === undefined ? words : say('documents.times', { rule: words, count });
}

// "Every three months" has words of its own; of what is rarer it is said how many are left out.
function everyWords(frequency: string, interval: string, say: Say): string {
  const own = `documents.every.${frequency}-${interval}`;
  if (say.knows(own)) return say.dynamic(own);
  const words = say.dynamic(`documents.every.${frequency}`);
  return interval === '1' ? words : say('documents.every-other', { rule: words, interval });
}
