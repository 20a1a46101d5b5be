import { PersonToCall } from '../design/person-to-call.tsx';
import { useSay } from '../words/words.tsx';
import { addressOfPerson, type ToCall } from './home-shapes.ts';
import styles from './home.module.css';

/** Whom to call about it, ready to be called. */
export function Caller({ call }: { call: ToCall }) {
  const say = useSay();
  if (call === null) return <p className={styles.note}>{say('home.nobody-to-call')}</p>;
  const way = (...channels: string[]) =>
    call.person.contacts.find((contact) => channels.includes(contact.channel))?.value;
  return (
    <PersonToCall
      name={call.person.name}
      to={addressOfPerson(call.person.id)}
      office={[call.office, call.organisation?.name].filter(Boolean).join(' · ')}
      phone={way('mobile', 'phone')}
      email={way('email')}
      silence={say('home.no-contact')}
    />
  );
}
