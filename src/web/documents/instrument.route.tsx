import { call } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { DefinitionList } from '../design/definition-list.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/instrument.route';
import { ClauseText } from './clause-text.tsx';
import styles from './documents.module.css';
import { useInstrumentFacts } from './instrument-facts.tsx';
import { inLanguage, instrumentsAddress } from './instrument-shapes.ts';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  return { template: await call(context, 'getTemplate', { templateId: id }, request) };
}

/** One instrument: its rules, then its clauses in order, each with what it rests on. */
export default function InstrumentPage({ loaderData: { template } }: Route.ComponentProps) {
  const say = useSay();
  const format = useFormat();
  const facts = useInstrumentFacts(template);
  return (
    <Page
      title={inLanguage(say, template.title)}
      lead={inLanguage(say, template.summary)}
      crumbs={[
        { to: '/convenios', title: say('agreements.sheet') },
        { to: instrumentsAddress, title: say('documents.instruments') },
      ]}
      state={
        <>
          <span>{format.country(template.instrumentCountry)}</span>
          <span>{say.dynamic(`agreements.kind.${template.kind}`)}</span>
          <span>{say('documents.clause-count', { count: template.clauses.length })}</span>
        </>
      }
      actions={
        <ButtonLink look="quiet" to={`${instrumentsAddress}/comparar?a=${template.id}`}>
          {say('documents.compare-with')}
        </ButtonLink>
      }
    >
      {!template.isEngine && <Notice>{say('documents.library-notice')}</Notice>}
      <Section title={say('documents.facts')}>
        <DefinitionList facts={facts} />
      </Section>
      <Section title={say('documents.clauses')}>
        <ol className={styles.clauses}>
          {template.clauses.map((clause) => (
            <ClauseText key={clause.key} clause={clause} />
          ))}
        </ol>
      </Section>
      {template.unused.length > 0 && (
        <Section title={say('documents.unused-title')}>
          <p>{format.list(template.unused.map((type) => say.dynamic(`agreements.clause-type.${type}`)))}.</p>
        </Section>
      )}
    </Page>
  );
}
