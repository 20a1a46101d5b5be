import { entryLinks } from '#domain/planning/inventory.ts';
import { Button } from '../design/button.tsx';
import { Radios, TextArea, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import { ConfirmText } from './confirm-text.tsx';
import type { Entry } from './inventory-shapes.ts';

/** The centre says how an entry is linked to prevention, by which criterion; a change also says why. */
export function DecideForm({ entry, office }: { entry: Entry; office: string }) {
  const say = useSay();
  const isFirst = entry.link === 'undecided';
  return (
    <details open={isFirst}>
      <summary>{say(isFirst ? 'inventory.decide' : 'inventory.decide-again')}</summary>
      <DataForm
        name="decide"
        labels={{
          link: say('inventory.link'),
          criterion: say('inventory.criterion'),
          office: say('inventory.office'),
          reason: say('inventory.reason-again'),
        }}
      >
        <input type="hidden" name="version" value={entry.version} />
        <Radios
          name="link"
          label={say('inventory.link')}
          options={entryLinks
            .filter((link) => link !== 'undecided')
            .map((value) => ({ value, label: say(`inventory.link.${value}`) }))}
          {...(!isFirst && { defaultValue: entry.link })}
        />
        <TextArea
          name="criterion"
          label={say('inventory.criterion')}
          help={say('inventory.criterion-help')}
          rows={2}
          maxLength={1000}
          defaultValue={entry.criterion ?? ''}
          required
        />
        <TextInput
          name="office"
          label={say('inventory.office')}
          help={say('inventory.office-help')}
          maxLength={200}
          defaultValue={office}
          required
        />
        {!isFirst && (
          <TextArea name="reason" label={say('inventory.reason-again')} rows={2} maxLength={1000} required />
        )}
        <ConfirmText form="decide" />
        <Button>{say(isFirst ? 'inventory.decide' : 'inventory.decide-again')}</Button>
      </DataForm>
    </details>
  );
}

/** What ends an entry: each with its reason. */
export function CloseForms({ entry }: { entry: Entry }) {
  return (
    <>
      {entry.standing === 'current' && <CloseForm entry={entry} name="end" />}
      <CloseForm entry={entry} name="annul" />
    </>
  );
}

function CloseForm({ entry, name }: { entry: Entry; name: 'end' | 'annul' }) {
  const say = useSay();
  return (
    <details>
      <summary>{say(`inventory.${name}`)}</summary>
      <DataForm name={name} labels={{ reason: say('inventory.reason') }}>
        <p>{say(`inventory.${name}-lead`)}</p>
        <input type="hidden" name="version" value={entry.version} />
        <TextArea name="reason" label={say('inventory.reason')} rows={2} maxLength={1000} required />
        <ConfirmText form={name} />
        <Button look={name === 'annul' ? 'danger' : 'plain'}>{say(`inventory.${name}`)}</Button>
      </DataForm>
    </details>
  );
}
