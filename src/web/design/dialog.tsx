import { useEffect, useRef, type ReactNode } from 'react';
import { useSay } from '../words/words.tsx';
import { Icon } from './icon.tsx';
import styles from './dialog.module.css';

/** Something to decide before going on. The browser keeps the focus inside, and Escape closes it. */
export function Dialog({
  title,
  isOpen,
  close,
  children,
}: {
  title: string;
  isOpen: boolean;
  close: () => void;
  children: ReactNode;
}) {
  const say = useSay();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) element.current?.showModal();
    else element.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={element} className={styles.dialog} onClose={close} aria-label={title}>
      <div className={styles.head}>
        <h2>{title}</h2>
        <button type="button" className={styles.close} onClick={close} aria-label={say('shared.close')}>
          <Icon name="close" />
        </button>
      </div>
      {isOpen && children}
    </dialog>
  );
}
