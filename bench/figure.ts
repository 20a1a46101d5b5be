import type { Product } from './product.ts';

/** One measured thing, beside what the same run measured as its reference. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The reference in the same unit, or null where there is none to compare with. */
  readonly reference: number | null;
  /** What the value must reach, where docs or quality goals name one. */
  readonly mustReach?: number;
  /** What the reference is, and what else a reader must know. */
  readonly note?: string;
};

export type Benchmark = {
  readonly name: string;
  /** Whether it asks a running demonstration. */
  readonly needsProduct: boolean;
  readonly run: (bench: Bench) => Promise<readonly Figure[]>;
};

/** What a benchmark is given. */
export type Bench = {
  /** The address of the demonstration; empty for a benchmark that needs none. */
  readonly address: string;
  readonly product: Product | null;
  readonly say: (line: string) => void;
};

/** Value by reference; null where there is no reference. */
export function ratioOf(figure: Figure): number | null {
  return figure.reference === null || figure.reference === 0
    ? null
    : rounded(figure.value / figure.reference, 3);
}

export function rounded(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

/** The value below which a share of the samples lies: `quantile(samples, 0.95)`. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}
