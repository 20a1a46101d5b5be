import { Page, Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import { TryAgain } from './try-again.tsx';
import { KeptPages } from './kept-pages.tsx';

/** Shown by the device itself where a page was never opened on it. */
export default function Offline() {
  const say = useSay();
  return (
    <Page title={say('shell.offline')} lead={say('shell.offline-lead')}>
      <TryAgain />
      <Section title={say('shell.offline-opened')}>
        <KeptPages />
      </Section>
    </Page>
  );
}
