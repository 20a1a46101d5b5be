import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { AgreementContent, TextCommitment } from '#domain/agreements/text-content.ts';
import { formatOf } from '#words/format.ts';
import { voiceOf } from '#words/index.ts';
import { recurrenceWords } from '#words/recurrence-words.ts';
import { agreementSheet, type AgreementToPrint } from './agreement-sheet.ts';
import { totalsOf } from './agreement-tables.ts';
import { certificateSheet } from './certificate-sheet.ts';
import type { Sheet } from './sheet.ts';
import { summarySheet } from './summary-sheet.ts';
import { writeDocx } from './write-docx.ts';
import { writePdf } from './write-pdf.ts';

const odd = '#let *x* <script>alert(1)</script> _a_ $b$ @c \\ "q" & ñ č';
const commitment = (id: string): TextCommitment => ({
  id,
  obligor: 'Ministerio de ejemplo',
  coObliged: ['Comuna de ejemplo'],
  what: `Iluminar la cancha ${id}`,
  beneficiary: null,
  place: 'Santa Fe',
  dueOn: '2027-03-01',
  recurrence: null,
  proof: 'Acta de recepción',
  quantity: '12',
  unit: 'luminarias',
});
const party = (id: string, name: string) => ({
  id,
  holderId: id,
  name,
  role: 'obligor',
  capacity: null,
  competence: null,
  representativeOffice: 'Alcaldía',
  appointmentAct: null,
  powerSource: null,
});
const content = (more: Partial<AgreementContent> = {}): AgreementContent => ({
  form: 1,
  agreementId: '00000000-0000-7000-8000-000000000001',
  kind: 'specific',
  addendum: null,
  templateId: 'xa-convenio',
  templateNumber: 1,
  language: 'es',
  country: 'XA',
  title: 'Convenio de prevención',
  number: '7-2026',
  object: 'prevenir',
  parties: [party('a', 'Ministerio de ejemplo'), party('b', 'Comuna de ejemplo')],
  territories: ['Santa Fe'],
  needs: [],
  lines: [],
  clauses: [
    { id: '1', type: 'recital', title: 'Motivo', body: 'Que hace falta.' },
    { id: '2', type: 'object', title: 'Objeto', body: 'El objeto es {object}.' },
    { id: '3', type: 'party-obligations', title: 'Compromisos', body: 'Los del cuadro.' },
    { id: '4', type: 'funding', title: 'Aportes', body: 'Los del cuadro.' },
  ],
  commitments: [commitment('1')],
  budget: [],
  term: { effectiveRule: 'signature', effectiveOn: null, endsOn: '2028-03-01' },
  isExample: false,
  ...more,
});
const both = (es: string) => ({ es, en: es });
const layout = {
  partiesHeading: both('REUNIDOS'),
  recitalsHeading: both('EXPONEN'),
  clausesHeading: both('CLÁUSULAS'),
  clauseNumbering: 'ordinal-words',
  closing: both('En prueba de conformidad, firman.'),
} as const;
const seal = {
  hash: 'ab'.repeat(32),
  code: 'K7QF-29XM',
  address: 'http://127.0.0.1:8080/verificar/K7QF-29XM',
  redactionOrder: null,
};
const toPrint = (text: AgreementContent, more: Partial<AgreementToPrint> = {}): AgreementToPrint => ({
  content: text,
  instrument: 'Convenio específico',
  layout,
  paper: 'letter',
  seal: null,
  mark: 'draft',
  signatures: [],
  voice: { say: voiceOf('es', 'XA'), format: formatOf('es', undefined, 'UTC') },
  today: '2026-11-26',
  madeAt: new Date('2026-11-26T12:00:00Z'),
  ...more,
});
const sealed = (text: AgreementContent, more: Partial<AgreementToPrint> = {}) =>
  toPrint(text, { seal, mark: 'none', ...more });

const docxOf = (agreement: AgreementToPrint) => docxOfSheet(agreementSheet(agreement));

async function docxOfSheet(sheet: Sheet) {
  const files = unzipSync(await writeDocx(sheet));
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const all = Object.keys(files)
    .filter((name) => /word\/(document|header\d|footer\d)\.xml/.test(name))
    .map(part)
    .join('\n');
  return { part, text: all.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' '), xml: all };
}
const pdfOf = async (agreement: AgreementToPrint) =>
  Buffer.from(await writePdf(agreementSheet(agreement))).toString('latin1');

describe('what an agreement says', () => {
  const said = (text: AgreementContent) => JSON.stringify(agreementSheet(toPrint(text)).blocks);

  it('names a party by its role only where no other has that role', () => {
    const [one, other] = content().parties;
    if (!one || !other) throw new Error('no parties');
    expect(said(content())).toContain('como parte obligada');
    const parties = [{ ...one, role: 'lead' }, other];
    expect(said(content({ parties }))).toContain('en adelante la «parte obligada»');
  });

  it('has no table among the signatures, and says so where a table that it names is empty', () => {
    const clauses = [
      { id: '2', type: 'object', title: 'Objeto', body: 'Prevenir.' },
      { id: '4', type: 'funding', title: 'Aportes', body: 'Constan en el cuadro de aportes.' },
      { id: '5', type: 'signatures', title: 'Firmas', body: 'Firman.' },
    ] as const;
    const words = said(content({ clauses }));
    expect(words.indexOf('Cuadro de compromisos')).toBeLessThan(words.indexOf('Firmas'));
    expect(words).toContain('No consta ningún aporte.');
  });

  it('writes quantities as its country does, with their decimals', () => {
    const commitments = [{ ...commitment('1'), quantity: '12500.50', unit: 'kilos' }];
    const voice = { say: voiceOf('es', 'PA'), format: formatOf('es', 'PA', 'UTC') };
    const blocks = agreementSheet(toPrint(content({ commitments }), { voice })).blocks;
    expect(JSON.stringify(blocks)).toContain('12,500.5 kilos');
  });
});

describe('an agreement as a DOCX', () => {
  it('has the formal layout, its clauses in words, its table, and the number of every page', async () => {
    const { text, xml } = await docxOf(toPrint(content()));
    for (const words of ['REUNIDOS', 'EXPONEN', 'PRIMERA. Objeto', 'SEGUNDA. Compromisos', '12 luminarias'])
      expect(text).toContain(words);
    expect(text).toContain('BORRADOR');
    expect(xml).toContain('NUMPAGES');
    expect(xml).toContain('<w:tblHeader');
  });

  it('shows what is still to be filled in as a gap, never as a place in braces', async () => {
    const { text } = await docxOf(toPrint(content()));
    expect(text).toContain('[por completar: el objeto]');
    expect(text).not.toMatch(/\{[a-z-]+\}/);
  });

  it('carries no mark of a draft once it is put to signature, but code, hash and picture', async () => {
    const { text, xml } = await docxOf(sealed(content()));
    expect(text).not.toContain('BORRADOR');
    expect(text).toContain(seal.hash);
    expect(text).toContain(seal.code);
    expect(xml).toMatch(/descr="Código QR/);
  });

  it('says what an addendum changes: the last day, the clauses, the days of commitments', async () => {
    const { text } = await docxOf(
      toPrint(
        content({
          kind: 'addendum',
          addendum: {
            kind: 'modification',
            toAgreementId: '00000000-0000-7000-8000-000000000002',
            toTitle: 'Convenio de prevención',
            toHash: null,
            newEndsOn: null,
            changes: [{ clause: 'Objeto', before: 'Prevenir.', after: 'Prevenir y reparar.' }],
            reschedulings: [{ what: 'Abrir 4 canchas', before: '2026-11-15', after: '2026-12-15' }],
          },
        }),
      ),
    );
    for (const words of ['Prevenir y reparar.', 'Abrir 4 canchas', '15/11/2026', '15/12/2026'])
      expect(text).toContain(words);
  });

  it('says on every page that an example is one', async () => {
    expect((await docxOf(sealed(content({ isExample: true })))).xml).toMatch(/<w:hdr[^]*EJEMPLO/);
  });

  it('keeps what people wrote as text', async () => {
    const { xml } = await docxOf(toPrint(content({ title: odd })));
    expect(xml).not.toContain('<script>');
    expect(xml).toContain('&lt;script&gt;');
  });

  it('is on the paper of its country', async () => {
    expect((await docxOf(toPrint(content()))).xml).toContain('w:w="12240" w:h="15840"');
    expect((await docxOf(toPrint(content(), { paper: 'a4' }))).xml).toContain('w:w="11906" w:h="16838"');
  });

  it('says who signed, when and how, and leaves room for who has not', async () => {
    const signature = {
      partyId: 'a',
      office: 'Ministra',
      signedOn: '2026-11-20',
      method: 'application',
      fileRedactionOrder: null,
    };
    const { text } = await docxOf(sealed(content(), { signatures: [signature] }));
    expect(text).toContain('Firmado el 20 de noviembre de 2026, en la aplicación');
    expect(text.match(/Lugar y fecha/g)).toHaveLength(1);
    const struck = { ...signature, method: 'ink', fileRedactionOrder: 'Auto 7' };
    const after = await docxOf(sealed(content(), { signatures: [struck] }));
    expect(after.text).toContain('El archivo de esta firma se sustituyó por orden: Auto 7.');
  });
});

describe('an agreement as a PDF', () => {
  it('is tagged, names its title and language, and says that it is accessible', async () => {
    const pdf = await pdfOf(sealed(content({ title: 'Convenio' })));
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toMatch(/\/Lang\s*\(es/);
    expect(pdf).toMatch(/\/Title\s*\(Convenio\)/);
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('is on the paper of its country', async () => {
    expect(await pdfOf(toPrint(content()))).toContain('/MediaBox [0 0 612 792]');
    expect(await pdfOf(toPrint(content(), { paper: 'a4' }))).toMatch(
      /\/MediaBox \[0 0 595\.2\d* 841\.8\d*\]/,
    );
  });

  it('takes any text as text, long names and sixty commitments', async () => {
    const long = `${'Institución de nombre larguísimo '.repeat(12)}${'x'.repeat(180)}`;
    const text = content({
      title: odd,
      object: odd,
      parties: [party('a', long), party('b', odd)],
      commitments: Array.from({ length: 60 }, (_, index) => ({
        ...commitment(String(index)),
        what: odd,
        proof: long,
      })),
      clauses: [{ id: '1', type: 'object', title: odd, body: `${odd}\n\n${odd}\notra línea` }],
    });
    const pdf = await pdfOf(toPrint(text));
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(6);
  });

  it('fits a summary on one page, however much the agreement holds', async () => {
    const many = (word: string) => Array.from({ length: 30 }, (_, index) => `${word} ${index}`.repeat(12));
    const text = content({
      object: 'prevenir '.repeat(200),
      needs: many('Necesidad'),
      lines: many('Línea'),
      commitments: Array.from({ length: 40 }, (_, index) => commitment(String(index))),
    });
    const summary = { ...sealed(text), standing: 'Vigente', effectiveOn: '2026-12-01', endsOn: '2028-11-30' };
    const pdf = Buffer.from(await writePdf(summarySheet(summary))).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  });
});

describe('a certificate of compliance', () => {
  it('says what is not published yet, beside the share that it does not count in', async () => {
    const dues = { due: 2, kept: 2, late: 0, overdue: 0, breached: 0, waiting: 0, heldBack: 0, waived: 0 };
    const certificate = (unpublished: number) => ({
      agreement: {
        title: 'Convenio',
        number: null,
        parties: ['Ministerio', 'Comuna'],
        isExample: false,
        language: 'es' as const,
        hash: 'a'.repeat(64),
      },
      from: '2026-01-01',
      to: '2026-12-31',
      today: '2026-12-31',
      dues: { ...dues, unpublished },
      share: { numerator: 2, denominator: 2 },
      light: {
        byRule: 'green' as const,
        override: null,
        thresholds: { green: 0.9, amber: 0.7, redAfterDays: 30 },
      },
      cases: [],
    });
    const voice = { say: voiceOf('es'), format: formatOf('es', 'PA', 'America/Panama') };
    const textOf = async (unpublished: number) =>
      (
        await docxOfSheet(
          certificateSheet(certificate(unpublished), { voice, paper: 'letter', at: new Date(0) }),
        )
      ).text;
    expect(await textOf(0)).not.toContain('Sin publicar todavía');
    expect(await textOf(3)).toContain('Sin publicar todavía');
    expect(await textOf(3)).toContain('no cuenta ni a favor ni en contra');
  });
});

describe('the tables of an agreement', () => {
  it('add money up to the cent, and never across currencies', () => {
    const line = { party: 'A', year: 2027, source: null, budgetCode: null, kind: 'cash' } as const;
    const budget = [
      { ...line, currency: 'USD', amount: '0.10' },
      { ...line, currency: 'USD', amount: '0.20' },
      { ...line, currency: 'CRC', amount: '1000000' },
    ];
    expect(totalsOf(budget)).toEqual([
      ['USD', '0.30'],
      ['CRC', '1000000.00'],
    ]);
  });

  it('say how often a commitment is repeated, and show a rule that words do not cover as it is', () => {
    const say = voiceOf('es');
    expect(recurrenceWords('FREQ=MONTHLY', say)).toBe('cada mes');
    expect(recurrenceWords('RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=6', say)).toBe(
      'cada semana, uno de cada 2, 6 veces',
    );
    expect(recurrenceWords('FREQ=HOURLY', say)).toBe('FREQ=HOURLY');
  });
});
