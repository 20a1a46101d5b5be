/** Kinds of agreement. Words: `agreements.kind.<kind>`. */
export const agreementKinds = [
  'framework',
  'specific',
  'protocol',
  'information-sharing',
  'accession',
  'addendum',
] as const;
export type AgreementKind = (typeof agreementKinds)[number];

/** What an addendum does to the agreement that it hangs from. Words: `agreements.addendum.<kind>`. */
export const addendumKinds = ['modification', 'extension', 'accession', 'errata'] as const;
export type AddendumKind = (typeof addendumKinds)[number];

/** What makes an agreement take effect. Words: `agreements.effective.<rule>`. */
export const effectiveRules = ['signature', 'registration', 'publication', 'endorsement', 'date'] as const;
export type EffectiveRule = (typeof effectiveRules)[number];

/** How an agreement is amended. Words: `agreements.amendment.<rule>`. */
export const amendmentRules = ['unanimity', 'majority', 'lead'] as const;
export type AmendmentRule = (typeof amendmentRules)[number];

/** What a party is in an agreement. Words: `agreements.party-role.<role>`. */
export const partyRoles = ['lead', 'obligor', 'beneficiary', 'funder', 'observer', 'guarantor'] as const;
export type PartyRole = (typeof partyRoles)[number];

/** How far a party has come. Words: `agreements.party-standing.<standing>`. */
export const partyStandings = ['invited', 'confirmed', 'approved', 'signed', 'withdrawn'] as const;
export type PartyStanding = (typeof partyStandings)[number];

/** What a party brings. Words: `agreements.budget-kind.<kind>`. */
export const budgetKinds = ['cash', 'in-kind', 'staff', 'asset'] as const;
export type BudgetKind = (typeof budgetKinds)[number];

/** Who approves for a party. Words: `agreements.approval-kind.<kind>`. */
export const approvalKinds = ['council', 'minister', 'head', 'budget', 'board', 'other'] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

/** How a step outside the agreement ended. Words: `agreements.gate-result.<result>`. */
export const gateResults = ['favourable', 'observations', 'refused', 'done'] as const;
export type GateResult = (typeof gateResults)[number];

/** What is said of a clause. Words: `agreements.remark.<kind>`. */
export const remarkKinds = ['remark', 'proposal'] as const;
export type RemarkKind = (typeof remarkKinds)[number];

/** How things stand with what was said. Words: `agreements.remark-standing.<standing>`. */
export const remarkStandings = ['open', 'accepted', 'refused', 'withdrawn'] as const;
export type RemarkStanding = (typeof remarkStandings)[number];
