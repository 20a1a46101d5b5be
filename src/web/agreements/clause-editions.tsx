import { Form } from 'react-router';
import type { Answer } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Select } from '../design/field.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Clause } from './agreement-shapes.ts';
import styles from './agreements.module.css';

type Compared = Answer<'compareClauseEditions'>;

/** Every edition of a clause: who wrote it, for whom, why; any two of them word by word. */
export function ClauseEditions({ clause, compared }: { clause: Clause; compared: Compared | null }) {
  const say = useSay();
  const format = useFormat();
  const [newest] = clause.editions;
  const options = clause.editions.map(({ number }) => ({
    value: String(number),
    label: say('agreement-pages.edition', { number }),
  }));
  return (
    <>
      {clause.editions.length > 1 && newest && (
        <Form method="get" className={styles.filters} action="#comparacion">
          <Select
            name="desde"
            label={say('agreement-pages.compare-from')}
            options={options}
            defaultValue={String(compared?.from ?? newest.number - 1)}
          />
          <Select
            name="hasta"
            label={say('agreement-pages.compare-to')}
            options={options}
            defaultValue={String(compared?.to ?? newest.number)}
          />
          <Button look="plain">{say('agreement-pages.compare')}</Button>
        </Form>
      )}
      {compared && <Comparison compared={compared} language={clause.agreement.language} />}
      <ol className={styles.lines} reversed>
        {clause.editions.map((edition) => (
          <li key={edition.number}>
            <details>
              <summary>
                {say('agreement-pages.edition', { number: edition.number })}
                {edition.reason !== null && `: ${edition.reason}`}
              </summary>
              <p>
                <strong>{edition.title}</strong>
              </p>
              <p className={styles.quoted}>{edition.body}</p>
            </details>
            <small>
              {[
                format.moment(edition.at),
                edition.by.name,
                edition.by.party && say('agreement-pages.for', { name: edition.by.party }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Two editions word by word: what went is struck out, what came is underlined, and both are said to who cannot see it. */
function Comparison({ compared, language }: { compared: Compared; language: 'es' | 'en' }) {
  const say = useSay();
  return (
    <section id="comparacion" className={styles.comparison} aria-label={say('agreement-pages.comparison')}>
      <h3>{say('agreement-pages.comparison-of', { from: compared.from, to: compared.to })}</h3>
      <p lang={language}>
        <Parts parts={compared.title} />
      </p>
      <p lang={language} className={styles.quoted}>
        <Parts parts={compared.body} />
      </p>
    </section>
  );
}

function Parts({ parts }: { parts: Compared['body'] }) {
  return parts.map((part, index) => {
    if (part.kind === 'added') return <ins key={index}>{part.text}</ins>;
    if (part.kind === 'removed') return <del key={index}>{part.text}</del>;
    return <span key={index}>{part.text}</span>;
  });
}
