import { z } from 'zod';

const crosswalks = z.strictObject({
  crosswalks: z.array(
    z.strictObject({
      title: z.string().min(3).max(200),
      /** The id of the source whose names they are; null of whatever source. */
      source: z.string().max(80).nullable().default(null),
      number: z.number().int().min(1),
      reason: z.string().max(1000).nullable().default(null),
      entries: z.array(
        z.strictObject({
          national: z.string().min(1).max(300),
          indicator: z.string().max(40).nullable(),
          iccs: z
            .string()
            .regex(/^[0-9]{2,6}$/)
            .nullable(),
          weight: z.number().gt(0).max(1).default(1),
          note: z.string().max(1000).nullable().default(null),
        }),
      ),
    }),
  ),
});

export type PackCrosswalk = z.infer<typeof crosswalks>['crosswalks'][number];

/** Reads `crosswalk.json` of a catalogue: what offences are called, and which indicator and code of the classification they stand for. */
export function readCrosswalks(text: string): readonly PackCrosswalk[] {
  return crosswalks.parse(JSON.parse(text)).crosswalks;
}
