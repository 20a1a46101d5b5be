import type { AgreementTemplate } from '#domain/agreements/template-schema.ts';
import type { World } from './access-world.ts';

const both = (text: string) => ({ es: text, en: `${text} (en)` });
const clause = (
  key: string,
  type: AgreementTemplate['clauses'][number]['type'],
  need: 'required' | 'recommended' | 'optional',
  body: string,
) => ({ key, type, need, title: both(key), body: both(body), guidance: null, basis: null });

/** A small instrument of the invented country, so that these tests depend on no country's. */
export const smallTemplate: AgreementTemplate = {
  id: 'xa-convenio',
  instrumentCountry: 'XA',
  kind: 'specific',
  isEngine: true,
  number: 1,
  title: both('Convenio de ejemplo'),
  summary: both('Un convenio pequeño'),
  nativeName: 'convenio',
  basis: [{ norm: both('Ley de ejemplo'), article: null, address: null, verified: false }],
  clauses: [
    clause('objeto', 'object', 'required', 'El objeto es {object}, entre {parties}.'),
    clause('compromisos', 'party-obligations', 'required', 'Las partes se comprometen a {commitments}.'),
    clause('vigencia', 'term', 'required', 'Rige {term}, hasta el {ends-on}, en {territories}.'),
    clause('recursos', 'funding', 'recommended', 'Lo que consta en {budget}.'),
    clause('ambito', 'scope', 'required', 'Se dirige a {target-population}.'),
    clause('incumplimiento', 'breach', 'required', 'Se da aviso y {cure-days} días para subsanar.'),
    clause('formacion', 'training', 'optional', 'Las partes se forman entre sí.'),
  ],
  unused: ['assets'],
  parties: { minimum: 2, roles: ['lead', 'obligor'], words: both('Dos o más') },
  term: {
    defaultMonths: 24,
    maxMonths: 48,
    extension: { allowed: true, maxMonths: 48, noticeDays: 60 },
    tacitRenewal: { allowed: false, maxMonths: null, noticeDays: null },
    basis: null,
  },
  effectiveRule: 'signature',
  gates: [
    { kind: 'memo', need: 'required', before: 'legal-review', basis: null },
    { kind: 'indigenous-consultation', need: 'when-indigenous', before: 'approval', basis: null },
  ],
  approvals: { required: true, words: both('Cada parte aprueba'), basis: null },
  signature: { methods: ['application', 'ink'], words: both('Basta la firma'), basis: null },
  amendmentRule: 'unanimity',
  breach: { noticeDays: 5, cureDays: 30, consequences: both('Se resuelve'), basis: null },
  termination: { causes: ['expiry', 'unanimity', 'breach'], withdrawalDays: 60, basis: null },
  settlement: { deadlineDays: 30, words: both('En un mes'), basis: null },
  publicity: { isPublic: true, commitmentsArePublic: true, replyDays: 10, words: both('Público') },
  compliance: { green: 0.9, amber: 0.7, redOverdueDays: 60 },
  warnings: [180, 90, 30],
  layout: {
    partiesHeading: both('REUNIDOS'),
    recitalsHeading: both('CONSIDERANDO'),
    clausesHeading: both('CLÁUSULAS'),
    clauseNumbering: 'ordinal-words',
    closing: both('Firman'),
  },
  comparison: {},
};

/** Puts an instrument where the installation keeps them. */
export async function keepTemplate(world: World, template: AgreementTemplate): Promise<void> {
  await world.database.owner
    .insertInto('agreement_template')
    .values({
      id: template.id,
      instrument_country: template.instrumentCountry,
      kind: template.kind,
      is_engine: template.isEngine,
      number: template.number,
      content: JSON.stringify(template),
    })
    .execute();
}
