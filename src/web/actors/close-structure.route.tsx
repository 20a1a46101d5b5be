import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Page } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/close-structure.route';
import { addressOfStructure, countryOf, crumbOf } from './actor-shapes.ts';
import { Conflict } from './conflict.tsx';
import { EndForm, MistakeForm } from './leaving-forms.tsx';
import { openForm } from './may-edit.ts';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const structure = await call(context, 'getStructure', { structureId: id }, request);
  openForm(context, request, structure.abilities.includes('edit-structure'));
  return { structure };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const at = { structureId: id, version: Number(textOf(form, 'version')) };
  const key = keyOf(form);
  const reason = textOf(form, 'reason');
  const wish = textOf(form, '_form');
  const result =
    wish === 'delete'
      ? await attempt(context, 'deleteStructure', at, key)
      : wish === 'annul'
        ? await attempt(context, 'annulStructure', { ...at, body: { reason } }, key)
        : await attempt(context, 'endStructure', { ...at, body: { on: textOf(form, 'on'), reason } }, key);
  if (!result.ok) return refusedForm(result.refused, form);
  return redirect(wish === 'delete' ? '/actores/estructuras' : addressOfStructure(id));
}

export default function CloseStructure({ loaderData: { structure } }: Route.ComponentProps) {
  const say = useSay();
  const here = addressOfStructure(structure.id);
  return (
    <InPlace country={countryOf(structure.territory.reference)}>
      <Page
        title={say('actor-pages.close-of', { name: structure.name })}
        lead={say('actor-pages.close-lead')}
        crumbs={[crumbOf(structure.territory), { to: here, title: structure.name }]}
      >
        <Conflict labels={{ name: say('actor-pages.name') }} />
        <EndForm
          version={structure.version}
          title={say('actor-pages.end')}
          lead={say('actor-pages.end-structure-lead')}
        />
        <MistakeForm
          version={structure.version}
          dependents={structure.dependents}
          words={{ name: structure.name }}
        />
      </Page>
    </InPlace>
  );
}
