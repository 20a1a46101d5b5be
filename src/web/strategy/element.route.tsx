import { data, redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Select, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page, Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/element.route';
import { elementBody } from './element-body.ts';
import { ElementFields, useElementLabels } from './element-fields.tsx';
import { findInstitutions } from './institutions.ts';
import { openForm } from './open-form.ts';
import { ConfirmText } from './strategy-form.tsx';
import { addressOfVersion, titleOf, type Element, type Version } from './strategy-shapes.ts';

export async function loader({ context, params: { versionId, elementId }, request }: Route.LoaderArgs) {
  const version = await call(context, 'getStrategyVersion', { versionId }, request);
  openForm(context, request, version.abilities);
  const isNew = elementId === 'nuevo';
  const element = version.elements.find(({ id }) => id === elementId) ?? null;
  if (!isNew && element === null) throw data({ code: 'shared.not-found', requestId: '' }, 404);
  const under = isNew ? new URL(request.url).searchParams.get('bajo') : (element?.parentId ?? null);
  const country = version.strategy.territory.reference;
  const institutions = await findInstitutions(context, country, request);
  return { version, element, institutions, above: version.elements.find(({ id }) => id === under) ?? null };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const done = await change(context, params, form);
  return done.ok ? redirect(addressOfVersion(params.id, params.versionId)) : refusedForm(done.refused, form);
}

/** Each form of the page is one deed. */
function change(context: Route.ActionArgs['context'], params: Route.ActionArgs['params'], form: FormData) {
  const { versionId, elementId } = params;
  const at = { elementId, version: Number(textOf(form, 'version')) };
  const parentId = textOf(form, 'parentId') || null;
  const key = keyOf(form);
  switch (textOf(form, '_form')) {
    case 'move': {
      const position = Math.max(0, Number(textOf(form, 'position')) - 1);
      return attempt(context, 'moveStrategyElement', { ...at, body: { parentId, position } }, key);
    }
    case 'remove':
      return attempt(context, 'removeStrategyElement', at, key);
    default:
      return elementId === 'nuevo'
        ? attempt(context, 'addStrategyElement', { versionId, body: { parentId, ...elementBody(form) } }, key)
        : attempt(context, 'updateStrategyElement', { ...at, body: elementBody(form) }, key);
  }
}

/** An axis, an objective or a line of a draft: what it says, where it stands, or that it goes. */
export default function ElementPage({ loaderData }: Route.ComponentProps) {
  const { version, element, institutions, above } = loaderData;
  const say = useSay();
  const { strategy } = version;
  const level = element?.level ?? (above?.level ?? 0) + 1;
  const kind = strategy.levels[level - 1]?.[say.language].toLowerCase() ?? '';
  return (
    <Page
      title={element ? titleOf(element) : say('strategies.add-kind', { kind })}
      lead={above ? say('strategies.within', { title: titleOf(above) }) : undefined}
      crumbs={[
        {
          to: addressOfVersion(strategy.id, version.id),
          title: `${strategy.title}, ${say('strategies.version-number', { number: version.number }).toLowerCase()}`,
        },
      ]}
    >
      <DataForm labels={useElementLabels()}>
        <input type="hidden" name="version" value={element?.version ?? 0} />
        <input type="hidden" name="parentId" value={above?.id ?? ''} />
        <ElementFields element={element} institutions={institutions} />
        <ConfirmText />
        <Button>{say('strategies.save')}</Button>
      </DataForm>
      {element && <Move version={version} element={element} />}
      {element && (
        <Section title={say('strategies.remove')}>
          <p>{say('strategies.remove-lead')}</p>
          <DataForm name="remove">
            <input type="hidden" name="version" value={element.version} />
            <Button look="danger">{say('strategies.remove')}</Button>
          </DataForm>
        </Section>
      )}
    </Page>
  );
}

function Move({ version, element }: { version: Version; element: Element }) {
  const say = useSay();
  const parents = version.elements.filter(({ level }) => level === element.level - 1);
  const siblings = version.elements.filter(({ parentId }) => parentId === element.parentId);
  return (
    <Section title={say('strategies.move')}>
      <DataForm
        name="move"
        labels={{ parentId: say('strategies.under'), position: say('strategies.position') }}
      >
        <input type="hidden" name="version" value={element.version} />
        {element.level > 1 && (
          <Select
            name="parentId"
            label={say('strategies.under')}
            options={parents.map((parent) => ({ value: parent.id, label: titleOf(parent) }))}
            defaultValue={element.parentId ?? ''}
            required
          />
        )}
        <TextInput
          name="position"
          label={say('strategies.position')}
          inputMode="numeric"
          defaultValue={String(siblings.findIndex(({ id }) => id === element.id) + 1)}
          required
        />
        <Button look="plain">{say('strategies.move')}</Button>
      </DataForm>
    </Section>
  );
}
