import type { ElementFields, Indicator } from '#domain/strategy/element.ts';
import type { Problem } from '#domain/shared/refusal.ts';

/** An element as a file has it: institutions by their names. What is null is not said. */
export type ElementLine = {
  readonly row: number;
  readonly level: number;
  readonly said: {
    readonly [Field in Exclude<keyof ElementFields, 'roles' | 'indicators'>]: ElementFields[Field] | null;
  };
  readonly lead: readonly string[] | null;
  readonly support: readonly string[] | null;
  readonly indicators: readonly Indicator[] | null;
};

export type ReadElements = {
  readonly lines: readonly ElementLine[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
};

/** An element as it is written to a file: each knows how far in it stands. */
export type WrittenElement = Omit<ElementFields, 'roles'> & {
  readonly level: number;
  readonly lead: readonly string[];
  readonly support: readonly string[];
};
