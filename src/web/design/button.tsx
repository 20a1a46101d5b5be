import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon, type IconName } from './icon.tsx';
import styles from './button.module.css';

type Looks = {
  readonly look?: 'main' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName;
  readonly children: ReactNode;
};

/** A deed. One main button a page; its word is a verb. */
export function Button({
  look = 'main',
  icon,
  children,
  type = 'submit',
  ...rest
}: Looks & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button {...rest} type={type} className={`${styles.button} ${styles[look]}`}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

/** A way to another page that looks like a deed. `file` for what is downloaded. */
export function ButtonLink({
  look = 'plain',
  icon,
  children,
  to,
  file = false,
}: Looks & { to: string; file?: boolean }) {
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </>
  );
  const className = `${styles.button} ${styles[look]}`;
  if (file)
    return (
      <a className={className} href={to} download>
        {inside}
      </a>
    );
  return (
    <Link className={className} to={to}>
      {inside}
    </Link>
  );
}

/** Buttons side by side, the main one first. */
export function Buttons({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
