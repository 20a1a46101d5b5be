import { createHash } from 'node:crypto';

const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * The mark of a thing as DHIS2 marks things: eleven signs, the first a letter. The same thing has the same mark in every file, so that a
 * second one changes what the first brought.
 */
export function uidOf(kind: string, code: string): string {
  let rest = BigInt(`0x${createHash('sha256').update(`${kind}\u0000${code}`).digest('hex')}`);
  const sign = (from: number) => {
    const count = BigInt(signs.length - from);
    const at = Number(rest % count) + from;
    rest /= count;
    return signs[at] ?? '';
  };
  return [sign(10), ...Array.from({ length: 10 }, () => sign(0))].join('');
}
