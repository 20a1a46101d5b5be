import type { InstanceAct } from '#domain/commitments/acts.ts';
import { Button } from '../design/button.tsx';
import { DateField, TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { useSay, useToday } from '../words/words.tsx';
import type { Instance } from './commitment-shapes.ts';
import { ConfirmText } from './confirm-text.tsx';

type DeedForm = {
  readonly act: InstanceAct;
  readonly name: string;
  /** Whether it asks for a day: one that has to be said, or may. */
  readonly day?: 'required' | 'optional';
  readonly hasReason: boolean;
  readonly look?: 'plain' | 'danger';
};

const deeds: readonly DeedForm[] = [
  { act: 'started', name: 'start', hasReason: false },
  { act: 'forecast', name: 'forecast', day: 'required', hasReason: true },
  { act: 'rescheduled', name: 'reschedule', day: 'required', hasReason: true },
  { act: 'noticed', name: 'notice', day: 'optional', hasReason: true },
  { act: 'replied', name: 'reply', hasReason: true },
  { act: 'notice-withdrawn', name: 'withdraw-notice', hasReason: true },
  { act: 'breached', name: 'breach', hasReason: true, look: 'danger' },
  { act: 'breach-published', name: 'publish-breach', hasReason: false, look: 'danger' },
  { act: 'waived', name: 'waive', hasReason: true, look: 'danger' },
  { act: 'instance-cancelled', name: 'cancel-instance', hasReason: true, look: 'danger' },
];

/** What may be done to one time that a commitment falls due, as it stands. */
export function InstanceDeeds({ instance }: { instance: Instance }) {
  return deeds
    .filter(({ act }) => instance.possible.includes(act))
    .map((deed) => <Deed key={deed.name} deed={deed} instance={instance} />);
}

function Deed({ deed, instance }: { deed: DeedForm; instance: Instance }) {
  const say = useSay();
  const today = useToday();
  const { name, day, hasReason, look = 'plain' } = deed;
  const title = say.dynamic(`commitment.deed.${name}`);
  const dayWord = say.dynamic(`commitment.deed-day.${day === undefined ? 'none' : name}`);
  const reasonWord = say(name === 'reply' ? 'commitment.reply' : 'commitment.why');
  return (
    <Section title={title}>
      <p>{say.dynamic(`commitment.deed-lead.${name}`)}</p>
      <DataForm
        name={name}
        labels={{
          on: dayWord,
          forecastOn: dayWord,
          dueOn: dayWord,
          cureBy: dayWord,
          reason: reasonWord,
          reply: reasonWord,
        }}
      >
        <input type="hidden" name="instanceId" value={instance.id} />
        <input type="hidden" name="version" value={instance.version} />
        {day && <DateField name="on" label={dayWord} min={today} required={day === 'required'} />}
        {hasReason && <TextArea name="reason" label={reasonWord} rows={2} required />}
        <ConfirmText form={name} />
        <Button look={look}>{title}</Button>
      </DataForm>
    </Section>
  );
}
