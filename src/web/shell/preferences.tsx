import { Form, useLocation } from 'react-router';
import { useSay } from '../words/words.tsx';
import type { Frame } from './frame.ts';
import styles from './preferences.module.css';

/** Language and appearance. Buttons of a plain form, so that one press is enough with or without script. */
export function Preferences({ frame }: { frame: Frame }) {
  const say = useSay();
  const { pathname, search } = useLocation();
  const themes = [
    { value: 'system', word: say('shell.theme-system') },
    { value: 'light', word: say('shell.theme-light') },
    { value: 'dark', word: say('shell.theme-dark') },
  ];
  return (
    <Form method="post" action="/preferencias" reloadDocument className={styles.preferences}>
      <input type="hidden" name="next" value={pathname + search} />
      <div role="group" aria-label={say('shell.language')} className={styles.group}>
        <button name="language" value="es" lang="es" aria-pressed={frame.language === 'es'}>
          Español
        </button>
        <button name="language" value="en" lang="en" aria-pressed={frame.language === 'en'}>
          English
        </button>
      </div>
      <div role="group" aria-label={say('shell.theme')} className={styles.group}>
        {themes.map((theme) => (
          <button
            key={theme.value}
            name="theme"
            value={theme.value}
            aria-pressed={frame.theme === theme.value}
          >
            {theme.word}
          </button>
        ))}
      </div>
    </Form>
  );
}
