import type { Drawing } from '#domain/analysis/drawing.ts';

/** A stretch of text within a paragraph. */
export type Run = { readonly text: string; readonly strong: boolean };

/** `leading` stays with what comes after it, `closing` too, apart from what stands before. */
export type Look = 'body' | 'centered' | 'note' | 'leading' | 'closing';

export type SheetColumn = {
  readonly title: string;
  /** Its share of the width, against the other columns. */
  readonly width: number;
  readonly isNumber: boolean;
};

/** One part of a sheet, in the order in which it is read. */
export type Block =
  | {
      readonly kind: 'title';
      readonly text: string;
      readonly above: string | null;
      readonly below: string | null;
    }
  /** What the table that follows is; never parted from it. */
  | { readonly kind: 'caption'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | {
      readonly kind: 'paragraph';
      /** `closing` is never parted from what follows. */
      readonly look: Look;
      readonly runs: readonly Run[];
    }
  | {
      readonly kind: 'table';
      readonly columns: readonly SheetColumn[];
      readonly rows: readonly (readonly string[])[];
      readonly totals: readonly (readonly string[])[];
    }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | { readonly kind: 'notice'; readonly text: string }
  /** A chart or map; what it shows in words for who does not see it. */
  | { readonly kind: 'drawing'; readonly drawing: Drawing; readonly alternative: string }
  | { readonly kind: 'signatures'; readonly parties: readonly SignaturePlace[] }
  | {
      readonly kind: 'verification';
      readonly lead: string;
      /** The address that the picture holds. */
      readonly address: string;
      readonly alternative: string;
      readonly facts: readonly (readonly [string, string])[];
    };

/** Where a party signs, or what its signature was. */
export type SignaturePlace = {
  readonly name: string;
  readonly office: string | null;
  /** In words, once it has signed. */
  readonly signed: string | null;
  /** What is filled in by hand. */
  readonly blanks: readonly string[];
};

/**
 * A document before it is a file: what it says, block by block, and nothing of how a format writes it.
 * Both formats write every sheet, so that the DOCX and the PDF of one thing say the same.
 */
export type Sheet = {
  readonly title: string;
  readonly author: string;
  readonly keywords: readonly string[];
  readonly language: 'es' | 'en';
  readonly paper: 'letter' | 'a4';
  /** "BORRADOR", "EJEMPLO": on every page. */
  readonly mark: string | null;
  /** The short title at the head of every page. */
  readonly running: string;
  /** What stands at the foot of every page. */
  readonly footer: string;
  /** What stands before, between and after the number of the page and that of pages. */
  readonly page: readonly [string, string, string];
  readonly blocks: readonly Block[];
  readonly madeAt: Date;
};

export const plain = (text: string): Run => ({ text, strong: false });
export const strong = (text: string): Run => ({ text, strong: true });

/** A paragraph of one text. */
export function paragraph(text: string, look: Look = 'body'): Block {
  return { kind: 'paragraph', look, runs: [plain(text)] };
}

/** A text as its paragraphs: an empty line parts them. */
export function paragraphs(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => paragraph(part));
}

/** "Página {page} de {pages}" as what stands around its two numbers. */
export function pageParts(say: (numbers: { page: string; pages: string }) => string): Sheet['page'] {
  const [before = '', between = '', after = ''] = say({ page: '\u0001', pages: '\u0001' }).split('\u0001');
  return [before, between, after];
}
