import { redirect } from 'react-router';
import { pulseAges, pulseQuestions, pulseSexes } from '#domain/surveys/pulse.ts';
import { attempt, keyOf, refusedForm, textOf, type Answer } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { Radios, Select } from '../design/field.tsx';
import { DataForm, FieldGroup } from '../design/form.tsx';
import type { RouteHandle } from '../shell/frame.ts';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/answer-pulse.route';
import styles from './surveys.module.css';

export const handle: RouteHandle = { script: false, frame: false };

export async function loader({ context, params: { secret }, request }: Route.LoaderArgs) {
  const isDone = new URL(request.url).searchParams.has('gracias');
  if (isDone) return { isDone, round: null };
  const found = await attempt(context, 'enterByPulseLink', { body: { secret } });
  return { isDone, round: found.ok ? found.answer : null };
}

export async function action({ context, params: { secret }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const answers = Object.fromEntries(
    pulseQuestions.flatMap(({ key }) =>
      textOf(form, key) === '' ? [] : [[key, textOf(form, key)] as const],
    ),
  );
  const body = {
    secret,
    sex: textOf(form, 'sex'),
    age: textOf(form, 'age'),
    sector: textOf(form, 'sector'),
    answers,
  };
  const done = await attempt(context, 'usePulseLink', { body }, keyOf(form));
  return done.ok ? redirect(`/pulso/${secret}?gracias`) : refusedForm(done.refused, form);
}

/** The eight questions on a phone, without account and without script. */
export default function AnswerPulse({ loaderData: { isDone, round } }: Route.ComponentProps) {
  const say = useSay();
  if (isDone || !round) {
    const [title, lead] = isDone
      ? [say('surveys.answer-thanks'), say('surveys.answer-thanks-lead')]
      : [say('surveys.answer-closed'), say('surveys.answer-closed-lead')];
    return (
      <main className={styles.answer}>
        <title>{title}</title>
        <h1>{title}</h1>
        <p>{lead}</p>
      </main>
    );
  }
  return (
    <main className={styles.answer}>
      <title>{`${say('surveys.answer-title')} · ${round.title}`}</title>
      <div className={styles.opening}>
        <p className={styles.soft}>
          {round.title} · {round.territory.name}
        </p>
        <h1>{say('surveys.answer-title')}</h1>
        <p>{say('surveys.answer-lead')}</p>
      </div>
      <Questions sectors={round.sectors} />
    </main>
  );
}

function Questions({ sectors }: { sectors: Answer<'enterByPulseLink'>['sectors'] }) {
  const say = useSay();
  const option = (value: string, label: string) => ({ value, label });
  return (
    <DataForm labels={{ sex: say('surveys.sex'), age: say('surveys.age'), sector: say('surveys.sector') }}>
      {pulseQuestions.map(({ key, choices }) => (
        <Radios
          key={key}
          name={key}
          label={say(`surveys.pulse.${key}`)}
          options={choices.map((choice) => option(choice, say(`surveys.choice.${choice}`)))}
        />
      ))}
      <FieldGroup legend={say('surveys.about-you')}>
        <p>{say('surveys.about-you-lead')}</p>
        <Select
          name="sex"
          label={say('surveys.sex')}
          required
          empty={say('surveys.choose')}
          options={pulseSexes.map((sex) => option(sex, say(`surveys.sex.${sex}`)))}
        />
        <Select
          name="age"
          label={say('surveys.age')}
          required
          empty={say('surveys.choose')}
          options={pulseAges.map((age) => option(age, say(`surveys.age.${age}`)))}
        />
        <Select
          name="sector"
          label={say('surveys.sector')}
          required
          empty={say('surveys.choose')}
          options={sectors.map((sector) => option(sector, sector))}
        />
      </FieldGroup>
      <Buttons>
        <Button>{say('surveys.answer-send')}</Button>
      </Buttons>
    </DataForm>
  );
}
