import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, longest first: begun last, one of them would run alone while the other workers wait. */
export const longest = [
  'tests/api/commands.test.ts',
  'tests/api/hostile-input.test.ts',
  'tests/api/backup.test.ts',
  'tests/api/embedded-engine.test.ts',
  'tests/api/commands.rooms.test.ts',
  'tests/api/commands.values.test.ts',
  'tests/api/values.outside-files.test.ts',
  'tests/property/permissions.test.ts',
  'tests/property/commitment-sums.test.ts',
  'tests/api/strangers.test.ts',
  'tests/api/boundaries.test.ts',
  'tests/web/every-page.spanish.test.ts',
  'tests/web/every-page.english.test.ts',
  'tests/web/every-page.visitor.test.ts',
  'tests/web/story.test.ts',
];

/** As Vitest sorts (which knows durations only of runs before, on this machine), but the longest of a project first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((path) => moduleId.endsWith(path));
      return place === -1 ? longest.length : place;
    };
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) =>
      sorted.filter((file) => file.project === project).toSorted((one, other) => rank(one) - rank(other)),
    );
  }
}
