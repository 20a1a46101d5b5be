import { preventionFunctions } from '#domain/actors/functions.ts';
import * as lists from '#domain/actors/vocabulary.ts';
import type { Say } from '#words/say.ts';
import type { Option } from '../design/field.tsx';

/** The closed lists of the field, by the prefix of their words: `actors.<prefix>.<value>`. */
const known = {
  kind: lists.organisationKinds,
  sector: lists.sectors,
  level: lists.organisationLevels,
  structure: lists.structureKinds,
  post: lists.postKinds,
  seat: lists.seatRoles,
  capacity: lists.capacities,
  visibility: lists.visibilities,
  channel: lists.channels,
  prevention: lists.preventionLevels,
  succession: lists.successionKinds,
  function: preventionFunctions,
  authority: lists.authorityKinds,
} as const;

/** A closed list as choices, in the language of the page. */
export function optionsOf(say: Say, list: keyof typeof known): Option[] {
  return known[list].map((value) => ({ value, label: say.dynamic(`actors.${list}.${value}`) }));
}

type Lists = typeof known;

/** What was asked for in an address, if the list has it. */
export function oneOf<Name extends keyof Lists>(
  list: Name,
  text: string | null,
): Lists[Name][number] | undefined {
  return (known[list] as readonly Lists[Name][number][]).find((value) => value === text);
}
