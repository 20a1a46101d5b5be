import { actionStandings } from '#domain/plans/vocabulary.ts';
import { Button, Buttons } from '../design/button.tsx';
import { Select, TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { ConfirmText } from './draft-form.tsx';
import { progressLooks, type ActionPage } from './plan-shapes.ts';

/** How far an action has got, and for its writers the way to say so. Before its plan is approved there is nothing to tell. */
export function ActionProgress({ page }: { page: ActionPage }) {
  const say = useSay();
  const format = useFormat();
  const { progress, mayProgress } = page;
  if (progress === null || (progress.standing === 'planned' && !mayProgress)) return null;
  const word = say(`plans.progress.${progress.standing}`);
  return (
    <Section title={say('plans.progress')} id="avance">
      <p>
        <StateTag state={progressLooks[progress.standing]}>
          {progress.on === null
            ? word
            : say('plans.progress-line', { progress: word, day: format.day(progress.on) })}
        </StateTag>
      </p>
      {progress.reason && <p>{progress.reason}</p>}
      {mayProgress && <SayProgress page={page} now={progress.standing} />}
    </Section>
  );
}

function SayProgress({
  page,
  now,
}: {
  page: ActionPage;
  now: NonNullable<ActionPage['progress']>['standing'];
}) {
  const say = useSay();
  const others = actionStandings.filter((standing) => standing !== now);
  return (
    <DataForm
      name="progress"
      labels={{ standing: say('plans.progress-now'), reason: say('plans.progress-reason') }}
    >
      <input type="hidden" name="version" value={page.version} />
      <Select
        name="standing"
        label={say('plans.progress-now')}
        options={others.map((standing) => ({ value: standing, label: say(`plans.progress.${standing}`) }))}
        empty={say('shared.choose')}
        required
      />
      <TextArea
        name="reason"
        label={say('plans.progress-reason')}
        help={say('plans.progress-reason-help')}
        rows={2}
        maxLength={1000}
      />
      <ConfirmText form="progress" />
      <Buttons>
        <Button look="plain">{say('plans.progress-save')}</Button>
      </Buttons>
    </DataForm>
  );
}
