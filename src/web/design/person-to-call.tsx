import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSay } from '../words/words.tsx';
import { Icon } from './icon.tsx';
import styles from './person-to-call.module.css';

type Person = {
  readonly name: string;
  readonly to?: string | undefined;
  /** Office and organisation: "Secretaria técnica, Comité de San Miguelito". */
  readonly office: ReactNode;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
  /** Why there is no number here, in words, when there is none. */
  readonly silence?: string;
};

/** Whom to call, ready to be called: on a phone one touch dials. */
export function PersonToCall({ name, to, office, phone, email, silence }: Person) {
  const say = useSay();
  return (
    <div className={styles.person}>
      <p>
        <strong>{to ? <Link to={to}>{name}</Link> : name}</strong>
        <br />
        <span className={styles.office}>{office}</span>
      </p>
      {/* The name said aloud holds what is seen, for those who speak to their device. */}
      <p className={styles.ways}>
        {phone && (
          <a
            href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}
            aria-label={`${say('shared.call', { name })}: ${phone}`}
          >
            <Icon name="phone" size={18} /> {phone}
          </a>
        )}
        {email && (
          <a href={`mailto:${email}`} aria-label={`${say('shared.write-to', { name })}: ${email}`}>
            <Icon name="mail" size={18} /> {email}
          </a>
        )}
        {!phone && !email && silence && <span className={styles.office}>{silence}</span>}
      </p>
    </div>
  );
}
