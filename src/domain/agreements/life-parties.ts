import { refuse } from './life-refusals.ts';
import type { AmendmentRule, PartyRole, PartyStanding } from './vocabulary.ts';

/** A party as the rules of the life of an agreement ask about it. */
export type LifeParty = {
  readonly id: string;
  readonly name: string;
  readonly role: PartyRole;
  readonly standing: PartyStanding;
};

/** Those who bind themselves: whoever only observes, and whoever left, neither signs nor is asked. */
export function bindingParties<One extends Pick<LifeParty, 'role' | 'standing'>>(
  parties: readonly One[],
): One[] {
  return parties.filter(({ role, standing }) => role !== 'observer' && standing !== 'withdrawn');
}

/**
 * Whether those who said yes are enough.
 * @param yes ids of party rows
 * @param always ids without which it never is: a party that accedes
 */
export function isEnough(
  parties: readonly Pick<LifeParty, 'id' | 'role' | 'standing'>[],
  yes: ReadonlySet<string>,
  rule: AmendmentRule,
  always: readonly string[] = [],
): boolean {
  const asked = bindingParties(parties);
  if (asked.length === 0 || !always.every((id) => yes.has(id))) return false;
  if (rule === 'majority') return asked.filter(({ id }) => yes.has(id)).length * 2 > asked.length;
  const needed = rule === 'lead' ? asked.filter(({ role }) => role === 'lead') : asked;
  return needed.length > 0 && needed.every(({ id }) => yes.has(id));
}

/** Those whose yes is still missing. */
export function missingParties<One extends Pick<LifeParty, 'id' | 'role' | 'standing'>>(
  parties: readonly One[],
  yes: ReadonlySet<string>,
): One[] {
  return bindingParties(parties).filter(({ id }) => !yes.has(id));
}

/**
 * A party that is still one.
 * @throws Refusal `agreement-life.party-not-found`, `agreement-life.party-withdrawn`
 */
export function getParty<One extends LifeParty>(parties: readonly One[], id: string, field = 'party'): One {
  const party = parties.find((one) => one.id === id);
  if (!party) throw refuse('agreement-life.party-not-found', { field });
  if (party.standing === 'withdrawn')
    throw refuse('agreement-life.party-withdrawn', { field, values: { party: party.name } });
  return party;
}
