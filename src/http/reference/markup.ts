/** Text that may be sent as it is: everything in it was escaped. */
export type Html = { readonly text: string };

type Piece = string | number | Html | readonly Html[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it. */
export function escape(text: string): Html {
  return { text: text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character) };
}

/** Text that is HTML already. */
export function asHtml(text: string): Html {
  return { text };
}

/** A template whose values are escaped unless they are HTML. */
export function markup(parts: TemplateStringsArray, ...values: readonly Piece[]): Html {
  const written = parts.map(
    (part, index) => part + (index < values.length ? textOf(values[index] ?? '') : ''),
  );
  return { text: written.join('') };
}

function textOf(piece: Piece): string {
  if (typeof piece === 'string' || typeof piece === 'number') return escape(String(piece)).text;
  return 'text' in piece ? piece.text : piece.map(({ text }) => text).join('');
}
