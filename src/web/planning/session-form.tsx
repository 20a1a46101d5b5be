import { useEffect } from 'react';
import { useNavigation } from 'react-router';
import { Button, Buttons } from '../design/button.tsx';
import { Checkbox, TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { useDraft } from '../offline/drafts.ts';
import { useFormat, useSay } from '../words/words.tsx';
import { ConfirmText } from './confirm-text.tsx';
import type { Path, Step } from './path-shapes.ts';
import styles from './planning.module.css';

/** What a person says of a session: kept on the device as it is typed, sent when they say so, ended when it is done. */
export function SessionForm({ path, step }: { path: Path; step: Step }) {
  const say = useSay();
  const { form, restoredAt, discard } = useDraft(`path-${path.id}-${step.step}`);
  const { state, formMethod, location } = useNavigation();
  const isSaved = state === 'loading' && formMethod === 'POST' && location.search.includes('hecho=');
  useEffect(() => {
    if (isSaved) discard();
  }, [isSaved, discard]);
  if (!path.mayWalk) return <WhatWasSaid step={step} />;
  const begin = () => {
    discard();
    form.current?.reset();
  };
  return (
    <DataForm
      ref={form}
      name="session"
      labels={{ notes: say('planning.notes'), obstacle: say('planning.obstacle') }}
    >
      {restoredAt !== null && (
        <Notice title={say('planning.draft-found')}>
          <Button type="button" look="quiet" onClick={begin}>
            {say('planning.draft-discard')}
          </Button>
        </Notice>
      )}
      <input type="hidden" name="version" value={step.version} />
      {step.step === 3 && <ChooseNeeds path={path} />}
      {step.checklist
        .filter(({ by }) => by === 'person')
        .map((item) => (
          <Checkbox
            key={item.key}
            name={`tick-${item.key}`}
            label={say.dynamic(`planning.item.${item.key}`)}
            defaultChecked={item.isDone}
          />
        ))}
      <TextArea
        name="notes"
        label={say('planning.notes')}
        help={say('planning.notes-help')}
        rows={3}
        maxLength={4000}
        defaultValue={step.notes ?? ''}
      />
      <TextArea
        name="obstacle"
        label={say('planning.obstacle')}
        help={say('planning.obstacle-help')}
        rows={2}
        maxLength={1000}
        defaultValue={step.obstacle ?? ''}
      />
      <ConfirmText form="session" />
      <Buttons>
        {step.reachedOn !== null && step.doneOn === null && (
          <Button name="finish" value="yes">
            {say('planning.finish')}
          </Button>
        )}
        <Button look="plain">{say('planning.save')}</Button>
      </Buttons>
    </DataForm>
  );
}

function ChooseNeeds({ path }: { path: Path }) {
  const say = useSay();
  if (path.needs.length === 0) return <p>{say('planning.needs-none')}</p>;
  return (
    <fieldset className={styles.choices}>
      <legend>{say('planning.choose-needs')}</legend>
      {path.needs.map((need) => (
        <Checkbox
          key={need.id}
          name={`need-${need.id}`}
          label={`${need.problem} (${say('needs.priority-of', { priority: say.dynamic(`diagnosis.priority.${need.priority}`).toLowerCase() })})`}
          defaultChecked={need.isChosen}
        />
      ))}
    </fieldset>
  );
}

/** For who follows the path: what was said, as it was written. */
function WhatWasSaid({ step }: { step: Step }) {
  const say = useSay();
  const format = useFormat();
  const ticked = step.checklist.filter(({ by, isDone }) => by === 'person' && isDone);
  return (
    <>
      <ul>
        {ticked.map((item) => (
          <li key={item.key}>{say.dynamic(`planning.item.${item.key}`)}</li>
        ))}
      </ul>
      {step.notes && <blockquote className={styles.said}>{step.notes}</blockquote>}
      {step.obstacle && (
        <>
          <p>{say('planning.obstacle-since', { day: format.day(step.obstacleSince ?? '') })}</p>
          <blockquote className={styles.said}>{step.obstacle}</blockquote>
        </>
      )}
    </>
  );
}
