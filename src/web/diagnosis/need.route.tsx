import { Link, redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { Day } from '../design/date-words.tsx';
import { DefinitionList } from '../design/definition-list.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { ActionsThatAnswer } from '../plans/plan-lines.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/need.route';
import { useNeedFacts } from './need-facts.tsx';
import { addressOfNeed, addressOfNeeds, fieldWord, looks, type Need } from './need-shapes.ts';
import styles from './needs.module.css';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const [need, actions] = await Promise.all([
    call(context, 'getNeed', { needId: id }, request),
    call(context, 'listPlanActions', { need: id }, request),
  ]);
  return { need, actions: actions.items };
}

/** The two deeds that take no more than a button: publishing a draft, and undoing a merge. */
export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const key = keyOf(form);
  const done =
    textOf(form, '_form') === 'publish'
      ? await attempt(context, 'publishNeed', { needId: id, version: Number(textOf(form, 'version')) }, key)
      : await attempt(context, 'undoNeedMerge', { mergeId: textOf(form, 'mergeId') }, key);
  return done.ok ? redirect(addressOfNeed(id)) : refusedForm(done.refused, form);
}

/** One need: what it is and how it stands, what is known and from where, and all that was done to it. */
export default function NeedPage({ loaderData: { need, actions } }: Route.ComponentProps) {
  const say = useSay();
  const mayEdit = need.abilities.includes('edit-need');
  return (
    <InPlace country={need.territory.reference.slice(0, 2)}>
      <Page
        title={need.problem}
        crumbs={[
          { to: addressOfTerritory(need.territory.reference), title: need.territory.name },
          { to: addressOfNeeds(need.territory.reference), title: say('needs.title') },
        ]}
        state={<State need={need} />}
        actions={mayEdit && <Actions need={need} />}
      >
        {need.example && <Notice title={say('needs.example')}>{say('needs.example-lead')}</Notice>}
        {need.standing === 'draft' && <Draft need={need} />}
        {need.mergedInto && (
          <Notice title={say('needs.merged-into')}>
            <Link to={addressOfNeed(need.mergedInto.id)}>{need.mergedInto.problem}</Link>
          </Notice>
        )}
        {need.detail && <p>{need.detail}</p>}
        <Section title={say('needs.facts')}>
          <DefinitionList facts={useNeedFacts(need)} />
        </Section>
        <ActionsThatAnswer actions={actions} />
        {need.merges.length > 0 && <Merges need={need} />}
        <Section title={say('needs.history')}>
          <History need={need} />
        </Section>
      </Page>
    </InPlace>
  );
}

function State({ need }: { need: Need }) {
  const say = useSay();
  const format = useFormat();
  const standing = say.dynamic(`diagnosis.standing.${need.standing}`);
  const priority = say.dynamic(`diagnosis.priority.${need.priority}`).toLowerCase();
  return (
    <>
      <StateTag state={looks[need.standing]}>
        {need.standingOn
          ? say('needs.standing-line', { standing, day: format.day(need.standingOn) })
          : standing}
      </StateTag>
      <span>{say('needs.priority-of', { priority })}</span>
      <span>{say.dynamic(`diagnosis.violence.${need.violence}`)}</span>
    </>
  );
}

function Actions({ need }: { need: Need }) {
  const say = useSay();
  const here = addressOfNeed(need.id);
  const may = (act: Need['possible'][number]) => need.possible.includes(act);
  return (
    <>
      {may('corrected') && <ButtonLink to={`${here}/corregir`}>{say('needs.correct')}</ButtonLink>}
      {need.possible.length > 0 && (
        <ButtonLink look="quiet" to={`${here}/estado`}>
          {say('needs.change-standing')}
        </ButtonLink>
      )}
      {may('absorbed') && (
        <ButtonLink look="quiet" to={`${here}/unir`}>
          {say('needs.merge')}
        </ButtonLink>
      )}
    </>
  );
}

function Draft({ need }: { need: Need }) {
  const say = useSay();
  return (
    <Notice kind="warning" title={say('diagnosis.standing.draft')}>
      <p>{say('needs.draft-notice')}</p>
      <DataForm name="publish">
        <input type="hidden" name="version" value={need.version} />
        <Button>{say('needs.publish')}</Button>
      </DataForm>
    </Notice>
  );
}

function Merges({ need }: { need: Need }) {
  const say = useSay();
  return (
    <Section title={say('needs.merges')}>
      <ul className={styles.lines}>
        {need.merges.map((merge) => (
          <li key={merge.id}>
            <Link to={addressOfNeed(merge.absorbed.id)}>{merge.absorbed.problem}</Link>
            <DataForm name={`undo-${merge.id}`}>
              <input type="hidden" name="mergeId" value={merge.id} />
              <Button look="quiet">{say('needs.undo-merge')}</Button>
            </DataForm>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function History({ need }: { need: Need }) {
  const say = useSay();
  const format = useFormat();
  const named = (fields: readonly string[]) =>
    format.list([...new Set(fields.map((field) => fieldWord(say, field)))]);
  return (
    <ol className={styles.lines}>
      {need.acts.map((act, index) => (
        <li key={`${act.at} ${index}`}>
          {say.dynamic(`diagnosis.act.${act.act}`)}
          {act.other && (
            <>
              : <Link to={addressOfNeed(act.other.id)}>{act.other.problem}</Link>
            </>
          )}
          <small>
            <Day day={act.on} />
            {act.reason && ` · ${act.reason}`}
            {act.fields.length > 0 && ` · ${say('needs.changed-fields', { fields: named(act.fields) })}`}
          </small>
        </li>
      ))}
    </ol>
  );
}
