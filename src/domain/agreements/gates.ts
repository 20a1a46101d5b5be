import type { AgreementTemplate, GateKind } from './template-schema.ts';
import type { GateResult } from './vocabulary.ts';

/** A step outside the agreement that was done, and how it ended. */
export type GateFact = { readonly kind: GateKind; readonly result: GateResult };

/** A step that an instrument asks for and that is not there yet. */
export type OpenGate = {
  readonly kind: GateKind;
  readonly before: AgreementTemplate['gates'][number]['before'];
  readonly isRequired: boolean;
};

/** Whether a step counts as done: favourable, or simply done; the last word on it counts. */
export function isPassed(kind: GateKind, gates: readonly GateFact[]): boolean {
  const last = gates.findLast((gate) => gate.kind === kind);
  return last !== undefined && (last.result === 'favourable' || last.result === 'done');
}

/** What an instrument asks for in a case and is not there yet. The legal report has its own act and is not among them. */
export function openGates(
  template: Pick<AgreementTemplate, 'gates'>,
  gates: readonly GateFact[],
  facts: { readonly hasMoney: boolean; readonly coversIndigenous: boolean },
): OpenGate[] {
  return template.gates.flatMap(({ kind, need, before }) => {
    const isAsked =
      need === 'required' ||
      need === 'recommended' ||
      (need === 'when-money' && facts.hasMoney) ||
      (need === 'when-indigenous' && facts.coversIndigenous);
    if (kind === 'legal-report' || !isAsked || isPassed(kind, gates)) return [];
    return [{ kind, before, isRequired: need !== 'recommended' }];
  });
}
