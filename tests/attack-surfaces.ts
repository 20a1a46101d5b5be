import { z } from 'zod';
import type { Operation } from '#contract/operation.ts';
import { allOperations } from '#http/all-bindings.ts';
import routes from '../src/web/routes.ts';
import { addressOf, queryOf } from './api/hostile-values.ts';
import type { AttackWorld } from './attack-world.ts';

/** What stands in for the parts of an address: the figures that are attacked, and what was made beside them. */
export type Things = Readonly<
  Record<
    'place' | 'month' | 'organisation' | 'bulletin' | 'cycle' | 'form' | 'report' | 'view' | 'secret',
    string
  >
>;

// Of the installation, and of whoever asks: they say what time it is, and what was just read.
const ofTheMoment = new Set([
  'getHealth',
  'listSessions',
  'getSession',
  'getMyAccount',
  'exportMyData',
  'listAuditEntries',
  'exportAuditEntries',
]);
const pagesOfTheMoment = /^(mi-cuenta|administracion\/auditoria)/;

/** Every address of the API that reads, as whoever looks for a figure of a place would ask it. */
export function doorsOfApi(attacked: AttackWorld, things: Things): string[] {
  const reading = Object.values(allOperations).filter(
    ({ id, method }) => method === 'GET' && !ofTheMoment.has(id),
  );
  return [...new Set(reading.flatMap((operation) => doorsOf(operation, attacked, things)))];
}

function doorsOf(operation: Operation, { series }: AttackWorld, things: Things): string[] {
  const { cycle, form, month, organisation, place, report, secret, view, bulletin } = things;
  const inPath = { reference: place, territory: place, code: 'PUERTAS', organisationId: organisation };
  const found = { bulletin, cycle, form, report, view };
  const paths = operation.path.includes('{series}')
    ? Object.values(series).map((id) => addressOf(operation, { series: id }))
    : [addressOf(operation, { ...inPath, ...found })];
  const asked = new Set(Object.keys(operation.query?.shape ?? {}));
  const only = (given: Record<string, string>) =>
    Object.fromEntries(Object.entries(given).filter(([name]) => asked.has(name)));
  const [first, second] = Object.values(series).map(String) as [string, string];
  const here = { indicator: 'PUERTAS', indicators: 'PUERTAS,PUERTAS-TASA', secret, first, second };
  const span = { from: '2024', to: '2024', quarter: '2024-Q4' };
  const some = [
    here,
    { ...here, territory: place },
    { ...here, ...span, within: 'XA', level: '2', period: 'month', by: 'sex' },
    { ...here, ...span, within: 'XA', level: '2', period: 'month', across: 'period' },
    { ...here, ...span, within: 'XA', level: '1', period: 'year', indicator: 'PUERTAS-TASA' },
    { ...here, from: '2024-01', to: '2024-12', territory: place, period: 'month', kind: 'territory' },
    {
      ...here,
      from: month,
      to: month,
      within: 'XA',
      level: '2',
      period: month.length === 7 ? 'month' : 'year',
    },
    { ...here, territory: place, period: month, crossing: 'sex=f' },
    { ...here, ...span, territory: 'XA', organisation, kind: 'institution', series: second },
    { text: 'PUERTAS' },
  ].map(only);
  const formats = asked.has('format') ? formatsOf(operation) : [null];
  return paths.flatMap((path) =>
    some.flatMap((query) =>
      formats.map(
        (format) => path + queryOf(operation, { ...query, ...(format === null ? {} : { format }) }),
      ),
    ),
  );
}

function formatsOf({ query }: Operation): string[] {
  const described = z.toJSONSchema(query?.shape['format'] as z.ZodType, {
    io: 'input',
    unrepresentable: 'any',
  });
  const listed =
    described.enum ?? described.anyOf?.flatMap((one) => (typeof one === 'object' ? (one.enum ?? []) : []));
  return (listed ?? ['json']).map(String);
}

type Entry = { readonly path?: string | undefined };

/** Every page, as it is drawn and as its data are sent alone; those that show figures, in each of their forms. */
export function doorsOfPages({ series }: AttackWorld, things: Things): string[] {
  const parts: Readonly<Record<string, string>> = {
    ':reference': things.place,
    ':code': 'PUERTAS',
    'cifras/series/:id': String(series.months),
    'ciclos/formularios/:id': things.form,
    'ciclos/:id': things.cycle,
    'reportes/:id': things.report,
    'informes/:id': things.bulletin,
    'actores/organizaciones/:id': things.organisation,
    'reportar/:secret': things.secret,
  };
  const plain = (routes as readonly Entry[])
    .filter(({ path = '' }) => path !== '*' && !pagesOfTheMoment.test(path))
    .map(({ path = '' }) =>
      Object.entries(parts)
        .reduce((address, [part, value]) => {
          const last = part.split('/').at(-1) ?? part;
          return part.startsWith(':') || address.startsWith(part) ? address.replace(last, value) : address;
        }, path)
        .replaceAll(/:\w+/g, '00000000-0000-7000-8000-000000000000'),
    );
  return [...new Set([...plain, ...withFigures(series, things)])].flatMap((address) => [
    `/${address}`,
    `/${asData(address)}`,
  ]);
}

// As the router asks for what a page needs, without the page.
function asData(address: string): string {
  const [path = '', query] = address.split('?');
  return `${path === '' ? '_root' : path}.data${query === undefined ? '' : `?${query}`}`;
}

function withFigures(series: AttackWorld['series'], { month, organisation, place }: Things): string[] {
  const asked = `indicador=PUERTAS&territorio=XA&nivel=2&desde=2024&hasta=2024`;
  const ids = Object.values(series);
  return [
    ...['XA', place].flatMap((at) => [
      `indicadores/PUERTAS?territorio=${at}`,
      `indicadores/PUERTAS-TASA?territorio=${at}`,
      `indicadores/PUERTAS/notas?territorio=${at}`,
      `indicadores/PUERTAS/metas?territorio=${at}`,
      `cifras/correcciones?indicador=PUERTAS&territorio=${at}`,
      `informes?territorio=${at}`,
      `territorios/${at}`,
      `territorios/${at}/hoja`,
    ]),
    ...['tabla', 'grafica', 'mapa'].flatMap((look) => [
      `explorar?${asked}&cada=month&ver=${look}`,
      `explorar?${asked}&cada=year&por=sex&columnas=sex&ver=${look}`,
      `explorar?${asked}&cada=year&indicador=PUERTAS-TASA&ver=${look}`,
      `explorar?indicador=PUERTAS&territorio=${place}&desde=${month}&hasta=${month}&cada=month&ver=${look}`,
    ]),
    ...ids.flatMap((first) =>
      ids
        .filter((second) => second !== first)
        .map(
          (second) => `indicadores/PUERTAS/fuentes?primera=${first}&segunda=${second}&desde=2024&hasta=2024`,
        ),
    ),
    ...ids.map((id) => `cifras/series/${id}?territorio=${place}`),
    `informes/borrador?territorio=${place}&trimestre=2024-Q4`,
    `informes/borrador?territorio=XA&institucion=${organisation}&trimestre=2024-Q4`,
    'informes/borrador?territorio=XA&trimestre=2024-Q4',
    'buscar?texto=PUERTAS',
  ];
}
