import { Link } from 'react-router';
import { Button } from '../design/button.tsx';
import { TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { ConfirmText } from './confirm-text.tsx';
import { addressOfSession, type Help } from './path-shapes.ts';
import styles from './planning.module.css';

/** What was asked and what was answered, newest first; `withStep` is the path where each says its session. */
export function HelpLines({
  help,
  withStep,
  mayAnswer = false,
}: {
  help: readonly Help[];
  withStep?: string;
  mayAnswer?: boolean;
}) {
  const say = useSay();
  const format = useFormat();
  return (
    <ul className={styles.lines}>
      {help.map((one) => (
        <li key={one.id}>
          {withStep !== undefined && (
            <Link to={addressOfSession(withStep, one.step)}>
              {say('planning.session-of', {
                step: one.step,
                title: say(`planning.session.${one.step}.title`),
              })}
            </Link>
          )}
          <small>{say('planning.asked-on', { day: format.day(one.askedOn) })}</small>
          <blockquote className={styles.said}>{one.question}</blockquote>
          {one.answer === null ? (
            <StateTag state="missing">{say('planning.waiting')}</StateTag>
          ) : (
            <>
              <small>{say('planning.answered-on', { day: format.day(one.answeredOn ?? '') })}</small>
              <blockquote className={styles.said}>{one.answer}</blockquote>
            </>
          )}
          {mayAnswer && one.answer === null && <AnswerForm help={one} />}
        </li>
      ))}
    </ul>
  );
}

function AnswerForm({ help }: { help: Help }) {
  const say = useSay();
  const name = `answer-${help.id}`;
  return (
    <DataForm name={name} labels={{ answer: say('planning.answer') }}>
      <input type="hidden" name="helpId" value={help.id} />
      <input type="hidden" name="version" value={help.version} />
      <TextArea name="answer" label={say('planning.answer')} rows={3} maxLength={4000} required />
      <ConfirmText form={name} />
      <Button>{say('planning.send-answer')}</Button>
    </DataForm>
  );
}

/** Asks the centre from this very session. */
export function AskForm() {
  const say = useSay();
  return (
    <DataForm name="ask" labels={{ question: say('planning.question') }}>
      <p>{say('planning.help-lead')}</p>
      <TextArea name="question" label={say('planning.question')} rows={3} maxLength={2000} required />
      <ConfirmText form="ask" />
      <Button look="plain">{say('planning.ask')}</Button>
    </DataForm>
  );
}
