import { call } from '../api.ts';
import { Page } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/merge-person.route';
import { addressOfPerson, countryOf, crumbOf } from './actor-shapes.ts';
import { openForm } from './may-edit.ts';
import { mergeAction, MergePage, mergesOf, type MergeAnswer } from './merge-page.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const person = await call(context, 'getPerson', { personId: id }, request);
  openForm(context, request, person.abilities.includes('merge'));
  return { person, merges: await mergesOf(context, 'person', id) };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  return mergeAction(context, 'person', id, await request.formData(), addressOfPerson);
}

export default function MergePerson({ loaderData: { person, merges }, actionData }: Route.ComponentProps) {
  const say = useSay();
  const country = countryOf(person.territory.reference);
  return (
    <InPlace country={country}>
      <Page
        title={say('actor-pages.merge-of', { name: person.name })}
        lead={say('actor-pages.merge-lead')}
        crumbs={[crumbOf(person.territory), { to: addressOfPerson(person.id), title: person.name }]}
      >
        <MergePage
          name={person.name}
          country={country}
          answer={actionData as MergeAnswer | undefined}
          merges={merges}
        />
      </Page>
    </InPlace>
  );
}
