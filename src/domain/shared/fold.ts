/**
 * Text as it is compared: lower case, without accents, punctuation as single spaces. "Ñürüm" and "NURUM" fold alike.
 * @example fold('  Ngäbe-Buglé ') // => 'ngabe bugle'
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
