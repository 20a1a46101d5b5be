import { Link, redirect } from 'react-router';
import { withGaps } from '../agreements/gap-words.ts';
import { call, type Answer } from '../api.ts';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/consolidated.route';
import { Standing } from './life-facts.tsx';
import { addressOfAgreement, addressOfLife, addressOfSigning } from './life-shapes.ts';
import styles from './life.module.css';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const { textHash } = await call(context, 'getAgreementLife', { agreementId: id }, request);
  // Before it is put to signature there is no text to read here; its life says what comes first.
  if (textHash === null) throw redirect(addressOfLife(id));
  return { text: await call(context, 'getConsolidatedText', { agreementId: id }, request) };
}

type Clause = Answer<'getConsolidatedText'>['clauses'][number];

/** The text in force: what was signed, and over it each addendum, with what every clause said before. */
export default function ConsolidatedPage({ loaderData: { text } }: Route.ComponentProps) {
  const say = useSay();
  const format = useFormat();
  const { agreement } = text;
  return (
    <InPlace country={agreement.country}>
      <Page
        title={say('agreement-life.consolidated-title', { title: agreement.title })}
        crumbs={[{ to: addressOfAgreement(agreement.id), title: agreement.title }]}
        state={<Standing life={{ standing: agreement.standing, standingOn: null }} />}
        lead={say('agreement-life.consolidated-lead')}
      >
        {agreement.example && (
          <Notice title={say('agreement-life.example')}>{say('agreement-life.example-lead')}</Notice>
        )}
        {text.addenda.length === 0 && <p>{say('agreement-life.no-changes')}</p>}
        {text.addenda.length > 0 && (
          <Section title={say('agreement-life.addenda')}>
            <ul className={styles.lines}>
              {text.addenda.map((addendum) => (
                <li key={addendum.id}>
                  <Link to={addressOfSigning(addendum.id)}>{addendum.title}</Link>
                  <small>
                    {say(`agreement-life.addendum.${addendum.kind}`)} ·{' '}
                    {say('agreement-life.since', { day: format.day(addendum.on) })}
                    {addendum.newEndsOn &&
                      ` · ${say('agreement-life.extended-to', { day: format.day(addendum.newEndsOn) })}`}
                  </small>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section title={say('agreement-life.the-text')}>
          <div className={styles.text}>
            {text.clauses.map((clause) => (
              <ClauseInForce key={clause.id} clause={clause} />
            ))}
          </div>
          <p>
            <Link to={addressOfSigning(agreement.id)}>{say('agreement-life.version-signed')}</Link>:{' '}
            <span className={styles.hash}>{text.hash}</span>
          </p>
        </Section>
      </Page>
    </InPlace>
  );
}

function ClauseInForce({ clause }: { clause: Clause }) {
  const say = useSay();
  const format = useFormat();
  const last = clause.versions.at(-1)?.addendum ?? null;
  const earlier = clause.versions.slice(0, -1);
  return (
    <div className={last ? styles.changed : undefined}>
      <h3>{clause.title}</h3>
      <p>{clause.body === null ? say('agreement-life.clause-removed') : withGaps(say, clause.body)}</p>
      {last && (
        <small>{say('agreement-life.changed-by', { title: last.title, day: format.day(last.on) })}</small>
      )}
      {earlier.length > 0 && (
        <details className={styles.step}>
          <summary>{say('agreement-life.earlier')}</summary>
          <div>
            {earlier.toReversed().map((version, index) => (
              <div key={index}>
                <small>
                  {version.addendum
                    ? say('agreement-life.version-by', {
                        title: version.addendum.title,
                        day: format.day(version.addendum.on),
                      })
                    : say('agreement-life.version-signed')}
                </small>
                <p>
                  {version.body === null ? say('agreement-life.clause-removed') : withGaps(say, version.body)}
                </p>
              </div>
            ))}
          </div>
        </details>
      )}
    </div>
  );
}
