import { describe, expect, it } from 'vitest';
import { ledgerSides, nextActionOf } from './next-action.ts';
import { instanceStates } from './vocabulary.ts';

describe('what a line of the ledger needs now', () => {
  it('is for whoever owes to do, and for whoever is owed to ask', () => {
    expect(nextActionOf('overdue', 'owe', false)).toBe('deliver');
    expect(nextActionOf('overdue', 'owed', false)).toBe('remind');
    expect(nextActionOf('noticed', 'owe', false)).toBe('answer-notice');
    expect(nextActionOf('sent-back', 'owe', false)).toBe('mend');
    expect(nextActionOf('not-started', 'owed', false)).toBe('await-delivery');
    expect(nextActionOf('proposed', 'owe', false)).toBe('agree');
  });

  it('passes to the commission when whoever verifies is silent', () => {
    expect(nextActionOf('delivered', 'verify', true)).toBe('verify');
    expect(nextActionOf('delivered', 'oversee', false)).toBe('await-verification');
    expect(nextActionOf('delivered', 'oversee', true)).toBe('pass-on');
  });

  it('is one thing in every state and on every side, and nothing where all is done', () => {
    for (const state of instanceStates)
      for (const side of ledgerSides) expect(nextActionOf(state, side, false)).toBeTruthy();
    expect(nextActionOf('verified', 'owe', false)).toBe('none');
  });
});
