import { Link, redirect } from 'react-router';
import { call, refusedForm } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/life.route';
import { AddendumPart } from './addendum-part.tsx';
import { doDeed } from './life-deeds.ts';
import { ActsDone, Standing, Terms, Waiting, Warnings } from './life-facts.tsx';
import { Addenda, Notices, Sessions, Settlement } from './life-parts.tsx';
import { addressOfAgreement, addressOfConsolidated, addressOfLife, type Life } from './life-shapes.ts';
import { StepOf } from './step-forms.tsx';
import styles from './life.module.css';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  return { life: await call(context, 'getAgreementLife', { agreementId: id }, request) };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const done = await doDeed(context, id, form);
  return done.ok ? redirect(addressOfLife(id)) : refusedForm(done.refused, form);
}

/** The life of an agreement: how it stands, what can be done now, and all that was done. */
export default function LifePage({ loaderData: { life } }: Route.ComponentProps) {
  const say = useSay();
  const open = life.steps.filter(({ isOpen }) => isOpen);
  const others = life.steps.filter(({ isOpen }) => !isOpen);
  return (
    <InPlace country={life.country}>
      <Page
        title={say('agreement-life.title')}
        crumbs={[{ to: addressOfAgreement(life.id), title: life.title }]}
        state={<Standing life={life} />}
        lead={say('agreement-life.lead')}
        actions={
          life.textHash !== null &&
          life.kind !== 'addendum' && (
            <ButtonLink look="quiet" to={addressOfConsolidated(life.id)}>
              {say('agreement-life.see-consolidated')}
            </ButtonLink>
          )
        }
      >
        {life.example && (
          <Notice title={say('agreement-life.example')}>{say('agreement-life.example-lead')}</Notice>
        )}
        <Warnings life={life} />
        <Waiting life={life} />
        <AddendumPart life={life} />
        <Section title={say('agreement-life.can-now')}>
          {open.length === 0 && <p>{say('agreement-life.nothing-now')}</p>}
          <IfItEnds life={life} />
          {open.map(({ act }) => (
            <StepOf key={act} life={life} step={act} />
          ))}
        </Section>
        {life.abilities.length > 0 && others.length > 0 && <ByOthers steps={others} />}
        <Notices life={life} />
        <Settlement life={life} />
        <Addenda life={life} />
        <Sessions life={life} />
        <Terms life={life} />
        <ActsDone life={life} />
      </Page>
    </InPlace>
  );
}

const ends = new Set<string>(['give-notice', 'decide-notice', 'declare-will', 'withdraw', 'end-for-cause']);

/** Said before a framework is ended: what becomes of what was signed under it. */
function IfItEnds({ life }: { life: Life }) {
  const say = useSay();
  if (life.instruments.length === 0 || !life.steps.some(({ act, isOpen }) => isOpen && ends.has(act)))
    return null;
  return (
    <Notice title={say('agreement-life.if-it-ends', { count: life.instruments.length })}>
      <p>{say('agreement-life.if-it-ends-means')}</p>
      <ul className={styles.lines}>
        {life.instruments.map(({ id, title }) => (
          <li key={id}>
            <Link to={addressOfAgreement(id)}>{title}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function ByOthers({ steps }: { steps: Life['steps'] }) {
  const say = useSay();
  return (
    <Section title={say('agreement-life.by-others')}>
      <ul className={styles.lines}>
        {steps.map(({ act, why }) => (
          <li key={act}>
            {say.dynamic(`agreement-life.step.${act}`)}
            {why && <small>{say.dynamic(`agreement-life.why.${why}`)}</small>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
