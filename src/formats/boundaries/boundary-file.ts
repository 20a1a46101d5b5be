import type { Problem } from '#domain/shared/refusal.ts';
import type { MultiPolygon } from './geometry.ts';

/** What a feature says about itself: text and numbers only. */
export type Properties = Readonly<Record<string, string | number>>;

/** A feature as a file has it, before its coordinates are believed. */
export type RawFeature = {
  /** Counted from 1, as a person counts in the file. */
  readonly number: number;
  readonly id: string | number | null;
  readonly properties: Properties;
  readonly geometry: unknown;
};

/** A feature whose shape is sound: WGS84 degrees, closed rings, outlines clockwise. */
export type BoundaryFeature = {
  readonly number: number;
  readonly id: string | number | null;
  readonly properties: Properties;
  readonly geometry: MultiPolygon;
};

export type BoundaryFile = {
  readonly features: readonly BoundaryFeature[];
  /** What was mended, told by feature. */
  readonly repairs: readonly Problem[];
  /** Features that could not be read or mended; `row` is the feature's number. */
  readonly broken: readonly Problem[];
  /** The projection that the coordinates were converted from. */
  readonly convertedFrom: string | null;
  readonly swapped: boolean;
  readonly encoding: string;
  readonly layer: string | null;
  readonly positions: number;
};

export const maximumFeatures = 50_000;
export const maximumPositions = 3_000_000;
