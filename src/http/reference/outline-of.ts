import { compileMessage } from '@lingui/message-utils/compileMessage';

type Token = string | readonly unknown[];

/** A sentence as it stands in the catalogue, with … where a value would come and the usual one of several forms. */
export function outlineOf(sentence: string): string {
  return outline(compileMessage(sentence));
}

function outline(tokens: string | readonly Token[]): string {
  return typeof tokens === 'string' ? tokens : tokens.map(outlineOfToken).join('');
}

function outlineOfToken(token: Token): string {
  if (typeof token === 'string') return token === '#' ? '…' : token;
  const choices = token[2];
  if (choices === null || typeof choices !== 'object' || !('other' in choices)) return '…';
  return outline(choices.other as string | readonly Token[]);
}
