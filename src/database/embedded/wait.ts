import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until the answer is something, or the time is over. */
export async function until<T>(
  ask: () => T | null | Promise<T | null>,
  milliseconds: number,
): Promise<T | null> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== null || performance.now() > end) return answer;
    await pause(20);
  }
}
