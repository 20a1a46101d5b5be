import { Link } from 'react-router';
import { call } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Page, Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import { ShareLink } from '../inbox/share-link.tsx';
import type { Route } from './+types/path.route';
import { HelpLines } from './help.tsx';
import { addressOfSession, type Path, type Step } from './path-shapes.ts';
import { SessionState } from './session-state.tsx';
import styles from './planning.module.css';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  return { path: await call(context, 'getPlanningPath', { pathId: id }, request) };
}

/** A path from above: its six sessions, how each stands, and the help that was asked for. */
export default function PathPage({ loaderData: { path } }: Route.ComponentProps) {
  const say = useSay();
  const here = path.steps.find(({ step }) => step === path.reached);
  return (
    <InPlace country={path.territory.reference.slice(0, 2)}>
      <Page
        title={say('planning.of', { name: path.territory.name })}
        lead={say('planning.lead')}
        crumbs={[{ to: '/ruta', title: say('planning.title') }]}
        state={
          <>
            <Link to={addressOfTerritory(path.territory.reference)}>{path.organisation.name}</Link>
            {path.example && <span className={styles.example}>{say('planning.example')}</span>}
            {path.closedOn && <StateTag state="fulfilled">{say('planning.group.finished')}</StateTag>}
          </>
        }
        actions={
          <>
            {path.mayWalk && here && (
              <ButtonLink look="main" to={addressOfSession(path.id, here.step)}>
                {say('planning.continue')}
              </ButtonLink>
            )}
            <ShareLink subject="path" id={path.id} />
          </>
        }
      >
        <Section title={say('planning.sessions')}>
          <ol className={styles.lines}>
            {path.steps.map((step) => (
              <Session key={step.step} path={path} step={step} />
            ))}
          </ol>
        </Section>
        {path.help.length > 0 && (
          <Section title={say('planning.help')}>
            <HelpLines help={path.help} withStep={path.id} />
          </Section>
        )}
      </Page>
    </InPlace>
  );
}

function Session({ path, step }: { path: Path; step: Step }) {
  const say = useSay();
  const format = useFormat();
  const done = step.checklist.filter(({ isDone }) => isDone).length;
  return (
    <li>
      <h3>
        <Link to={addressOfSession(path.id, step.step)}>
          {step.step}. {say(`planning.session.${step.step}.title`)}
        </Link>
      </h3>
      <SessionState step={step} />
      <p>{say(`planning.session.${step.step}.purpose`)}</p>
      <small>
        {say('planning.checklist')}: {say('planning.session-progress', { done, all: step.checklist.length })}
      </small>
      {step.obstacle && (
        <StateTag state="at-risk">
          {step.obstacle} · {say('planning.obstacle-since', { day: format.day(step.obstacleSince ?? '') })}
        </StateTag>
      )}
    </li>
  );
}
