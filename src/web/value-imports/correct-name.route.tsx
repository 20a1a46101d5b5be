import { redirect } from 'react-router';
import { openForm } from '../actors/may-edit.ts';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button } from '../design/button.tsx';
import { TextArea, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/correct-name.route';
import { loadNameChoices } from './load-name-choices.ts';
import { meaningsOfForm, NameMeanings } from './name-meanings.tsx';
import { addressOfNames } from './names-table.tsx';
import { VersionLine } from './version-line.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const list = await call(context, 'getCrosswalk', { crosswalk: id }, request);
  openForm(context, request, list.abilities.includes('edit-indicator'));
  const name = new URL(request.url).searchParams.get('nombre');
  const lines = list.lines.filter(({ national }) => national === name);
  const choices = await loadNameChoices(context, list.country, request);
  return { list, name: lines.length > 0 ? name : null, lines, choices };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = {
    national: textOf(form, 'national'),
    lines: meaningsOfForm(form),
    reason: textOf(form, 'reason'),
  };
  const at = { crosswalk: id, version: Number(textOf(form, 'version')), body };
  const result = await attempt(context, 'correctCrosswalkName', at, keyOf(form));
  return result.ok ? redirect(addressOfNames(result.answer.id)) : refusedForm(result.refused, form);
}

/** What one name of a source stands for, or a new name: saved as a new version of the list, with the reason. */
export default function CorrectNamePage({
  loaderData: { list, name, lines, choices },
}: Route.ComponentProps) {
  const say = useSay();
  const newest = list.versions[0];
  return (
    <InPlace country={list.country ?? undefined}>
      <Page
        title={
          name === null
            ? say('crosswalks.add-name-to', { title: list.title })
            : say('crosswalks.correct-name', { name })
        }
        lead={say('crosswalks.versions-lead')}
        crumbs={[
          { to: '/cifras/nombres', title: say('crosswalks.title') },
          { to: addressOfNames(list.id), title: list.title },
        ]}
      >
        <VersionLine list={list} />
        {!list.isNewest && newest && <Notice kind="warning" title={say('crosswalks.former')} />}
        <DataForm labels={{ national: say('crosswalks.name'), reason: say('crosswalks.why') }}>
          <input type="hidden" name="version" value={list.number} />
          {name === null ? (
            <TextInput name="national" label={say('crosswalks.name')} maxLength={300} required />
          ) : (
            <input type="hidden" name="national" value={name} />
          )}
          <NameMeanings lines={lines} choices={choices} />
          <TextArea
            name="reason"
            label={say('crosswalks.why')}
            help={say('crosswalks.why-help')}
            rows={2}
            required
          />
          <Button>{say('crosswalks.save')}</Button>
        </DataForm>
      </Page>
    </InPlace>
  );
}
