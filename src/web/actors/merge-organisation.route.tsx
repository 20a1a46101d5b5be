import { call } from '../api.ts';
import { Page } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/merge-organisation.route';
import { addressOfOrganisation, countryOf, crumbOf } from './actor-shapes.ts';
import { openForm } from './may-edit.ts';
import { mergeAction, MergePage, mergesOf, type MergeAnswer } from './merge-page.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const organisation = await call(context, 'getOrganisation', { organisationId: id }, request);
  openForm(context, request, organisation.abilities.includes('merge'));
  return { organisation, merges: await mergesOf(context, 'organisation', id) };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  return mergeAction(context, 'organisation', id, await request.formData(), addressOfOrganisation);
}

export default function MergeOrganisation({
  loaderData: { organisation, merges },
  actionData,
}: Route.ComponentProps) {
  const say = useSay();
  const country = countryOf(organisation.territory.reference);
  return (
    <InPlace country={country}>
      <Page
        title={say('actor-pages.merge-of', { name: organisation.name })}
        lead={say('actor-pages.merge-lead')}
        crumbs={[
          crumbOf(organisation.territory),
          { to: addressOfOrganisation(organisation.id), title: organisation.name },
        ]}
      >
        <MergePage
          name={organisation.name}
          country={country}
          answer={actionData as MergeAnswer | undefined}
          merges={merges}
        />
      </Page>
    </InPlace>
  );
}
