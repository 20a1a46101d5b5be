import { redirect } from 'react-router';
import { attempt, keyOf, refusedForm, textOf, type call } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Radios, Select, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import styles from './actors.module.css';
import type { Contact } from './actor-shapes.ts';
import { optionsOf } from './options.ts';
import { Way } from './contacts.tsx';

type Context = Parameters<typeof call>[0];
type Owner = { readonly personId: string } | { readonly organisationId: string };

/** Adds, corrects or removes a way to reach somebody. */
export async function changeContact(context: Context, owner: Owner, form: FormData, back: string) {
  const id = textOf(form, 'contactId');
  const at = { contactId: id, version: Number(textOf(form, 'version')) };
  const key = keyOf(form);
  const body = {
    channel: textOf(form, 'channel') as Contact['channel'],
    value: textOf(form, 'value'),
    label: textOf(form, 'label') || null,
    visibility: textOf(form, 'visibility') as Contact['visibility'],
  };
  const result = form.has('remove')
    ? await attempt(context, 'removeContactPoint', at, key)
    : id
      ? await attempt(context, 'updateContactPoint', { ...at, body }, key)
      : await attempt(context, 'addContactPoint', { body: { ...owner, ...body } }, key);
  return result.ok ? redirect(back) : refusedForm(result.refused, form);
}

/** Every way to reach somebody, each with its door to change it, and a form for one more. */
export function ContactForms({
  contacts,
  edited,
  here,
}: {
  contacts: readonly Contact[];
  edited: string | null;
  here: string;
}) {
  const say = useSay();
  const chosen = contacts.find((contact) => contact.id === edited);
  return (
    <>
      <p>{say('actor-pages.visibility-lead')}</p>
      <ul className={styles.lines}>
        {contacts.map((contact) => (
          <li key={contact.id} className={styles.entry}>
            <span>
              <Way contact={contact} />
              <small className={styles.soft}>
                {[
                  say.dynamic(`actors.channel.${contact.channel}`),
                  contact.label,
                  say.dynamic(`actors.visibility.${contact.visibility}`),
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </small>
            </span>
            <ButtonLink look="quiet" icon="edit" to={`${here}?contacto=${contact.id}`}>
              {say('actor-pages.change-named', { name: contact.value })}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <Section title={chosen ? say('actor-pages.contact-correct') : say('actor-pages.contact-add')}>
        <ContactForm key={chosen?.id ?? 'new'} contact={chosen} here={here} />
      </Section>
    </>
  );
}

function ContactForm({ contact, here }: { contact: Contact | undefined; here: string }) {
  const say = useSay();
  const labels = {
    channel: say('actor-pages.channel'),
    value: say('actor-pages.contact-value'),
    label: say('actor-pages.contact-label'),
    visibility: say('actor-pages.visibility'),
  };
  return (
    <DataForm name="contact" labels={labels}>
      {contact && <input type="hidden" name="contactId" value={contact.id} />}
      {contact && <input type="hidden" name="version" value={contact.version} />}
      <Select
        name="channel"
        label={labels.channel}
        options={optionsOf(say, 'channel')}
        defaultValue={contact?.channel ?? 'mobile'}
        required
      />
      <TextInput
        name="value"
        label={labels.value}
        help={say('actor-pages.contact-value-help')}
        defaultValue={contact?.value}
        required
      />
      <TextInput
        name="label"
        label={labels.label}
        help={say('actor-pages.contact-label-help')}
        defaultValue={contact?.label ?? ''}
      />
      <Radios
        name="visibility"
        label={labels.visibility}
        options={optionsOf(say, 'visibility')}
        defaultValue={contact?.visibility ?? 'territory'}
      />
      <Buttons>
        <Button>{say('shared.save')}</Button>
        {contact && (
          <Button look="danger" name="remove" value="yes">
            {say('actor-pages.remove')}
          </Button>
        )}
        {contact && (
          <ButtonLink look="quiet" to={here}>
            {say('shared.cancel')}
          </ButtonLink>
        )}
      </Buttons>
    </DataForm>
  );
}
