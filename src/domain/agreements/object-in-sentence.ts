// Spanish names what is to be done by the infinitive, or begins with "que": neither is a name, so neither keeps its capital.
const beginsAsSentence = /^(?:\p{Lu}\p{Ll}*(?:ar|er|ir|ír)(?:se)?|Que)(?=\s)/u;

/**
 * The object of an agreement as it goes on after "tiene por objeto": people write it as a sentence of its own, with a capital and a
 * full stop, and the clause brings its own.
 */
export function objectInSentence(object: string): string {
  const text = object.trim().replace(/\.+$/, '');
  return text.replace(beginsAsSentence, (word) => word.charAt(0).toLowerCase() + word.slice(1));
}
