import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { Select, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/inventory-import.route';
import { columnFields, type SeenImport } from './import-shapes.ts';
import { ImportOutcome, RowsLeftOut, RowsToMend } from './import-report.tsx';
import styles from './planning.module.css';

export async function loader({ context, params: { run }, request }: Route.LoaderArgs) {
  const seen = await call(context, 'getInventoryImport', { runId: run }, request);
  const whose = await call(context, 'getOrganisation', { organisationId: seen.organisation.id }, request);
  return { seen, country: whose.territory.reference.slice(0, 2) };
}

export async function action({ context, params: { run }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const key = keyOf(form);
  const at = { runId: run };
  const which = textOf(form, '_form');
  const year = textOf(form, 'year');
  const columns = [...form.keys()]
    .filter((name) => name.startsWith('column-') && textOf(form, name) !== '')
    .map((name) => ({ index: Number(name.slice('column-'.length)), field: textOf(form, name) }));
  const done =
    which === 'apply'
      ? await attempt(context, 'applyInventoryImport', at, key)
      : which === 'revoke'
        ? await attempt(context, 'revokeInventoryImport', at, key)
        : await attempt(
            context,
            'setInventoryColumns',
            { ...at, body: { columns, year: year === '' ? null : Number(year) } },
            key,
          );
  return done.ok ? redirect(`/inventario/importar/${run}`) : refusedForm(done.refused, form);
}

/** A sheet before it is imported: what its columns hold, what each row would do, what is to be mended; then the way back. */
export default function InventoryImport({ loaderData: { seen, country } }: Route.ComponentProps) {
  const say = useSay();
  const isOpen = seen.standing === 'previewed';
  const { creates, changes, same } = seen;
  return (
    <InPlace country={country}>
      <Page
        title={seen.fileName}
        lead={say('inventory.sheet-of', { sheet: seen.sheet, organisation: seen.organisation.name })}
        crumbs={[
          { to: '/inventario', title: say('inventory.title') },
          { to: '/inventario/importar', title: say('inventory.import') },
        ]}
      >
        {seen.standing === 'revoked' && <Notice kind="done" title={say('inventory.revoked')} />}
        {seen.standing === 'applied' && (
          <Notice kind="done" title={say('inventory.applied')}>
            <p>{say('inventory.would', { creates, changes, same })}</p>
            <div className={styles.deeds}>
              <ButtonLink to={`/inventario?organizacion=${seen.organisation.id}`}>
                {say('inventory.see')}
              </ButtonLink>
              <DataForm name="revoke">
                <Button look="quiet">{say('inventory.revoke')}</Button>
              </DataForm>
            </div>
          </Notice>
        )}
        {isOpen && (
          <>
            <Section title={say('inventory.columns')}>
              <Columns seen={seen} />
            </Section>
            <RowsToMend seen={seen} />
            <ImportOutcome seen={seen} />
            <RowsLeftOut seen={seen} />
          </>
        )}
      </Page>
    </InPlace>
  );
}

function Columns({ seen }: { seen: SeenImport }) {
  const say = useSay();
  const options = [
    { value: '', label: say('inventory.column.nothing') },
    ...columnFields.map((value) => ({ value, label: say(`inventory.column.${value}`) })),
  ];
  return (
    <DataForm name="columns" labels={{ year: say('inventory.columns-year') }}>
      <p>{say('inventory.columns-lead')}</p>
      <div className={styles.filters}>
        {seen.columns.map((column) => (
          <Select
            key={column.index}
            name={`column-${column.index}`}
            label={say('inventory.columns-column', { letters: column.letters, header: column.header })}
            help={column.samples.join(' · ')}
            options={options}
            defaultValue={column.field ?? ''}
          />
        ))}
        <TextInput
          name="year"
          label={say('inventory.columns-year')}
          inputMode="numeric"
          maxLength={4}
          defaultValue={seen.year ?? ''}
        />
      </div>
      <Button look="plain">{say('inventory.columns-save')}</Button>
    </DataForm>
  );
}
