/** Steps outside the text that an instrument may ask for. Words: `agreements.gate.<kind>`. */
export const gateKinds = [
  'memo',
  'legal-report',
  'endorsement',
  'registration',
  'publication',
  'indigenous-consultation',
] as const;
export type GateKind = (typeof gateKinds)[number];
