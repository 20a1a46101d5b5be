import { Link } from 'react-router';
import { Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { useSay } from '../words/words.tsx';
import { placesInWords } from './gap-words.ts';
import { addressOfAgreement, addressOfClause, mayWork, type Agreement } from './agreement-shapes.ts';
import styles from './agreements.module.css';

type Check = Agreement['checks'][number];

/** What is amiss before it is signed: what blocks first, each with the place where it is put right. */
export function Checks({ agreement }: { agreement: Agreement }) {
  const say = useSay();
  if (!mayWork(agreement) || agreement.next === null) return null;
  return (
    <Section title={say('agreement-pages.checks')}>
      {agreement.checks.length === 0 ? (
        <p>{say('agreement-pages.checks-none')}</p>
      ) : (
        <ul className={styles.checks}>
          {agreement.checks.map((check, index) => (
            <li key={`${check.code} ${check.id ?? ''} ${index}`}>
              <StateTag state={check.blocks ? 'late' : 'at-risk'}>
                {say(check.blocks ? 'agreement-pages.blocks' : 'agreement-pages.warns')}
              </StateTag>
              <span>
                <Words check={check} />{' '}
                <Link to={whereOf(agreement, check)}>
                  {say.dynamic(`agreement-pages.mend.${check.place}`)}
                </Link>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Words({ check }: { check: Check }) {
  const say = useSay();
  if (check.code === 'gate-missing') return say.dynamic(`problem.agreements.gate-${check.values['gate']}`);
  return say.dynamic(`problem.agreements.check-${check.code}`, placesInWords(say, check.values));
}

/** Where a check is put right. */
function whereOf(agreement: Agreement, { place, id, values }: Check): string {
  const below: Record<Check['place'], string> = {
    parties: 'partes',
    whole: 'datos',
    clauses: 'clausulas/nueva',
    commitments: '',
    budget: 'aportes',
    gates: 'tramite',
  };
  if (place === 'clauses' && id !== null) return addressOfClause(agreement.id, id);
  if (place === 'clauses')
    return `${addressOfAgreement(agreement.id, below.clauses)}?tipo=${values['type'] ?? ''}`;
  if (place === 'commitments')
    return id === null ? `/compromisos/nuevos?convenio=${agreement.id}` : `/compromisos/${id}`;
  return addressOfAgreement(agreement.id, below[place]);
}
