import { redirect } from 'react-router';
import { attempt, keyOf, pageOfRequest, refusedForm } from '../api.ts';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/new-entry.route';
import { entryBody, EntryFields } from './entry-fields.tsx';
import { EntryForm } from './entry-form.tsx';
import { organisationsToWriteFor, placesToWriteAt } from './inventory-choices.ts';
import { openForm, writesPlans } from './open-form.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  openForm(context, request, writesPlans(context));
  const home = pageOfRequest(context).visitor?.home.reference ?? '';
  const [organisations, places] = await Promise.all([
    organisationsToWriteFor(context, request),
    placesToWriteAt(context, request, home),
  ]);
  return { organisations, places };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = { ...entryBody(form), confirmNew: form.has('confirmNew') };
  const made = await attempt(context, 'createInventoryEntry', { body }, keyOf(form));
  return made.ok ? redirect(`/inventario/${made.answer.id}`) : refusedForm(made.refused, form);
}

export default function NewEntry({ loaderData: { organisations, places } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page
      title={say('inventory.register')}
      lead={say('inventory.none-lead')}
      crumbs={[{ to: '/inventario', title: say('inventory.title') }]}
    >
      <EntryForm draft="inventory-new">
        <EntryFields entry={null} organisations={organisations} places={places} />
      </EntryForm>
    </Page>
  );
}
