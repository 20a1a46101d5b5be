import { redirect } from 'react-router';
import { address, attempt, call, keyOf, refusedForm, textOf, type Answer } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Moment } from '../design/date-words.tsx';
import { DataForm } from '../design/form.tsx';
import { Page, Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/boundaries.route';
import { BoundaryForm, TerritoryFileForm } from './boundary-forms.tsx';
import { BoundaryReport } from './boundary-report.tsx';
import { addressOfTerritory } from './territory-shapes.ts';

export async function loader({ context, params: { reference }, request }: Route.LoaderArgs) {
  const country = reference.slice(0, 2);
  const [territory, layers, { items: countries }] = await Promise.all([
    call(context, 'getTerritory', { reference: country }, request),
    call(context, 'listBoundaryLayers', { country, limit: 50 }, request),
    call(context, 'listCountries', {}, request),
  ]);
  const kinds = countries.find((one) => one.code === country)?.kinds ?? [];
  const files = [...new Set(layers.items.filter((layer) => layer.current).map((layer) => layer.level))].map(
    (level) => ({
      level,
      href: address(context, 'exportBoundaries', { country, level, format: 'geojson' }),
    }),
  );
  const csv = address(context, 'exportTerritories', { country });
  return { territory, layers: layers.items, kinds, files, csv, country };
}

export async function action({ context, params: { reference }, request }: Route.ActionArgs) {
  const country = reference.slice(0, 2);
  const form = await request.formData();
  const key = keyOf(form);
  const wish = textOf(form, '_form');
  if (wish === 'restore') {
    const restored = await attempt(context, 'restoreBoundaryLayer', { id: textOf(form, 'id') }, key);
    return restored.ok
      ? redirect(`${addressOfTerritory(country)}/limites`)
      : refusedForm(restored.refused, form);
  }
  const file = form.get('file');
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const fileName = file instanceof File ? file.name : '';
  const apply = form.has('apply') ? 'yes' : 'no';
  if (wish === 'territories') {
    const given = { country, apply, fileName, bytes, mediaType: 'text/csv' } as const;
    const read = await attempt(context, 'importTerritories', given, key);
    return read.ok ? { territories: read.answer } : refusedForm(read.refused, form);
  }
  const level = textOf(form, 'level');
  const given = {
    country,
    apply,
    fileName,
    bytes,
    mediaType: 'application/octet-stream',
    ...(level && { level: Number(level) }),
    ...(textOf(form, 'projection') && { projection: textOf(form, 'projection') }),
    ...(textOf(form, 'title') && { title: textOf(form, 'title') }),
    ...(textOf(form, 'licence') && { licence: textOf(form, 'licence') }),
    accept: textsOf(form, 'accept').join(','),
    leave: textsOf(form, 'leave').join(','),
  } as const;
  const read = await attempt(context, 'importBoundaries', given, key);
  return read.ok ? { report: read.answer } : refusedForm(read.refused, form);
}

function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

export default function Boundaries({ loaderData, actionData }: Route.ComponentProps) {
  const { territory, layers, kinds, files, csv, country } = loaderData;
  const say = useSay();
  const mayEdit = territory.abilities.includes('edit-territory');
  const report = actionData && 'report' in actionData ? actionData.report : null;
  const territories = actionData && 'territories' in actionData ? actionData.territories : null;
  return (
    <InPlace country={country}>
      <Page
        title={say('places.boundaries')}
        lead={say('places.boundaries-lead')}
        crumbs={[{ to: addressOfTerritory(country), title: territory.name }]}
      >
        {report && <BoundaryReport report={report} />}
        <Layers layers={layers} kinds={kinds} mayEdit={mayEdit} files={files} />
        {mayEdit && <BoundaryForm kinds={kinds} questions={report?.questions ?? []} />}
        {mayEdit && <TerritoryFileForm csv={csv} result={territories} />}
      </Page>
    </InPlace>
  );
}

type Layer = Answer<'listBoundaryLayers'>['items'][number];
type Kind = Answer<'listCountries'>['items'][number]['kinds'][number];

function Layers({
  layers,
  kinds,
  mayEdit,
  files,
}: {
  layers: readonly Layer[];
  kinds: readonly Kind[];
  mayEdit: boolean;
  files: readonly { level: number; href: string }[];
}) {
  const say = useSay();
  const levelName = (level: number) =>
    kinds
      .filter((kind) => kind.level === level)
      .map((kind) => kind.plural[say.language])
      .join(', ') || String(level);
  return (
    <Section title={say('places.layers')}>
      <Table
        caption={say('places.layers')}
        isCaptionHidden
        rows={layers}
        rowKey={(layer) => layer.id}
        columns={[
          { id: 'title', title: say('places.boundary-title'), cell: (layer) => layer.title },
          { id: 'level', title: say('places.boundary-level'), cell: (layer) => levelName(layer.level) },
          { id: 'areas', title: say('places.layer-areas'), isNumber: true, cell: (layer) => layer.areas },
          { id: 'licence', title: say('places.boundary-licence'), cell: (layer) => layer.licence },
          {
            id: 'loaded',
            title: say('places.layer-loaded'),
            cell: (layer) => <Moment instant={layer.loadedAt} />,
          },
          {
            id: 'state',
            title: say('places.standing'),
            cell: (layer) => (
              <LayerState
                layer={layer}
                mayEdit={mayEdit}
                file={files.find((one) => one.level === layer.level)}
              />
            ),
          },
        ]}
      />
    </Section>
  );
}

function LayerState({
  layer,
  mayEdit,
  file,
}: {
  layer: Layer;
  mayEdit: boolean;
  file: { href: string } | undefined;
}) {
  const say = useSay();
  if (layer.current) {
    return (
      <>
        {say('places.layer-current')}{' '}
        {file && (
          <a href={file.href} download>
            GeoJSON
          </a>
        )}
      </>
    );
  }
  if (!mayEdit) return say('places.layer-former');
  return (
    <DataForm name="restore">
      <input type="hidden" name="id" value={layer.id} />
      <Button look="quiet">{say('places.layer-use')}</Button>
    </DataForm>
  );
}
