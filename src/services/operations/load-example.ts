import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inScope } from '#database/connection.ts';
import {
  hasExample,
  insertMissing,
  organisationsByKey,
  territoriesByCode,
} from '#database/operations/example-store.ts';
import { upsertSearchEntries } from '#database/operations/search-store.ts';
import { fold } from '#domain/shared/fold.ts';
import { cell, exampleFiles, readExample, type Example } from '#formats/actors/read-example.ts';
import { readExampleStrategies } from '#formats/strategy/read-example-strategies.ts';
import { makeExampleAccounts } from '../access/make-example-accounts.ts';
import { record } from '../audit/record.ts';
import { loadExampleNeeds } from '../diagnosis/load-example-needs.ts';
import { loadExampleTargets } from '../indicators/load-example-targets.ts';
import { loadExampleStrategies } from '../strategy/load-example-strategies.ts';
import { loadExampleAgreements } from '../agreements/load-example-agreements.ts';
import { loadExampleInventory } from '../planning/load-example-inventory.ts';
import { loadExamplePaths } from '../planning/load-example-paths.ts';
import { loadExamplePlans } from '../plans/load-example-plans.ts';
import { loadExampleReporting } from '../reporting/load-example-reporting.ts';
import { loadExampleSurveys } from '../surveys/load-example-surveys.ts';
import type { Context, Transaction } from '../context.ts';

type Places = { readonly organisations: Map<string, string>; readonly territories: Map<string, number> };

/**
 * Loads the example operations of a demonstration: people named by their role, posts, structures, seats, work, needs.
 * Each has the same id wherever it is loaded, so that loading again doubles nothing and overwrites nothing.
 */
export async function loadExample(
  context: Context,
  input: { folder: string; countries: readonly string[]; onProgress: (step: string) => void },
): Promise<void> {
  for (const country of input.countries) {
    const folder = join(input.folder, country, 'example');
    const example = readExample(await readTexts(folder));
    const strategies = readExampleStrategies(await readText(join(folder, 'strategy.json')));
    const plans = await readText(join(folder, 'plans.json'));
    const agreements = await readText(join(folder, 'agreements.json'));
    const reporting = await readText(join(folder, 'reporting.json'));
    const surveys = await readText(join(folder, 'surveys.json'));
    await inScope(context.database, context.actor.scope, async (tx) => {
      const places = await findExamplePlaces(tx, country);
      if (!(await hasExample(tx, country))) {
        input.onProgress('example');
        await saveExample(tx, context, country, example, places);
      }
      const names = {
        country,
        idOf: (kind: string, key: string) => exampleId(country, kind, key),
        territoryOf: (code: string | null) => territoryOf(places, code),
        organisationOf: (key: string | null) => organisationOf(places, key),
      };
      await loadExampleNeeds(tx, context, example['needs.csv'], names);
      await loadExampleTargets(tx, context, example['targets.csv'], names);
      await loadExampleStrategies(tx, context, strategies, names);
      await loadExamplePlans(tx, context, plans, names);
      await loadExampleInventory(tx, context, example['inventory.csv'], names);
      await loadExamplePaths(tx, context, example['paths.csv'], names);
      const story = { agreements, commitments: example['commitments.csv'] };
      const accountOf = (username: string) => exampleId('*', 'account', username);
      await loadExampleAgreements(tx, context, story, { ...names, accountOf });
      await loadExampleReporting(tx, context, reporting, names);
      await loadExampleSurveys(tx, context, surveys, names);
    });
  }
  await makeExampleAccounts(context, { folder: input.folder, countries: input.countries, idOf: exampleId });
}

/** The id of a thing of the example: always the same, so that accounts and tests can name it. */
export function exampleId(country: string, kind: string, key: string): string {
  const hex = createHash('sha256').update(`articula example ${country} ${kind} ${key}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

async function readTexts(folder: string): Promise<Record<string, string>> {
  const texts = await Promise.all(
    exampleFiles.map(async (file) => [file, await readText(join(folder, file))] as const),
  );
  return Object.fromEntries(texts);
}

async function findExamplePlaces(tx: Transaction, country: string): Promise<Places> {
  return {
    organisations: await organisationsByKey(tx, country),
    territories: await territoriesByCode(tx, country),
  };
}

async function saveExample(
  tx: Transaction,
  context: Context,
  country: string,
  example: Example,
  places: Places,
): Promise<void> {
  await savePeople(tx, country, example, places);
  await savePosts(tx, country, example, places);
  await saveStructures(tx, country, example, places);
  await saveSeats(tx, country, example, places);
  await saveWork(tx, country, example, places);
  await saveAbsences(tx, example, places);
  await record(tx, context, {
    operation: 'loadExample',
    subjectKind: 'pack',
    subjectId: country,
    territoryId: territoryOf(places, null),
    organisationId: null,
    before: null,
    after: { people: example['people.csv'].length, structures: example['structures.csv'].length },
  });
}

function territoryOf(places: Places, code: string | null): number {
  const id = places.territories.get(code ?? '');
  if (id === undefined) throw new Error(`example: no territory ${code}`);
  return id;
}

function organisationOf(places: Places, key: string | null): string | null {
  if (key === null) return null;
  const id = places.organisations.get(key);
  if (id === undefined) throw new Error(`example: no organisation ${key}`);
  return id;
}

async function savePeople(tx: Transaction, country: string, example: Example, places: Places): Promise<void> {
  const people = example['people.csv'].map((row) => ({
    id: exampleId(country, 'person', row['key'] ?? ''),
    country,
    territory_id: territoryOf(places, cell(row, 'territory')),
    organisation_id: organisationOf(places, cell(row, 'organisation')),
    name: row['name'] ?? '',
    visibility: row['visibility'] ?? 'territory',
    example: true,
  }));
  const contacts = example['people.csv'].flatMap((row) =>
    (['phone', 'email'] as const).flatMap((channel) => {
      const value = cell(row, channel);
      if (value === null) return [];
      return [
        {
          id: exampleId(country, channel, row['key'] ?? ''),
          person_id: exampleId(country, 'person', row['key'] ?? ''),
          of_organisation_id: organisationOf(places, cell(row, 'organisation')),
          territory_id: territoryOf(places, cell(row, 'territory')),
          channel,
          value,
          visibility: row['visibility'] ?? 'territory',
        },
      ];
    }),
  );
  await insertMissing(tx, 'person', people);
  await insertMissing(tx, 'contact_point', contacts);
  await upsertSearchEntries(
    tx,
    people.map((person) => ({
      kind: 'person',
      id: person.id,
      country,
      territoryId: person.territory_id,
      organisationId: person.organisation_id,
      title: person.name,
      folded: fold(person.name),
      visibility: person.visibility as 'territory',
    })),
  );
}

/** What the example says that there is not: otherwise nothing of its territories would be missing for sure. */
async function saveAbsences(tx: Transaction, example: Example, places: Places): Promise<void> {
  const absences = example['absences.csv'].map((row) => ({
    territory_id: territoryOf(places, cell(row, 'territory')),
    norm_id: row['norm'] ?? '',
    on_date: row['on'] ?? '',
    note: cell(row, 'note'),
    example: true,
  }));
  await insertMissing(tx, 'actor_absence', absences);
}

async function savePosts(tx: Transaction, country: string, example: Example, places: Places): Promise<void> {
  const posts = example['posts.csv'].map((row, index) => ({
    id: exampleId(country, 'post', String(index)),
    organisation_id: organisationOf(places, cell(row, 'organisation')) ?? '',
    person_id: exampleId(country, 'person', row['person'] ?? ''),
    territory_id: territoryOf(places, cell(row, 'territory')),
    kind: row['kind'] ?? '',
    title: row['title'] ?? '',
    topic: cell(row, 'topic'),
    alternate: row['alternate'] === 'true',
    valid_from: row['valid_from'] ?? '',
    valid_to: cell(row, 'valid_to'),
  }));
  await insertMissing(tx, 'post', posts);
}

async function saveStructures(
  tx: Transaction,
  country: string,
  example: Example,
  places: Places,
): Promise<void> {
  const structures = example['structures.csv'].map((row) => ({
    id: exampleId(country, 'structure', row['key'] ?? ''),
    country,
    territory_id: territoryOf(places, cell(row, 'territory')),
    kind: row['kind'] ?? '',
    name: row['name'] ?? '',
    mandate: cell(row, 'mandate'),
    secretariat_id: organisationOf(places, cell(row, 'secretariat')),
    valid_from: cell(row, 'valid_from'),
    example: true,
  }));
  await insertMissing(tx, 'structure', structures);
  await upsertSearchEntries(
    tx,
    structures.map((structure) => ({
      kind: 'structure',
      id: structure.id,
      country,
      territoryId: structure.territory_id,
      organisationId: null,
      title: structure.name,
      folded: fold(structure.name),
      visibility: 'public',
    })),
  );
}

async function saveSeats(tx: Transaction, country: string, example: Example, places: Places): Promise<void> {
  const territoryOfStructure = new Map(
    example['structures.csv'].map((row) => [row['key'], territoryOf(places, cell(row, 'territory'))]),
  );
  const seats = example['seats.csv'].map((row, index) => ({
    id: exampleId(country, 'seat', `${row['structure']} ${row['name']}`),
    structure_id: exampleId(country, 'structure', row['structure'] ?? ''),
    territory_id: territoryOfStructure.get(row['structure']) ?? 0,
    organisation_id: organisationOf(places, cell(row, 'organisation')),
    name: row['name'] ?? '',
    role: row['role'] ?? '',
    has_vote: row['has_vote'] === 'true',
    position: index,
  }));
  const terms = example['seats.csv'].flatMap((row, index) =>
    (['principal', 'alternate'] as const).flatMap((capacity) => {
      const person = cell(row, capacity);
      const seat = seats[index];
      if (person === null || seat === undefined) return [];
      return [
        {
          id: exampleId(country, capacity, seat.id),
          seat_id: seat.id,
          structure_id: seat.structure_id,
          territory_id: territoryOfStructure.get(row['structure']) ?? 0,
          person_id: exampleId(country, 'person', person),
          capacity,
          valid_from: row['valid_from'] ?? '',
          valid_to: cell(row, 'valid_to'),
        },
      ];
    }),
  );
  await insertMissing(tx, 'seat', seats);
  await insertMissing(tx, 'seat_term', terms);
}

async function saveWork(tx: Transaction, country: string, example: Example, places: Places): Promise<void> {
  const work = example['work.csv'].map((row, index) => ({
    id: exampleId(country, 'work', String(index)),
    organisation_id: organisationOf(places, cell(row, 'organisation')) ?? '',
    territory_id: territoryOf(places, cell(row, 'territory')),
    function: row['function'] ?? '',
    description: cell(row, 'description'),
    target_group: cell(row, 'target_group'),
    prevention_level: cell(row, 'prevention_level'),
    staff: row['staff'] ? Number(row['staff']) : null,
    capacity: cell(row, 'capacity'),
    example: true,
  }));
  await insertMissing(tx, 'prevention_work', work);
}
