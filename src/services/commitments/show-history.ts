import type { CommitmentField } from '#domain/commitments/commitment.ts';
import type { Act } from '#domain/commitments/acts.ts';
import { commitmentFields } from '#domain/commitments/commitment.ts';
import type { CommitmentRow } from '#database/commitments/commitment-columns.ts';
import { isHeldBackBy, type Around } from './read-around.ts';
import { shownState } from './show-instances.ts';
import type { PartyNames } from './show-parties.ts';
import { mainInstanceOf } from '#domain/commitments/instance-standing.ts';

const textIn = (details: Readonly<Record<string, unknown>>, name: string) => {
  const value = details[name];
  return typeof value === 'string' ? value : null;
};

/** All that was done to a commitment, newest first, as far as whoever reads may know. */
export function showActs(around: Around, names: PartyNames, isInside: boolean) {
  const sequences = new Map(around.instances.map(({ id, sequence }) => [id, sequence]));
  const isRepeated = around.instances.length > 1;
  const isHidden = ({ act, commitment_id: id }: (typeof around.acts)[number]) =>
    act === 'breach-published' && !isInside && around.quiet.has(id);
  return around.acts
    .filter((row) => !isHidden(row))
    .map((row) => {
      const details = (row.details ?? {}) as Readonly<Record<string, unknown>>;
      const fields: readonly unknown[] = Array.isArray(details['fields']) ? details['fields'] : [];
      const other = around.others.get(textIn(details, 'otherId') ?? '');
      return {
        act: row.act as Act,
        on: row.on_date,
        at: row.done_at.toISOString(),
        reason: row.reason,
        sequence: isRepeated ? (sequences.get(row.instance_id ?? '') ?? null) : null,
        forParty: names.byId(row.for_party),
        from: textIn(details, 'from'),
        to: textIn(details, 'to'),
        fields: commitmentFields.filter((field): field is CommitmentField => fields.includes(field)),
        other: other ? { id: other.id, what: other.what } : null,
      };
    });
}

/** What a commitment depends on, and what waits for it, each with how it stands. */
export function showDependencies(
  commitment: CommitmentRow,
  around: Around,
  isInside: boolean,
  names: PartyNames,
) {
  const show = (id: string, reason: string | null, holds: (other: CommitmentRow) => boolean) => {
    const other = around.others.get(id);
    if (!other) return [];
    const states = around.instancesOf(id).map((instance) => ({
      ...shownState(other, instance, { ...around, prerequisites: [] }, isInside),
      dueOn: instance.dueOn,
    }));
    const state = mainInstanceOf(states) ?? null;
    const obligor = names.named(other.obligor);
    return [{ id, what: other.what, obligor, reason, state, holdsBack: isInside && holds(other) }];
  };
  const isHeld = (dependent: string, prerequisite: CommitmentRow) =>
    around.instancesOf(dependent).some((instance) => isHeldBackBy(instance, prerequisite, around));
  return {
    dependsOn: around.prerequisites.flatMap((row) =>
      show(row.prerequisite_id, row.reason, (other) => isHeld(commitment.id, other)),
    ),
    holdsBack: around.dependents.flatMap((row) =>
      show(row.commitment_id, row.reason, (other) => isHeld(other.id, commitment)),
    ),
  };
}
