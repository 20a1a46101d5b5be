import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { MyAccountFrame } from '../access/my-account-frame.tsx';
import { Button, Buttons } from '../design/button.tsx';
import { Radios, Select, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/my-reminders.route';

export async function loader({ context, request }: Route.LoaderArgs) {
  const isSaved = new URL(request.url).searchParams.has('guardado');
  return { choice: await call(context, 'getReminderChoice', {}, request), isSaved };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = {
    byMail: textOf(form, 'byMail') === 'yes',
    digestWeekday: Number(textOf(form, 'digestWeekday')),
    quietFrom: textOf(form, 'quietFrom'),
    quietTo: textOf(form, 'quietTo'),
  };
  const version = Number(textOf(form, 'version'));
  const result = await attempt(context, 'updateReminderChoice', { version, body }, keyOf(form));
  return result.ok ? redirect('/mi-cuenta/avisos?guardado=1') : refusedForm(result.refused, form);
}

const weekdays = [1, 2, 3, 4, 5, 6, 7, 0] as const;

/** How I want to be told of what I have to do. */
export default function MyReminders({ loaderData, actionData }: Route.ComponentProps) {
  const { choice, isSaved } = loaderData;
  const say = useSay();
  const labels = {
    byMail: say('inbox.choice.by-mail'),
    digestWeekday: say('inbox.choice.digest'),
    quietFrom: say('inbox.choice.quiet-from'),
    quietTo: say('inbox.choice.quiet-to'),
  };
  return (
    <MyAccountFrame here="notices">
      {isSaved && !actionData && <Notice kind="done">{say('inbox.choice.saved')}</Notice>}
      <Section title={say('inbox.choice.title')}>
        <p>{say('inbox.choice.lead')}</p>
        {!choice.isMailHere && <Notice>{say('inbox.choice.no-mail-here')}</Notice>}
        {choice.isMailHere && !choice.hasAddress && <Notice>{say('inbox.choice.no-address')}</Notice>}
        <DataForm name="choice" labels={labels}>
          <input type="hidden" name="version" value={choice.version} />
          <Radios
            name="byMail"
            label={labels.byMail}
            defaultValue={choice.byMail ? 'yes' : 'no'}
            options={[
              { value: 'yes', label: say('inbox.choice.by-mail-yes') },
              { value: 'no', label: say('inbox.choice.by-mail-no') },
            ]}
          />
          <Select
            name="digestWeekday"
            label={labels.digestWeekday}
            defaultValue={String(choice.digestWeekday)}
            options={weekdays.map((day) => ({
              value: String(day),
              label: say(`inbox.choice.weekday.${day}`),
            }))}
          />
          <TextInput
            name="quietFrom"
            type="time"
            label={labels.quietFrom}
            help={say('inbox.choice.quiet-help')}
            defaultValue={choice.quietFrom}
            required
          />
          <TextInput
            name="quietTo"
            type="time"
            label={labels.quietTo}
            defaultValue={choice.quietTo}
            required
          />
          <Buttons>
            <Button>{say('shared.save')}</Button>
          </Buttons>
        </DataForm>
      </Section>
    </MyAccountFrame>
  );
}
