import { redirect } from 'react-router';
import { attempt, keyOf, refusedForm, textOf } from '../api.ts';
import { Button } from '../design/button.tsx';
import { FileField, Select } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/import-inventory.route';
import { organisationsToWriteFor } from './inventory-choices.ts';
import { openForm, writesPlans } from './open-form.ts';

const maximumBytes = 20_000_000;

export async function loader({ context, request }: Route.LoaderArgs) {
  openForm(context, request, writesPlans(context));
  return { organisations: await organisationsToWriteFor(context, request) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const file = form.get('file');
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const fileName = (file instanceof File && file.name) || 'archivo.xlsx';
  const mediaType = /\.csv$/i.test(fileName)
    ? 'text/csv'
    : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const given = { organisation: textOf(form, 'organisation'), fileName, bytes, mediaType } as const;
  const started = await attempt(context, 'startInventoryImport', given, keyOf(form));
  return started.ok
    ? redirect(`/inventario/importar/${started.answer.runId}`)
    : refusedForm(started.refused, form);
}

/** A sheet as it is, of any layout: its columns are settled on the next page. */
export default function ImportInventory({ loaderData: { organisations } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page
      title={say('inventory.import')}
      lead={say('inventory.import-lead')}
      crumbs={[{ to: '/inventario', title: say('inventory.title') }]}
    >
      <DataForm
        encType="multipart/form-data"
        labels={{ file: say('inventory.file'), organisation: say('inventory.organisation') }}
      >
        <Select
          name="organisation"
          label={say('inventory.organisation')}
          options={organisations}
          defaultValue={organisations[0]?.value ?? ''}
          required
        />
        <FileField name="file" label={say('inventory.file')} maximumBytes={maximumBytes} required />
        <Button>{say('inventory.upload')}</Button>
      </DataForm>
    </Page>
  );
}
