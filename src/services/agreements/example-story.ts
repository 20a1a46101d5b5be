import type { AgreementTemplate } from '#domain/agreements/template-schema.ts';
import { endOfTerm } from '#domain/agreements/term.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { ExampleAgreement } from '#formats/agreements/read-example-agreements.ts';
import type { ExampleNames } from '../planning/load-example-inventory.ts';

/** The names of what the example holds, with the accounts of the demonstration. */
export type StoryNames = ExampleNames & { readonly accountOf: (username: string) => string };

/** An agreement of the example with all that its loading asks of it. */
export type ExampleStory = {
  readonly agreement: ExampleAgreement;
  readonly id: string;
  readonly territoryId: number;
  readonly template: AgreementTemplate;
  readonly names: StoryNames;
  readonly dayOf: (days: number) => Day;
  readonly parties: readonly {
    readonly id: string;
    readonly holderId: string;
    readonly territoryId: number;
    readonly written: ExampleAgreement['parties'][number];
  }[];
};

/** When people began to write an agreement: some weeks before it was signed. */
export function draftedOn({ agreement, dayOf }: ExampleStory): Day {
  return dayOf(agreement.signed - (agreement.standing === 'negotiation' ? 10 : 75));
}

/** Whether everybody has signed. */
export function isSigned({ standing }: ExampleAgreement): boolean {
  return standing === 'in-force' || standing === 'settlement';
}

/** The last day of its term as it was signed. */
export function signedEnd({ agreement, dayOf }: ExampleStory): Day | null {
  const endsOn = agreement.ends === null ? null : dayOf(agreement.ends);
  return endOfTerm({ effectiveOn: dayOf(agreement.signed), endsOn, termMonths: agreement.months });
}

/** What was signed on paper comes to the register some days later. */
export const daysToRegister = 5;
