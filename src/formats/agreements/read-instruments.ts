import { placesIn, templatePlaces } from '#domain/agreements/template-places.ts';
import { templateSchema, type AgreementTemplate } from '#domain/agreements/template-schema.ts';

/**
 * Reads the files of instruments, text by path.
 * @throws Error that names the file: instruments ship with the software, a fault in one is a fault of it
 */
export function readInstruments(texts: Readonly<Record<string, string>>): AgreementTemplate[] {
  return Object.entries(texts).map(([path, text]) => {
    const result = templateSchema.safeParse(JSON.parse(text));
    const faults = result.success
      ? unknownPlaces(result.data)
      : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    if (result.success && faults.length === 0) return result.data;
    throw new Error(`${path}: ${faults.join('; ')}`);
  });
}

/** A place that nobody fills would be printed as it stands, in a text that people sign. */
function unknownPlaces(template: AgreementTemplate): string[] {
  return template.clauses.flatMap(({ key, body }) =>
    placesIn(`${body.es} ${body.en}`)
      .filter((place) => !templatePlaces.includes(place))
      .map((place) => `clauses.${key}: {${place}} is no place`),
  );
}
