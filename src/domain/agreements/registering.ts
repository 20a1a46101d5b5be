import type { Problem } from '#domain/shared/refusal.ts';

/** What is entered of an agreement that is already in force. */
export type RegisteredAgreement = {
  readonly signedOn: string;
  readonly effectiveOn: string | null;
  readonly endsOn: string | null;
  readonly parties: readonly {
    readonly organisationId: string | null;
    readonly structureId: string | null;
  }[];
  readonly needs: readonly string[];
  readonly noNeedReason: string | null;
};

/**
 * Everything that is not right in what was entered, by field: signed and in force before today, ending after it began, each party
 * an organisation or a structure, and a need or the reason why there is none.
 */
export function problemsOfRegistration(agreement: RegisteredAgreement, today: string): Problem[] {
  const { signedOn, effectiveOn, endsOn, parties, needs, noNeedReason } = agreement;
  const problems: Problem[] = [];
  const add = (code: string, field: string) => void problems.push({ code: `registering.${code}`, field });
  const began = effectiveOn ?? signedOn;
  if (signedOn > today) add('signed-to-come', 'signedOn');
  if (effectiveOn !== null && effectiveOn > today) add('not-yet-in-force', 'effectiveOn');
  if (endsOn !== null && endsOn < began) add('ends-before-it-begins', 'endsOn');
  parties.forEach(({ organisationId, structureId }, index) => {
    if ((organisationId === null) === (structureId === null)) add('party-unsaid', `parties.${index}`);
  });
  if (needs.length === 0 && noNeedReason === null) add('need-or-reason', 'noNeedReason');
  return problems;
}
