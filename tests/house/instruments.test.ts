import { describe, expect, it } from 'vitest';
import { comparisonDimensions, placesIn, templatePlaces } from '#domain/agreements/template-places.ts';
import { clauseTypes, templateSchema, type AgreementTemplate } from '#domain/agreements/template-schema.ts';
import { listFiles, read } from './tree.ts';

const folder = 'packs/instruments';
const files = listFiles(folder).filter((path) => path.endsWith('.json'));

describe('the instruments', () => {
  it('are data: files of one form by country, and their sources in words', () => {
    expect(listFiles(folder).filter((path) => !files.includes(path))).toEqual([`${folder}/SOURCES.md`]);
    for (const path of files) expect(path).toMatch(/^packs\/instruments\/[A-Z]{2}\/[a-z0-9-]+\.json$/);
  });

  it('carry a full life-cycle for three countries, each with the kinds of instrument that it uses', () => {
    const engines = files.map(templateOf).filter((template) => template.isEngine);
    const kinds = (country: string) =>
      engines
        .filter((template) => template.instrumentCountry === country)
        .map((template) => template.kind)
        .toSorted();
    expect(kinds('PA')).toEqual(['accession', 'framework', 'information-sharing', 'protocol', 'specific']);
    expect(kinds('CR')).toEqual(['framework', 'information-sharing', 'protocol', 'specific']);
    expect(kinds('ES')).toEqual(['accession', 'specific']);
  });

  it('carry what four more peers teach, to learn from and compare', () => {
    const libraries = files.map(templateOf).filter((template) => !template.isEngine);
    const countries = new Set(libraries.map((template) => template.instrumentCountry));
    expect([...countries].toSorted()).toEqual(['BE', 'FR', 'GB', 'IT']);
  });
});

describe.each(files)('%s', (path) => {
  const template = templateOf(path);

  it('fits the form and is named for its country and id', () => {
    expect(templateSchema.safeParse(JSON.parse(read(path))).error).toBeUndefined();
    expect(path).toBe(`${folder}/${template.instrumentCountry}/${template.id}.json`);
  });

  it('names no clause twice, and no clause type both used and not used', () => {
    const keys = template.clauses.map((clause) => clause.key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    const used = new Set(template.clauses.map((clause) => clause.type));
    expect(template.unused.filter((type) => used.has(type))).toEqual([]);
    expect(clauseTypes.filter((type) => !used.has(type) && !template.unused.includes(type))).toEqual([]);
  });

  it('requires what no agreement can do without', () => {
    const required = template.clauses
      .filter((clause) => clause.need === 'required')
      .map((clause) => clause.type);
    for (const type of ['recital', 'object', 'governance', 'term'] as const) expect(required).toContain(type);
  });

  it('leaves only places that are known, the same in both languages', () => {
    for (const { key, body } of template.clauses) {
      expect(
        placesIn(body.es).filter((place) => !templatePlaces.includes(place)),
        key,
      ).toEqual([]);
      expect(placesIn(body.en).toSorted(), key).toEqual(placesIn(body.es).toSorted());
      expect(body.es.replaceAll(/\{[a-z-]+\}/g, ''), key).not.toMatch(/[{}]/);
    }
  });

  it('names an article only where it was verified, with the address where it was read', () => {
    const unsound = basesOf(template).filter(
      ({ verified, article, address }) => (!verified && article !== null) || (verified && address === null),
    );
    expect(unsound).toEqual([]);
    const texts = JSON.stringify({
      ...template,
      clauses: template.clauses.filter(({ basis }) => !basis?.verified),
    });
    expect(texts).not.toMatch(/\b(art[íi]culos?|article[s]?|art\.|arts\.)\s*\d/i);
  });

  it('is compared in every dimension', () => {
    expect(Object.keys(template.comparison).toSorted()).toEqual(comparisonDimensions.toSorted());
  });
});

function templateOf(path: string): AgreementTemplate {
  return JSON.parse(read(path)) as AgreementTemplate;
}

/** Every basis that a template names, wherever it stands. */
function basesOf(template: AgreementTemplate) {
  const found = [
    ...template.basis,
    ...template.clauses.map(({ basis }) => basis),
    ...template.gates.map(({ basis }) => basis),
    ...[template.term, template.approvals, template.signature, template.breach].map(({ basis }) => basis),
    ...[template.termination, template.settlement].map(({ basis }) => basis),
  ];
  return found.filter((basis) => basis !== null);
}
