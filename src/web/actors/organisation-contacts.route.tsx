import { call } from '../api.ts';
import { Page } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/organisation-contacts.route';
import { addressOfOrganisation, countryOf, crumbOf } from './actor-shapes.ts';
import { changeContact, ContactForms } from './contact-forms.tsx';
import { openForm } from './may-edit.ts';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const organisation = await call(context, 'getOrganisation', { organisationId: id }, request);
  openForm(context, request, organisation.abilities.includes('edit-organisation'));
  return { organisation, edited: new URL(request.url).searchParams.get('contacto') };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const here = `${addressOfOrganisation(id)}/contactos`;
  return changeContact(context, { organisationId: id }, await request.formData(), here);
}

export default function OrganisationContacts({ loaderData: { organisation, edited } }: Route.ComponentProps) {
  const say = useSay();
  const home = addressOfOrganisation(organisation.id);
  return (
    <InPlace country={countryOf(organisation.territory.reference)}>
      <Page
        title={say('actor-pages.contacts-of', { name: organisation.name })}
        crumbs={[crumbOf(organisation.territory), { to: home, title: organisation.name }]}
      >
        <ContactForms contacts={organisation.contacts} edited={edited} here={`${home}/contactos`} />
      </Page>
    </InPlace>
  );
}
