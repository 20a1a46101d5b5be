import { Page, Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';

const topics = ['find', 'enter', 'offline', 'print'] as const;

export default function Help() {
  const say = useSay();
  return (
    <Page title={say('shell.help-title')} lead={say('shell.help-lead')}>
      {topics.map((topic) => (
        <Section key={topic} title={say(`shell.help-${topic}`)}>
          <p>{say(`shell.help-${topic}-text`)}</p>
        </Section>
      ))}
      <p>
        <a href="/api/docs">{say('shell.help-api')}</a>
      </p>
    </Page>
  );
}
