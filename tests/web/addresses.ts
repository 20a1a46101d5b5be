import routes from '../../src/web/routes.ts';
import { exampleId } from '#services/operations/load-example.ts';
import type { Demo } from './browser.ts';
import { dayIn } from './today.ts';

type Entry = { readonly path?: string | undefined; readonly index?: boolean | undefined };

/** Addresses that are only sent to: they show nothing by themselves. */
export const onlySentTo = [
  'preferencias',
  'administracion/cuentas/invitar/hojas',
  'administracion/cuentas/hojas',
  'administracion/cuentas/:id/invitacion',
];

/** Things of the example, and what a test has made, that stand in for the parts of an address. */
export type Things = {
  readonly organisation: string;
  readonly handover: string;
  readonly comingHandover: string;
  readonly invited: string;
  readonly clause: string;
  readonly secret: string;
  readonly entry: string;
  readonly importRun: string;
  readonly sheet: string;
  readonly bulletin: string;
  readonly survey: string;
  readonly round: string;
  readonly pulseSecret: string;
  readonly figures: string;
  readonly names: string;
  /** What is printed on a signed document. */
  readonly code: string;
  readonly reportLink: string;
};

const negotiated = exampleId('PA', 'agreement', 'negociacion-0810');

/** Every address of the table of addresses as somebody would open it. */
export function addressesOf(things: Things): string[] {
  const parts: Readonly<Record<string, string>> = {
    ':reference': 'PA-0810',
    'verificar/:code': things.code,
    'compartir/:thing/:id': exampleId('PA', 'plan', 'plan-0301'),
    ':thing': 'plan',
    ':code': 'C2',
    'reportar/:secret': things.reportLink,
    ':secret': things.secret,
    ':entryId': things.entry,
    ':clauseId': things.clause,
    'actores/organizaciones/:id': things.organisation,
    'actores/estructuras/:id': exampleId('PA', 'structure', 'mesa-0810'),
    'actores/personas/:id': exampleId('PA', 'person', 'oficial-0810'),
    'actores/traspaso/:id/anular': things.comingHandover,
    'actores/traspaso/:id': things.handover,
    'administracion/cuentas/:id': things.invited,
    'compromisos/importar/:id': things.sheet,
    'cifras/importar/:id': things.figures,
    'cifras/nombres/:id': things.names,
    // What is read has its whole life, what is written on is negotiated, what is signed waits for it.
    'convenios/:id/papel': exampleId('PA', 'agreement', 'especifico-1301'),
    'convenios/:id/vida': exampleId('PA', 'agreement', 'especifico-0808'),
    'convenios/:id/firmar': exampleId('PA', 'agreement', 'protocolo-0808'),
    'convenios/:id/archivos': exampleId('PA', 'agreement', 'protocolo-0808'),
    'convenios/:id/vigente': exampleId('PA', 'agreement', 'especifico-1307'),
    'convenios/:id/adendas/nueva': exampleId('PA', 'agreement', 'especifico-0301'),
    'convenios/instrumentos/:id': 'pa-convenio-especifico',
    'convenios/:id': negotiated,
    'ciclos/:id': exampleId('PA', 'report-cycle', 'quarterly'),
    'ciclos/formularios/:id': exampleId('PA', 'report-form', 'quarterly'),
    'reportes/:id': exampleId('PA', 'report', '0810'),
    'compromisos/:id/corregir': exampleId('PA', 'commitment', 'feria-0810'),
    'compromisos/:id/evidencia': exampleId('PA', 'commitment', 'canchas-0810'),
    'compromisos/:id/verificar': exampleId('PA', 'commitment', 'docentes-0810'),
    'compromisos/:id': exampleId('PA', 'commitment', 'promotores'),
    'informes/:id': things.bulletin,
    'encuestas/pulso/:id': things.round,
    'encuestas/:id': things.survey,
    'pulso/:secret': things.pulseSecret,
    'necesidades/:id': exampleId('PA', 'need', 'colegios-0810'),
    ':versionId': exampleId('PA', 'strategy-version', 'ensc 2'),
    ':elementId': exampleId('PA', 'strategy-element', 'linea-planes-locales 2'),
    'estrategia/lineas/:threadId': exampleId('PA', 'strategy-thread', 'linea-planes-locales'),
    'estrategia/:id': exampleId('PA', 'strategy', 'ensc'),
    'indicadores/:code/fuentes': 'HOM',
    'indicadores/:code/notas': 'HOM',
    'cifras/series/:id': '1',
    ':step': '4',
    ':run': things.importRun,
    'ruta/:id': exampleId('PA', 'path', 'ruta-0810'),
    'inventario/:id': exampleId('PA', 'inventory', 'familias-0810'),
    // What is written on is a draft, what is reviewed was sent, what is compared was approved.
    'planes/:id/revision': exampleId('PA', 'plan', 'plan-comite-0810'),
    'planes/:id/diferencia': exampleId('PA', 'plan', 'plan-0810'),
    'planes/:id': exampleId('PA', 'plan', 'plan-0301'),
    ':actionId': exampleId('PA', 'plan-action', 'permanencia-0301'),
  };
  return (routes as readonly Entry[])
    .filter(({ path }) => path !== '*' && !onlySentTo.includes(path ?? ''))
    .map(({ path = '' }) => {
      const filled = Object.entries(parts).reduce((address, [part, value]) => {
        const last = part.split('/').findLast((one) => one.startsWith(':')) ?? part;
        if (part.startsWith(':')) return address.replace(part, value);
        return address.startsWith(part) ? address.replace(last, value) : address;
      }, path);
      return `/${filled}`;
    });
}

/** Makes what no example holds: a hand-over, and somebody invited who has not entered. */
export async function makeThings(demo: Demo): Promise<Things> {
  const page = await demo.open('administracion');
  const { request } = page.context();
  const headers = { 'sec-fetch-site': 'same-origin', origin: demo.origin };
  const get = async (path: string) => (await request.get(path, { headers })).json();
  const post = async (path: string, data: unknown) => (await request.post(path, { data, headers })).json();
  const organisations = await get('/api/organisations?territory=PA-0810&kind=municipality');
  const passing = { fromPersonId: exampleId('PA', 'person', 'alcaldia-1301'), toPersonId: null };
  const handover = await post('/api/handovers', {
    passings: [passing],
    on: '2026-11-01',
    reason: 'Deja el cargo',
  });
  const comingHandover = await post('/api/handovers', {
    passings: [{ fromPersonId: exampleId('PA', 'person', 'alcaldia-0406'), toPersonId: null }],
    // In a month, when the term still runs.
    on: dayIn('PA', 30),
    reason: 'Cambio de gobierno',
  });
  const account = await post('/api/accounts', {
    name: 'Persona invitada de ejemplo',
    territory: 'PA-0810',
    role: { role: 'municipal-coordinator', territory: 'PA-0810' },
  });
  const sheet = await request.post(
    `/api/inventory-imports?organisation=${organisations.items[0].id}&fileName=POA.csv`,
    { data: 'Actividad,Año\nCine en la plaza,2026\n', headers: { ...headers, 'content-type': 'text/csv' } },
  );
  const list = await request.post('/api/commitment-sheets?territory=PA-0810&fileName=matriz.csv', {
    data: 'Compromiso;Responsable;Plazo\nPintar la cancha;Municipio de San Miguelito;junio 2027\n',
    headers: { ...headers, 'content-type': 'text/csv' },
  });
  const figures = await request.post('/api/value-imports?territory=PA&fileName=cifras.csv', {
    data: 'delito,año,mes,provincia,sexo\nHomicidio,2024,Enero,Panamá,Masculino\nHomicidio,2024,Enero,Chagres Oriental,Varón joven\n',
    headers: { ...headers, 'content-type': 'text/csv' },
  });
  const names = await post('/api/crosswalks', {
    country: 'PA',
    title: 'Nombres de ejemplo',
    reason: 'Para verlos',
    lines: [{ national: 'Homicidio de ejemplo', indicator: 'HOM', iccs: '0101' }],
  });
  const link = await post(`/api/cycle-reports/${exampleId('PA', 'report', '0406')}/links`, {
    addressee: 'Oficina de ejemplo',
  });
  const { clauses } = await get(`/api/agreements/${negotiated}`);
  const { verificationCode } = await get(
    `/api/agreements/${exampleId('PA', 'agreement', 'especifico-0808')}/life`,
  );
  const bulletin = await post('/api/bulletins', { territory: 'PA' });
  const survey = await post('/api/surveys', {
    territory: 'PA',
    title: 'Encuesta de ejemplo',
    population: 'Personas de 18 años y más',
    fieldworkFrom: '2026-03-01',
    fieldworkTo: '2026-04-01',
    design: {},
  });
  const round = await post('/api/pulse-rounds', {
    territory: 'PA-0810',
    title: 'Pulso de ejemplo',
    sectors: ['Centro'],
    opensOn: '2020-01-01',
    closesOn: '2099-12-31',
  });
  const trail = await get('/api/audit-entries?limit=1');
  const things = {
    organisation: organisations.items[0].id,
    handover: handover.id,
    comingHandover: comingHandover.id,
    invited: account.account.id,
    clause: clauses[0].id,
    secret: account.delivery.link.split('/').at(-1),
    entry: trail.items[0].id,
    importRun: (await sheet.json()).runId,
    sheet: (await list.json()).id,
    bulletin: bulletin.id,
    survey: survey.id,
    round: round.id,
    pulseSecret: round.link.split('/').at(-1),
    figures: (await figures.json()).id,
    names: names.id,
    code: verificationCode,
    reportLink: link.link.split('/').at(-1),
  };
  // Its answers are gone with it.
  await page.context().close();
  return things;
}
