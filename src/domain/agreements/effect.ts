import type { Day } from '#domain/shared/dates.ts';
import type { AgreementTemplate, GateKind } from './template-schema.ts';

/** A gate that was passed or not: what a registry, a gazette, a comptroller or an authority answered. */
export type GatePassed = {
  readonly kind: GateKind;
  readonly on: Day;
  readonly result: 'favourable' | 'observations' | 'refused' | 'done';
};

/** What decides which gates count. */
export type Circumstances = { readonly movesMoney: boolean; readonly coversIndigenous: boolean };

type Before = 'legal-review' | 'approval' | 'signing' | 'force';

/** The gates that an agreement has to pass before an act. */
export function gatesNeeded(
  template: Pick<AgreementTemplate, 'gates' | 'effectiveRule'>,
  before: Before,
  { movesMoney, coversIndigenous }: Circumstances,
): GateKind[] {
  const listed = template.gates
    .filter((gate) => gate.before === before)
    .filter(
      ({ need }) =>
        need === 'required' ||
        (need === 'when-money' && movesMoney) ||
        (need === 'when-indigenous' && coversIndigenous),
    )
    .map(({ kind }) => kind);
  const rule = template.effectiveRule;
  const byRule: GateKind[] =
    before !== 'force'
      ? []
      : rule === 'registration' || rule === 'publication' || (rule === 'endorsement' && movesMoney)
        ? [rule]
        : [];
  return [...new Set([...listed, ...byRule])];
}

/** The gates not passed yet; what was answered last counts. */
export function gatesMissing(needed: readonly GateKind[], passed: readonly GatePassed[]): GateKind[] {
  return needed.filter((kind) => {
    const last = passed.filter((gate) => gate.kind === kind).at(-1);
    return last === undefined || (last.result !== 'favourable' && last.result !== 'done');
  });
}

/** What decides from which day a signed agreement is in force. */
export type ToComeIntoForce = {
  readonly signedOn: Day;
  readonly effectiveRule: string;
  /** The day that the text sets, where the rule is a day. */
  readonly effectiveOn: Day | null;
  readonly needed: readonly GateKind[];
  readonly gates: readonly GatePassed[];
};

/** The day on which an agreement comes into force; null while a gate is missing. It may lie ahead where the text sets the day. */
export function forceDay(agreement: ToComeIntoForce): Day | null {
  if (gatesMissing(agreement.needed, agreement.gates).length > 0) return null;
  const days = [
    agreement.signedOn,
    ...agreement.gates.filter(({ kind }) => agreement.needed.includes(kind)).map(({ on }) => on),
    ...(agreement.effectiveRule === 'date' && agreement.effectiveOn !== null ? [agreement.effectiveOn] : []),
  ];
  return days.reduce((latest, day) => (day > latest ? day : latest));
}
