import { z } from 'zod';
import { valueLayoutSchema } from './layout-schema.ts';

/** What is said of a file of figures as a whole, as a mapping file or a form gives it. */
export const importSettingsSchema = z.strictObject({
  source: z
    .strictObject({
      id: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,80}$/),
      title: z.string().min(3).max(300),
      publisher: z.string().max(300).nullable().default(null),
    })
    .optional(),
  audience: z.enum(['public', 'network', 'territory']).default('public'),
  isPublished: z.boolean().default(false).describe('Officially public just as the file tells it.'),
  status: z.enum(['provisional', 'final']).default('final'),
  cutoffOn: z.iso.date().nullable().default(null),
  isComplete: z.boolean().default(false).describe('The source told everything: what is absent is zero.'),
});

/** A mapping file: the country or territory of the figures, how the table is to be read, what is said of it, places settled by hand. */
export const mappingSchema = z.strictObject({
  territory: z.string().max(40).optional(),
  layout: valueLayoutSchema.partial().optional(),
  settings: importSettingsSchema.partial().optional(),
  places: z
    .record(z.string().max(500), z.string().max(40).nullable())
    .optional()
    .describe('Which territory a place of the file is, by its code; null leaves its rows out.'),
});

export type Mapping = z.infer<typeof mappingSchema>;
