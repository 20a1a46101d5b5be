import { data, redirect, useSearchParams } from 'react-router';
import { sessions } from '#domain/planning/sessions.ts';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/step.route';
import { Checklist } from './checklist.tsx';
import { AskForm, HelpLines } from './help.tsx';
import { addressOfPath, addressOfSession, type Path, type Step } from './path-shapes.ts';
import { SessionForm } from './session-form.tsx';
import { SessionState } from './session-state.tsx';
import { SessionSupport } from './session-support.tsx';
import styles from './planning.module.css';

type Context = Route.ActionArgs['context'];
type Session = (typeof sessions)[number];

function sessionIn(text: string | undefined): Session {
  const found = sessions.find((one) => String(one) === text);
  if (found === undefined) throw data({ code: 'shared.not-found' }, 404);
  return found;
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const step = sessionIn(params.step);
  const path = await call(context, 'getPlanningPath', { pathId: params.id }, request);
  const found = path.steps.find((one) => one.step === step);
  if (!found) throw data({ code: 'shared.not-found' }, 404);
  return { path, step: found };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const step = sessionIn(params.step);
  const at = { pathId: params.id, step };
  const here = addressOfSession(params.id, step);
  const which = textOf(form, '_form');
  if (which === 'ask') {
    const body = { question: textOf(form, 'question'), confirmText: form.has('confirmText') };
    const asked = await attempt(context, 'askPlanningHelp', { ...at, body }, keyOf(form));
    return asked.ok ? redirect(`${here}?hecho=pedida#ayuda`) : refusedForm(asked.refused, form);
  }
  if (which.startsWith('answer-')) return answer(context, form, here);
  const version = Number(textOf(form, 'version'));
  if (which === 'reopen') {
    const reopened = await attempt(context, 'reopenPlanningStep', { ...at, version }, keyOf(form));
    return reopened.ok ? redirect(here) : refusedForm(reopened.refused, form);
  }
  return save(context, form, { ...at, version });
}

async function answer(context: Context, form: FormData, here: string) {
  const given = {
    helpId: textOf(form, 'helpId'),
    version: Number(textOf(form, 'version')),
    body: { answer: textOf(form, 'answer'), confirmText: form.has('confirmText') },
  };
  const answered = await attempt(context, 'answerPlanningHelp', given, keyOf(form));
  return answered.ok ? redirect(`${here}#ayuda`) : refusedForm(answered.refused, form);
}

/** What was written is kept first, so that a session that cannot be ended yet loses nothing. */
async function save(
  context: Context,
  form: FormData,
  at: { readonly pathId: string; readonly step: Session; readonly version: number },
) {
  const body = {
    ticked: namedIn(form, 'tick-'),
    needs: namedIn(form, 'need-'),
    notes: textOf(form, 'notes') || null,
    obstacle: textOf(form, 'obstacle') || null,
    confirmText: form.has('confirmText'),
  };
  const here = addressOfSession(at.pathId, at.step);
  const { key } = keyOf(form);
  const saved = await attempt(context, 'savePlanningStep', { ...at, body }, { key });
  if (!saved.ok) return refusedForm(saved.refused, form);
  if (!form.has('finish')) return redirect(`${here}?hecho=guardado`);
  const finishing = { ...at, version: saved.answer.version };
  const done = await attempt(context, 'finishPlanningStep', finishing, { key: key && `${key}-finish` });
  return done.ok ? redirect(`${here}?hecho=terminada`) : refusedForm(done.refused, form);
}

/** The boxes that are ticked, by what follows the beginning of their name. */
function namedIn(form: FormData, beginning: string): string[] {
  return [...form.keys()]
    .filter((name) => name.startsWith(beginning))
    .map((name) => name.slice(beginning.length));
}

/** What could not be ended was kept all the same: the page shows what is kept. */
export const shouldRevalidate = () => true;

/** One session: what it is for, its list, what helps with it, and help from the centre. */
export default function StepPage({ loaderData: { path, step } }: Route.ComponentProps) {
  const say = useSay();
  const session = step.step;
  const help = path.help.filter((one) => one.step === session);
  return (
    <InPlace country={path.territory.reference.slice(0, 2)} today={path.today}>
      <Page
        title={say('planning.session-of', {
          step: session,
          title: say(`planning.session.${session}.title`),
        })}
        lead={say(`planning.session.${session}.purpose`)}
        crumbs={[
          { to: '/ruta', title: say('planning.title') },
          { to: addressOfPath(path.id), title: path.territory.name },
        ]}
        state={
          <>
            <SessionState step={step} />
            <span>{say('planning.minutes')}</span>
            {path.example && <span className={styles.example}>{say('planning.example')}</span>}
          </>
        }
      >
        <Told path={path} step={step} />
        <p>
          <strong>{say('planning.leaves')}:</strong> {say(`planning.session.${session}.product`)}
        </p>
        <Section title={say('planning.by-fact')}>
          <Checklist items={step.checklist.filter(({ by }) => by === 'system')} />
          <SessionSupport path={path} session={session} />
        </Section>
        <Section title={say('planning.by-you')}>
          <SessionForm path={path} step={step} />
          {step.doneOn && path.mayWalk && (
            <DataForm name="reopen">
              <input type="hidden" name="version" value={step.version} />
              <Buttons>
                <Button look="quiet">{say('planning.reopen')}</Button>
              </Buttons>
            </DataForm>
          )}
        </Section>
        <Section title={say('planning.help-title')} id="ayuda">
          <HelpLines help={help} mayAnswer={path.mayAnswer} />
          {path.mayWalk && <AskForm />}
        </Section>
      </Page>
    </InPlace>
  );
}

/** What the deed just done has led to. */
function Told({ path, step }: { path: Path; step: Step }) {
  const say = useSay();
  const [asked] = useSearchParams();
  const told = asked.get('hecho');
  const next = sessions.find((one) => one === step.step + 1);
  if (told === 'pedida') return <Notice kind="done">{say('planning.asked')}</Notice>;
  if (told === 'guardado') return <Notice kind="done">{say('planning.saved')}</Notice>;
  if (told !== 'terminada' || step.doneOn === null) return null;
  return (
    <Notice kind="done" title={say('planning.finished')}>
      {next && (
        <Buttons>
          <ButtonLink look="main" to={addressOfSession(path.id, next)}>
            {say('planning.next-session', { step: next })}
          </ButtonLink>
        </Buttons>
      )}
    </Notice>
  );
}
