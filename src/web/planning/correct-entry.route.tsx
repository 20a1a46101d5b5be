import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Page } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/correct-entry.route';
import { entryBody, EntryFields } from './entry-fields.tsx';
import { EntryForm } from './entry-form.tsx';
import { organisationsToWriteFor, placesToWriteAt } from './inventory-choices.ts';
import { addressOfEntry } from './inventory-shapes.ts';
import { openForm } from './open-form.ts';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const entry = await call(context, 'getInventoryEntry', { entryId: id }, request);
  openForm(context, request, entry.mayEdit);
  const [organisations, places] = await Promise.all([
    organisationsToWriteFor(context, request),
    placesToWriteAt(context, request, entry.territory.reference.slice(0, 2)),
  ]);
  const own = entry.organisation;
  const place = entry.territory;
  return {
    entry,
    organisations:
      own && !organisations.some(({ value }) => value === own.id)
        ? [{ value: own.id, label: own.name }, ...organisations]
        : organisations,
    places: places.some(({ value }) => value === place.reference)
      ? places
      : [{ value: place.reference, label: place.name }, ...places],
  };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const given = { entryId: id, version: Number(textOf(form, 'version')), body: entryBody(form) };
  const saved = await attempt(context, 'updateInventoryEntry', given, keyOf(form));
  return saved.ok ? redirect(`/inventario/${id}`) : refusedForm(saved.refused, form);
}

export default function CorrectEntry({ loaderData }: Route.ComponentProps) {
  const { entry, organisations, places } = loaderData;
  const say = useSay();
  return (
    <InPlace country={entry.territory.reference.slice(0, 2)}>
      <Page
        title={say('inventory.correct')}
        crumbs={[
          { to: '/inventario', title: say('inventory.title') },
          { to: addressOfEntry(entry), title: entry.title },
        ]}
      >
        <EntryForm draft={`inventory-${entry.id}`}>
          <input type="hidden" name="version" value={entry.version} />
          <EntryFields entry={entry} organisations={organisations} places={places} />
        </EntryForm>
      </Page>
    </InPlace>
  );
}
