import type { getCompliance } from '../compliance/get-compliance.ts';
import type { BulletinMap } from '#domain/reports/bulletin.ts';
import { Refusal } from '#domain/shared/refusal.ts';
import type { Context } from '../context.ts';
import { getMap } from '../territories/get-map.ts';

type Groups = Awaited<ReturnType<typeof getCompliance>>['groups'];

const width = 620;

/** The country's municipalities by class of compliance, as areas; null where no map of them is known. */
export async function drawClasses(
  eyes: Context,
  territory: string,
  groups: Groups,
): Promise<BulletinMap | null> {
  const classes = new Map(
    groups.flatMap((group) => group.territories.map(({ reference }) => [reference, group.class] as const)),
  );
  const level = groups.flatMap(({ territories }) => territories)[0]?.level;
  if (level === undefined) return null;
  const map = await mapOf(eyes, territory, level);
  if (!map) return null;
  return {
    title: map.layer.title,
    width: map.width,
    height: map.height,
    isApproximate: map.layer.approximate,
    areas: map.areas.map(({ reference, path }) => ({ path, class: classes.get(reference) ?? 'none-due' })),
  };
}

async function mapOf(eyes: Context, reference: string, level: number) {
  try {
    return await getMap(eyes, { reference, level, width });
  } catch (problem) {
    // A country may have no boundaries yet: the table says the same.
    if (problem instanceof Refusal) return null;
    throw problem;
  }
}
