import { redirect } from 'react-router';
import { findPlace } from '../actors/territory-choices.ts';
import { attempt, call, keyOf, pageOfRequest, refusedForm, textOf } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Checkbox, Select, TextArea, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page, Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/notes.route';
import styles from './charts.module.css';
import { NoteLine } from './notes-here.tsx';

export async function loader({ context, params: { code }, request }: Route.LoaderArgs) {
  const { visitor } = pageOfRequest(context);
  const indicator = await call(context, 'getIndicator', { code }, request);
  const { items } = await call(context, 'listCountries', {}, request);
  const wanted = new URL(request.url).searchParams.get('territorio');
  const territory = wanted ?? visitor?.home.reference ?? items[0]?.reference ?? '';
  const [place, notes] = await Promise.all([
    findPlace(context, territory, request),
    call(context, 'listFigureNotes', { indicator: code, territory, limit: 100 }, request),
  ]);
  const title =
    visitor && pageOfRequest(context).language === 'en'
      ? (indicator.titleEn ?? indicator.title)
      : indicator.title;
  return { code: indicator.code, title, place, notes };
}

export async function action({ context, params: { code }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const territory = textOf(form, 'territory');
  const result =
    textOf(form, '_do') === 'remove'
      ? await attempt(
          context,
          'removeFigureNote',
          { note: textOf(form, 'note'), version: Number(textOf(form, 'version')) },
          keyOf(form),
        )
      : await attempt(
          context,
          'createFigureNote',
          {
            body: {
              indicator: code,
              territory,
              period: textOf(form, 'period'),
              words: textOf(form, 'words'),
              isPublic: textOf(form, 'for') === 'public',
              confirmText: form.has('confirmText'),
            },
          },
          keyOf(form),
        );
  const here = `/indicadores/${encodeURIComponent(code)}/notas?territorio=${territory}`;
  return result.ok ? redirect(here) : refusedForm(result.refused, form);
}

/** Notes beside a figure: what has to be known to read it. */
export default function NotesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { code, notes, place, title } = loaderData;
  const say = useSay();
  const asksToConfirm = actionData?.refused.code === 'actors.personal-in-text';
  return (
    <Page
      title={say('analysis.notes-of', { title, name: place.name })}
      crumbs={[
        { to: '/indicadores', title: say('indicators.title') },
        { to: `/indicadores/${encodeURIComponent(code)}?territorio=${place.reference}`, title },
      ]}
    >
      {notes.items.length === 0 && <p>{say('analysis.notes-none')}</p>}
      <ul className={styles.list}>
        {notes.items.map((note) => (
          <li key={note.id}>
            <NoteLine note={note} />
            {note.mayRemove && (
              <DataForm name={`note-${note.id}`}>
                <input type="hidden" name="note" value={note.id} />
                <input type="hidden" name="version" value={note.version} />
                <input type="hidden" name="territory" value={place.reference} />
                <Button look="quiet" name="_do" value="remove">
                  {say('analysis.note-remove')}
                </Button>
              </DataForm>
            )}
          </li>
        ))}
      </ul>
      {notes.mayNote.length > 0 && (
        <Section title={say('analysis.note-write')}>
          <DataForm name="note">
            <input type="hidden" name="territory" value={place.reference} />
            <TextArea
              name="words"
              label={say('analysis.note-words')}
              help={say('analysis.note-help')}
              required
              maxLength={1000}
            />
            <TextInput
              name="period"
              label={say('analysis.note-period')}
              help={say('analysis.note-period-help')}
              maxLength={10}
            />
            <Select
              name="for"
              label={say('analysis.note-for')}
              required
              options={notes.mayNote.map((one) => ({ value: one, label: say(`analysis.note-for.${one}`) }))}
            />
            {asksToConfirm && <Checkbox name="confirmText" label={say('analysis.note-confirm')} />}
            <Button>{say('analysis.note-write')}</Button>
          </DataForm>
        </Section>
      )}
    </Page>
  );
}
