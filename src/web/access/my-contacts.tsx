import { textOf, type Answer } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { Select, TextInput } from '../design/field.tsx';
import { DataForm, FieldGroup } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';

type Contact = Answer<'getMyAccount'>['contacts'][number];

const channels = ['mobile', 'phone', 'email'] as const;
const visibilities = ['territory', 'network', 'public'] as const;

/** What the form says: rows left empty are contacts taken away. */
export function contactsOf(form: FormData): Contact[] {
  return Array.from({ length: 10 }, (_, index) => ({
    channel: oneOf(channels, textOf(form, `contacts.${index}.channel`)),
    value: textOf(form, `contacts.${index}.value`),
    visibility: oneOf(visibilities, textOf(form, `contacts.${index}.visibility`)),
  })).filter((contact) => contact.value !== '');
}

function oneOf<const Name extends string>(names: readonly [Name, ...Name[]], given: string): Name {
  return names.find((name) => name === given) ?? names[0];
}

/** How others reach me: every contact in a row of its own, and one empty row for the next. */
export function MyContacts({ contacts, version }: { contacts: readonly Contact[]; version: number }) {
  const say = useSay();
  const rows: (Contact | null)[] = contacts.length < 10 ? [...contacts, null] : [...contacts];
  return (
    <DataForm name="contacts" labels={labelsOf(rows.length, say('mine.contact-value'))}>
      <input type="hidden" name="version" value={version} />
      {rows.map((contact, index) => (
        <FieldGroup
          key={index}
          legend={contact ? say('mine.contact', { number: index + 1 }) : say('mine.contact-new')}
        >
          <TextInput
            name={`contacts.${index}.value`}
            label={say('mine.contact-value')}
            help={contact ? say('mine.contact-value-help') : say('mine.phone-help')}
            defaultValue={contact?.value ?? ''}
            required={contact !== null}
          />
          <Select
            name={`contacts.${index}.channel`}
            label={say('mine.contact-channel')}
            defaultValue={contact?.channel ?? 'mobile'}
            options={channels.map((value) => ({ value, label: say(`mine.channel-${value}`) }))}
          />
          <Select
            name={`contacts.${index}.visibility`}
            label={say('mine.contact-visibility')}
            defaultValue={contact?.visibility ?? 'territory'}
            options={visibilities.map((value) => ({ value, label: say(`mine.visibility-${value}`) }))}
          />
        </FieldGroup>
      ))}
      <Buttons>
        <Button>{say('shared.save')}</Button>
      </Buttons>
    </DataForm>
  );
}

function labelsOf(count: number, label: string): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`contacts.${index}.value`, `${label} ${index + 1}`]),
  );
}
