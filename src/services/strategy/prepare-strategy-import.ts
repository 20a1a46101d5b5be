import type { InputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { findElements } from '#database/strategy/element-views.ts';
import { findPersonalText } from '#domain/actors/personal-text.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { yearsOf, type RoleOf } from '#domain/strategy/element.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import { inReadingOrder } from '#domain/strategy/tree.ts';
import { planVersionImport, type ElementDraft } from '#domain/strategy/version-import.ts';
import type { ElementLine, ReadElements } from '#formats/strategy/element-lines.ts';
import { readElementsJson } from '#formats/strategy/elements-json.ts';
import { readElementsTable } from '#formats/strategy/read-elements-table.ts';
import { finderFor, type Finder } from '../actors/import-places.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { openVersion } from './strategy-deed.ts';

type Input = InputOf<typeof strategyOperations.importStrategyVersion>;

/** The elements of a file: a workbook is packed as zip files are, and what is none is read as JSON. */
export async function readElementsFile(input: Input): Promise<ReadElements> {
  const [first, second] = input.bytes;
  const isWorkbook = first === 0x50 && second === 0x4b;
  return isWorkbook ? readElementsTable(input) : readElementsJson(input.bytes);
}

/**
 * What a file would do to a draft.
 * @throws Refusal `strategy.import-problems` with every fault of the file and of what it names, in order of rows
 */
export async function prepareStrategyImport(
  tx: Transaction,
  context: Context,
  input: Input,
  read: ReadElements,
) {
  const { strategy, version } = await openVersion(tx, context, { id: input.versionId, act: 'written' });
  const finder = await finderFor(tx, await getPlace(tx, strategy.country));
  const existing = inReadingOrder(await findElements(tx, [version.id]));
  const drafts = read.lines.map((line) => draftOf(line, finder, strategy.territoryId));
  const given = { levels: strategy.levels, years: yearsOf(strategy), newId };
  const plan = planVersionImport(drafts, existing, given);
  const personal = read.lines.flatMap(personalIn);
  const problems = [...read.problems, ...finder.problems, ...personal, ...plan.problems].toSorted(
    (one, other) => (one.row ?? 0) - (other.row ?? 0),
  );
  if (problems.length > 0)
    throw refuse('strategy.import-problems', { problems, values: { count: problems.length } });
  const count = (outcome: string) => plan.outcomes.filter((row) => row.outcome === outcome).length;
  const report = {
    creates: count('create'),
    changes: count('change'),
    same: count('same'),
    rows: plan.outcomes.map((row) => ({ ...row, fields: [...row.fields] })),
    notes: read.notes.map(({ code, row, field, sheet }) => ({
      code,
      ...(row === undefined ? {} : { row }),
      ...(field === undefined ? {} : { field }),
      ...(sheet === undefined ? {} : { sheet }),
    })),
  };
  return { strategy, version, plan, report };
}

function draftOf(line: ElementLine, finder: Finder, near: number): ElementDraft {
  const { row, level, said, lead, support, indicators } = line;
  const found = (names: readonly string[] | null, role: RoleOf['role']) =>
    (names ?? []).flatMap((name): RoleOf[] => {
      const organisationId = finder.organisation(row, role, name, near);
      return organisationId === null ? [] : [{ organisationId, role }];
    });
  const roles = [...found(lead, 'lead'), ...found(support, 'support')];
  const isSaid = lead !== null || support !== null;
  return { row, level, said: { ...said, roles: isSaid ? roles : null, indicators } };
}

function personalIn({ row, said }: ElementLine): Problem[] {
  return (['title', 'description'] as const).flatMap((field) =>
    findPersonalText(said[field] ?? '').map(({ kind }) => ({ code: `actors.personal-${kind}`, row, field })),
  );
}
