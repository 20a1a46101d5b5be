import { redirect } from 'react-router';
import type { NeedPart } from '#domain/diagnosis/need-merge.ts';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Checkbox, Select } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Empty } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/merge-need.route';
import { addressOfNeed, fieldWord } from './need-shapes.ts';
import { openForm } from './open-form.ts';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const need = await call(context, 'getNeed', { needId: id }, request);
  openForm(context, request, need.abilities);
  const territory = need.territory.reference;
  const { items } = await call(context, 'listNeeds', { territory, limit: 200 }, request);
  return { need, others: items.filter((one) => one.id !== id) };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const absorbedId = textOf(form, 'absorbedId');
  const take = form.getAll('take').map(String) as NeedPart[];
  const body = { keptId: id, absorbedId, take };
  if (textOf(form, '_form') === 'preview') {
    const seen = await attempt(context, 'previewNeedMerge', { body });
    return seen.ok ? { preview: seen.answer } : refusedForm(seen.refused, form);
  }
  const merged = await attempt(context, 'mergeNeeds', { body }, keyOf(form));
  return merged.ok ? redirect(addressOfNeed(id)) : refusedForm(merged.refused, form);
}

/** Two entries of one need become one: choose the other, see what would change, decide. */
export default function MergeNeed({ loaderData: { need, others }, actionData }: Route.ComponentProps) {
  const say = useSay();
  const preview = actionData && 'preview' in actionData ? actionData.preview : null;
  return (
    <Page
      title={say('needs.merge')}
      lead={say('needs.merge-lead')}
      crumbs={[{ to: addressOfNeed(need.id), title: need.problem }]}
    >
      {others.length === 0 && <Empty title={say('needs.merge-none')} />}
      {others.length > 0 && (
        <DataForm name="preview" labels={{ absorbedId: say('needs.merge-other') }}>
          <Select
            name="absorbedId"
            label={say('needs.merge-other')}
            options={others.map((one) => ({
              value: one.id,
              label: `${one.problem} (${one.territory.name})`,
            }))}
            defaultValue={preview?.absorbed.id}
            required
          />
          <Button look={preview ? 'plain' : 'main'}>{say('needs.merge-preview')}</Button>
        </DataForm>
      )}
      {preview && <Preview preview={preview} />}
    </Page>
  );
}

type Preview = {
  readonly absorbed: { readonly id: string; readonly problem: string };
  readonly changed: readonly string[];
  readonly conflicts: readonly string[];
};

function Preview({ preview }: { preview: Preview }) {
  const say = useSay();
  const format = useFormat();
  const changed = [...new Set(preview.changed.map((field) => fieldWord(say, field)))];
  return (
    <Section title={preview.absorbed.problem}>
      <p>
        {changed.length === 0
          ? say('needs.merge-nothing')
          : say('needs.merge-would', { fields: format.list(changed) })}
      </p>
      <DataForm name="merge">
        <input type="hidden" name="absorbedId" value={preview.absorbed.id} />
        {preview.conflicts.length > 0 && <p>{say('needs.merge-decide')}</p>}
        {preview.conflicts.map((part) => (
          <Checkbox key={part} name="take" value={part} label={fieldWord(say, part)} />
        ))}
        <Button>{say('needs.merge-now')}</Button>
      </DataForm>
    </Section>
  );
}
