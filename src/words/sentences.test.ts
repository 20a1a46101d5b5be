import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { say, sentences, voiceOf } from './index.ts';

/** The names of what a sentence needs to be said. */
function argumentsOf(text: string): string[] {
  const names = new Set<string>();
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [name, kind, options] = part as [unknown, unknown, unknown];
    const isArgument = typeof name === 'string' && (typeof kind === 'string' || part.length === 1);
    if (isArgument) names.add(name);
    if (typeof options === 'object' && options !== null)
      Object.values(options).forEach((one) => walkAll(one));
  };
  const walkAll = (parts: unknown): void => {
    if (Array.isArray(parts)) parts.forEach(walk);
  };
  walkAll(compileMessage(text));
  return [...names].toSorted();
}

describe('sentences', () => {
  it('are all there in every language, and none is empty', () => {
    expect(Object.keys(sentences.en).toSorted()).toEqual(Object.keys(sentences.es).toSorted());
    for (const written of Object.values(sentences)) {
      for (const [key, text] of Object.entries(written)) expect(text.trim(), key).not.toBe('');
    }
  });

  it('need the same things in every language', () => {
    for (const [key, spanish] of Object.entries(sentences.es)) {
      expect(argumentsOf(sentences.en[key] ?? ''), key).toEqual(argumentsOf(spanish));
    }
  });
});

describe('a voice', () => {
  it('puts plurals and figures as its language and country do', () => {
    expect(say('es', 'shell.outbox-count', { count: 2 })).toBe('2 por enviar');
    expect(voiceOf('en')('shared.errors-title', { count: 1 })).toBe('One detail needs correcting');
    expect(voiceOf('es', 'PA')('shared.showing', { count: 1234 })).toContain('1,234');
  });

  it('answers a key that it does not know with the key', () => {
    expect(say.dynamic('es', 'refusal.nobody.knows')).toBe('refusal.nobody.knows');
    expect(voiceOf('es').knows('refusal.nobody.knows')).toBe(false);
  });
});
