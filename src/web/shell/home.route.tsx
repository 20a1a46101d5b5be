import { ButtonLink } from '../design/button.tsx';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import styles from './search-page.module.css';
import { Button } from '../design/button.tsx';

/** Where anybody begins: find your place. */
export default function Home() {
  const say = useSay();
  return (
    <Page title={say('shell.home-title')} lead={say('shell.home-lead')}>
      <form action="/buscar" className={styles.form}>
        <label htmlFor="lugar">{say('shell.home-find')}</label>
        <div className={styles.row}>
          <input id="lugar" name="texto" type="search" maxLength={200} />
          <Button icon="search">{say('shell.search')}</Button>
        </div>
        <small>{say('shell.search-forgiving')}</small>
      </form>
      <p>
        <ButtonLink to="/territorios" icon="territories">
          {say('shell.territories')}
        </ButtonLink>
      </p>
    </Page>
  );
}
