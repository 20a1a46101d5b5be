import { Link, redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm } from '../api.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { Day } from '../design/date-words.tsx';
import { Select } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Empty } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/versions.route';
import { useVersionWords } from './strategy-facts.tsx';
import { addressOfStrategy, addressOfVersion, type Strategy, type VersionLine } from './strategy-shapes.ts';
import { ExampleStructure, VersionState } from './strategy-state.tsx';
import styles from './strategy.module.css';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  return { strategy: await call(context, 'getStrategy', { strategyId: id }, request) };
}

/** Starts the next version. */
export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const made = await attempt(context, 'startStrategyVersion', { strategyId: id }, keyOf(form));
  return made.ok ? redirect(addressOfVersion(id, made.answer.id)) : refusedForm(made.refused, form);
}

/** The versions of a strategy, newest first; which is in force, by which act, and what was done to them. */
export default function VersionsPage({ loaderData: { strategy } }: Route.ComponentProps) {
  const say = useSay();
  const mayEdit = strategy.abilities.includes('edit-strategy');
  const isOpen = strategy.versions.some(
    ({ standing }) => standing === 'draft' || standing === 'consultation',
  );
  return (
    <InPlace country={strategy.territory.reference.slice(0, 2)}>
      <Page
        title={say('strategies.versions')}
        crumbs={[{ to: addressOfStrategy(strategy.id), title: strategy.title }]}
        actions={
          mayEdit && (
            <ButtonLink look="quiet" to={`${addressOfStrategy(strategy.id)}/corregir`}>
              {say('strategies.correct')}
            </ButtonLink>
          )
        }
      >
        {strategy.versions.length === 0 && <Empty title={say('strategies.not-approved')} />}
        <ul className={styles.strategies}>
          {strategy.versions.map((version) => (
            <li key={version.id}>
              <VersionEntry strategy={strategy} version={version} />
            </li>
          ))}
        </ul>
        {mayEdit && !isOpen && (
          <Section title={say('strategies.start')}>
            <p>{say('strategies.start-lead')}</p>
            <DataForm name="start">
              <Button>{say('strategies.start')}</Button>
            </DataForm>
          </Section>
        )}
        {strategy.versions.length > 1 && <Compare strategy={strategy} />}
        {strategy.acts.length > 0 && <Acts acts={strategy.acts} />}
      </Page>
    </InPlace>
  );
}

function VersionEntry({ strategy, version }: { strategy: Strategy; version: VersionLine }) {
  const say = useSay();
  const words = useVersionWords(version);
  return (
    <>
      <h2>
        <Link to={addressOfVersion(strategy.id, version.id)}>
          {say('strategies.version-number', { number: version.number })}
        </Link>
      </h2>
      <p className={styles.states}>
        <VersionState version={version} />
        <ExampleStructure version={version} />
      </p>
      {words.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

function Compare({ strategy }: { strategy: Strategy }) {
  const say = useSay();
  const options = strategy.versions.map(({ id, number }) => ({
    value: id,
    label: say('strategies.version-number', { number }),
  }));
  return (
    <Section title={say('strategies.compare')}>
      <form action={`${addressOfStrategy(strategy.id)}/comparar`} className={styles.compare}>
        <Select
          name="de"
          label={say('strategies.from')}
          options={options}
          defaultValue={options[1]?.value}
          required
        />
        <Select
          name="a"
          label={say('strategies.to')}
          options={options}
          defaultValue={options[0]?.value}
          required
        />
        <Button look="plain">{say('strategies.compare-do')}</Button>
      </form>
    </Section>
  );
}

function Acts({ acts }: { acts: Strategy['acts'] }) {
  const say = useSay();
  return (
    <Section title={say('strategies.acts')}>
      <ol className={styles.plain}>
        {acts.map((act, index) => (
          <li key={`${act.at} ${index}`}>
            {say.dynamic(`strategy.act.${act.act}`)}
            {act.number !== null && ` · ${say('strategies.version-number', { number: act.number })}`}
            <small>
              <Day day={act.on} />
              {act.reason && ` · ${act.reason}`}
            </small>
          </li>
        ))}
      </ol>
    </Section>
  );
}
