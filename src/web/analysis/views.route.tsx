import { Link, redirect } from 'react-router';
import { viewAudiences } from '#domain/analysis/view.ts';
import { attempt, call, keyOf, pageOfRequest, refusedForm, textOf, type Answer } from '../api.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Empty } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { Pagination } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/views.route';
import styles from './charts.module.css';
import { AudienceSelect } from './save-view.tsx';

type View = Answer<'listSavedViews'>['items'][number];

export async function loader({ context, request }: Route.LoaderArgs) {
  const after = new URL(request.url).searchParams.get('despues') ?? undefined;
  const views = await call(context, 'listSavedViews', { after, limit: 100 }, request);
  return { views, isSignedIn: pageOfRequest(context).visitor !== null };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const at = { view: textOf(form, 'view'), version: Number(textOf(form, 'version')) };
  const audience = viewAudiences.find((one) => one === textOf(form, 'audience')) ?? 'own';
  const body = { title: textOf(form, 'title'), note: textOf(form, 'note'), audience };
  const result =
    textOf(form, '_do') === 'delete'
      ? await attempt(context, 'deleteSavedView', at, keyOf(form))
      : await attempt(context, 'updateSavedView', { ...at, body }, keyOf(form));
  return result.ok ? redirect('/vistas') : refusedForm(result.refused, form);
}

/** Views that were kept: by whom each is seen, first one's own. */
export default function ViewsPage({ loaderData: { isSignedIn, views } }: Route.ComponentProps) {
  const say = useSay();
  const groups = viewAudiences
    .map((audience) => ({ audience, items: views.items.filter((one) => one.audience === audience) }))
    .filter(({ items }) => items.length > 0);
  return (
    <Page
      title={say('analysis.views')}
      lead={say('analysis.views-lead')}
      crumbs={[{ to: '/explorar', title: say('analysis.explorer') }]}
      actions={isSignedIn && <ButtonLink to="/tablero">{say('analysis.dashboard')}</ButtonLink>}
    >
      {groups.length === 0 && (
        <Empty
          title={say('analysis.views-none')}
          action={<ButtonLink to="/explorar">{say('analysis.explorer')}</ButtonLink>}
        >
          <p>{say('analysis.views-none-lead')}</p>
        </Empty>
      )}
      {groups.map(({ audience, items }) => (
        <Section key={audience} title={say(`analysis.audience.${audience}`)}>
          <ul className={styles.list}>
            {items.map((view) => (
              <li key={view.id}>
                <OneView view={view} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <Pagination next={views.next} count={views.items.length} />
    </Page>
  );
}

function OneView({ view }: { view: View }) {
  const say = useSay();
  const { audience, id, mayChange, note, organisation, query, territory, title, version } = view;
  return (
    <>
      <Link to={`/explorar?${query}`}>{title}</Link>
      <p className={styles.note}>
        {territory.name}
        {organisation && ` · ${organisation.name}`}
        {note !== null && ` · ${note}`}
      </p>
      {mayChange && (
        <details className={styles.more}>
          <summary>
            {say('analysis.view-change')}: {title}
          </summary>
          <DataForm name={`view-${id}`}>
            <input type="hidden" name="view" value={id} />
            <input type="hidden" name="version" value={version} />
            <TextInput
              name="title"
              label={say('analysis.save-title')}
              defaultValue={title}
              required
              minLength={3}
              maxLength={200}
            />
            <TextInput
              name="note"
              label={say('analysis.save-note')}
              defaultValue={note ?? ''}
              maxLength={1000}
            />
            <AudienceSelect defaultValue={audience} />
            <Button>{say('analysis.view-change')}</Button>
            <Button look="danger" name="_do" value="delete" formNoValidate>
              {say('analysis.view-delete')}
            </Button>
          </DataForm>
        </details>
      )}
    </>
  );
}
