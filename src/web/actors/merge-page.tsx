import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf, type Answer } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Checkbox } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import styles from './actors.module.css';
import { chosenOrganisation, chosenPerson } from './choose.ts';
import { Chooser } from './chooser.tsx';

type Context = Parameters<typeof call>[0];
type Kind = 'organisation' | 'person';
export type MergePreview = Answer<'previewMerge'>;
export type MergeAnswer = { readonly preview?: MergePreview; readonly taken?: readonly string[] };

/** Choose the other, see what would happen, do it; or take it back. */
export async function mergeAction(
  context: Context,
  kind: Kind,
  id: string,
  form: FormData,
  home: (id: string) => string,
) {
  const wish = textOf(form, '_form');
  const key = keyOf(form);
  if (wish === 'undo') {
    const undone = await attempt(context, 'undoMerge', { mergeId: textOf(form, 'mergeId') }, key);
    return undone.ok ? redirect(home(id)) : refusedForm(undone.refused, form);
  }
  const take = form.getAll('take').map(String);
  if (wish === 'merge') {
    const body = { kind, keptId: textOf(form, 'keptId'), absorbedId: textOf(form, 'absorbedId'), take };
    const merged = await attempt(context, 'merge', { body }, key);
    return merged.ok ? redirect(`${home(body.keptId)}/unir`) : refusedForm(merged.refused, form);
  }
  const country = textOf(form, 'country');
  const other =
    kind === 'organisation'
      ? await chosenOrganisation(context, form, 'otherId', country)
      : await chosenPerson(context, form, 'otherId', { territory: country, organisationId: null });
  if (!other.ok) return other.answer;
  const otherId = other.id ?? id;
  const keepsOther = textOf(form, 'keep') === 'other';
  const body = { kind, keptId: keepsOther ? otherId : id, absorbedId: keepsOther ? id : otherId, take };
  const preview = await attempt(context, 'previewMerge', { body }, {});
  return preview.ok ? { preview: preview.answer } : refusedForm(preview.refused, form);
}

/** The merges of one entry that can still be taken back. */
export async function mergesOf(context: Context, kind: Kind, id: string) {
  const { items } = await call(context, 'listMerges', { kind, limit: 200 });
  return items.filter((one) => one.undoneAt === null && one.kept.id === id);
}

type Merge = Answer<'listMerges'>['items'][number];

/** The steps of a merge, one after the other on one page. */
export function MergePage({
  name,
  country,
  answer,
  merges,
}: {
  name: string;
  country: string;
  answer: MergeAnswer | undefined;
  merges: readonly Merge[];
}) {
  const say = useSay();
  const preview = answer && 'preview' in answer ? answer.preview : undefined;
  return (
    <>
      {merges.map((merge) => (
        <Notice key={merge.id} kind="done" title={say('actor-pages.merged', { name: merge.absorbed.name })}>
          <DataForm name="undo">
            <input type="hidden" name="mergeId" value={merge.id} />
            <Button look="plain">{say('actor-pages.undo-merge')}</Button>
          </DataForm>
        </Notice>
      ))}
      {preview ? <Preview preview={preview} /> : <ChooseOther name={name} country={country} />}
    </>
  );
}

function ChooseOther({ name, country }: { name: string; country: string }) {
  const say = useSay();
  return (
    <DataForm name="preview" labels={{ otherId: say('actor-pages.merge-other') }}>
      <input type="hidden" name="country" value={country} />
      <Chooser name="otherId" label={say('actor-pages.merge-other')} required />
      <Checkbox name="keep" value="other" label={say('actor-pages.merge-keep-other', { name })} />
      <Button>{say('actor-pages.merge-preview')}</Button>
    </DataForm>
  );
}

function Preview({ preview }: { preview: MergePreview }) {
  const say = useSay();
  const blocking = preview.conflicts.filter((conflict) => conflict.blocks);
  const twoValues = preview.conflicts.filter((conflict) => !conflict.blocks && conflict.field !== undefined);
  const words = { kept: preview.kept.name, absorbed: preview.absorbed.name };
  return (
    <Section title={say('actor-pages.merge-what')}>
      <p>{say('actor-pages.merge-sentence', words)}</p>
      <Moves preview={preview} />
      {blocking.length > 0 ? (
        <Notice kind="warning" title={say('actor-pages.merge-blocked')}>
          <ul>
            {blocking.map((conflict) => (
              <li key={`${conflict.code} ${conflict.kept} ${conflict.absorbed}`}>
                {say(`actor-pages.conflict.${conflict.code}`, {
                  kept: conflict.kept,
                  absorbed: conflict.absorbed,
                })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <DataForm name="merge">
          <input type="hidden" name="keptId" value={preview.kept.id} />
          <input type="hidden" name="absorbedId" value={preview.absorbed.id} />
          {twoValues.length > 0 && <h3>{say('actor-pages.merge-two-values')}</h3>}
          {twoValues.map((conflict) => (
            <Checkbox
              key={conflict.field}
              name="take"
              value={conflict.field ?? ''}
              label={say('actor-pages.merge-take', {
                field: fieldName(conflict.field ?? '', say),
                kept: valueOf(conflict.field ?? '', conflict.kept, say),
                absorbed: valueOf(conflict.field ?? '', conflict.absorbed, say),
              })}
            />
          ))}
          <Buttons>
            <Button icon="merge">{say('actor-pages.merge-do')}</Button>
            <ButtonLink look="quiet" to="?">
              {say('shared.cancel')}
            </ButtonLink>
          </Buttons>
          <p className={styles.soft}>{say('actor-pages.merge-undo-note')}</p>
        </DataForm>
      )}
    </Section>
  );
}

function Moves({ preview }: { preview: MergePreview }) {
  const say = useSay();
  if (preview.moves.length + preview.repeated.length === 0)
    return <p>{say('actor-pages.merge-nothing-moves')}</p>;
  return (
    <ul className={styles.lines}>
      {preview.moves.map((move) => (
        <li key={move.table}>
          {tableName(move.table, move.labels.length, say)}
          <small>{move.labels.filter(Boolean).slice(0, 20).join(' · ')}</small>
        </li>
      ))}
      {preview.repeated.map((one, index) => (
        <li key={index}>
          {say('actor-pages.merge-repeated')}
          <small>{one.label}</small>
        </li>
      ))}
    </ul>
  );
}

type Say = ReturnType<typeof useSay>;

const tableName = (table: string, count: number, say: Say) =>
  say.knows(`actor-pages.moves.${table}`)
    ? say.dynamic(`actor-pages.moves.${table}`, { count })
    : say('actor-pages.moves.other', { count });

function fieldName(field: string, say: Say): string {
  if (field === 'parent_id') return say('actor-pages.parent');
  if (field === 'organisation_id') return say('actor-pages.organisation');
  return say.knows(`actors.column.${field}`) ? say.dynamic(`actors.column.${field}`) : field;
}

/** Values of closed lists in words; the rest as it was written. */
function valueOf(field: string, value: string, say: Say): string {
  return say.knows(`actors.${field}.${value}`) ? say.dynamic(`actors.${field}.${value}`) : value;
}
