import { Icon } from '../design/icon.tsx';
import { useSay } from '../words/words.tsx';
import styles from './actors.module.css';
import type { Contact } from './actor-shapes.ts';

/** The ways to reach somebody that may be seen here. */
export function Contacts({
  contacts,
  website = null,
}: {
  contacts: readonly Contact[];
  website?: string | null;
}) {
  const say = useSay();
  if (contacts.length === 0 && website === null) return <p>{say('actor-pages.no-contacts')}</p>;
  return (
    <ul className={styles.lines}>
      {contacts.map((contact) => (
        <li key={contact.id}>
          <Way contact={contact} />
          <small>
            {[say.dynamic(`actors.channel.${contact.channel}`), contact.label]
              .filter((part) => part !== null)
              .join(' · ')}
          </small>
        </li>
      ))}
      {website !== null && (
        <li>
          <a href={website} rel="noreferrer">
            {website}
          </a>
          <small>{say('actors.channel.web')}</small>
        </li>
      )}
    </ul>
  );
}

/** On a phone one touch dials or writes. */
export function Way({ contact }: { contact: Pick<Contact, 'channel' | 'value'> }) {
  const { channel, value } = contact;
  if (channel === 'phone' || channel === 'mobile')
    return (
      <a href={`tel:${value.replaceAll(/[^+\d]/g, '')}`}>
        <Icon name="phone" size={16} /> {value}
      </a>
    );
  if (channel === 'email')
    return (
      <a href={`mailto:${value}`}>
        <Icon name="mail" size={16} /> {value}
      </a>
    );
  if (channel === 'web' && /^https?:\/\//.test(value))
    return (
      <a href={value} rel="noreferrer">
        {value}
      </a>
    );
  return <span>{value}</span>;
}
