import { templateSchema, type AgreementTemplate } from '#domain/agreements/template-schema.ts';

/**
 * Reads the files of instruments, text by path.
 * @throws Error that names the file: instruments ship with the software, a fault in one is a fault of it
 */
export function readInstruments(texts: Readonly<Record<string, string>>): AgreementTemplate[] {
  return Object.entries(texts).map(([path, text]) => {
    const result = templateSchema.safeParse(JSON.parse(text));
    if (result.success) return result.data;
    const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`${path}: ${faults.join('; ')}`);
  });
}
