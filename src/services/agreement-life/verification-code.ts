import { randomInt } from 'node:crypto';

// Letters and digits that nobody takes for one another when a code is read out or typed from paper.
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new code under which a document is found: three groups of four. */
export function newVerificationCode(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return `${group()}-${group()}-${group()}`;
}
