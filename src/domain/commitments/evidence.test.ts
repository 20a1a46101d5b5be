import { describe, expect, it } from 'vitest';
import { lastDayToReply, mayPublishBreach } from './evidence.ts';

describe('the days to reply before a breach is published', () => {
  const instance = { noticedOn: '2026-03-01', breachedOn: '2026-03-05', repliedOn: null };

  it('are those that are granted, and end after the last of them', () => {
    expect(lastDayToReply('2026-03-01', 15)).toBe('2026-03-16');
    expect(mayPublishBreach(instance, { today: '2026-03-16', replyDays: 15 })).toBe(false);
    expect(mayPublishBreach(instance, { today: '2026-03-17', replyDays: 15 })).toBe(true);
    expect(mayPublishBreach(instance, { today: '2026-03-11', replyDays: 10 })).toBe(false);
    expect(mayPublishBreach(instance, { today: '2026-03-12', replyDays: 10 })).toBe(true);
  });

  it('are over with the reply, and never begin without a notice', () => {
    const at = { today: '2026-03-06', replyDays: 15 };
    expect(mayPublishBreach({ ...instance, repliedOn: '2026-03-06' }, at)).toBe(true);
    expect(mayPublishBreach({ ...instance, noticedOn: null }, { ...at, today: '2026-12-31' })).toBe(false);
    expect(mayPublishBreach({ ...instance, breachedOn: null }, { ...at, today: '2026-12-31' })).toBe(false);
  });
});
