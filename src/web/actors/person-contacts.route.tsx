import { call } from '../api.ts';
import { Page } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/person-contacts.route';
import { addressOfPerson, countryOf, crumbOf } from './actor-shapes.ts';
import { changeContact, ContactForms } from './contact-forms.tsx';
import { openForm } from './may-edit.ts';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const person = await call(context, 'getPerson', { personId: id }, request);
  openForm(context, request, person.abilities.includes('edit-person'));
  return { person, edited: new URL(request.url).searchParams.get('contacto') };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const here = `${addressOfPerson(id)}/contactos`;
  return changeContact(context, { personId: id }, await request.formData(), here);
}

export default function PersonContacts({ loaderData: { person, edited } }: Route.ComponentProps) {
  const say = useSay();
  const home = addressOfPerson(person.id);
  return (
    <InPlace country={countryOf(person.territory.reference)}>
      <Page
        title={say('actor-pages.contacts-of', { name: person.name })}
        crumbs={[crumbOf(person.territory), { to: home, title: person.name }]}
      >
        <ContactForms contacts={person.contacts} edited={edited} here={`${home}/contactos`} />
      </Page>
    </InPlace>
  );
}
