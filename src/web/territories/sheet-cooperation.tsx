import type { Answer } from '../api.ts';
import { saysExample } from '../design/says-example.ts';
import { stateInWords } from '../ledger/ledger-shapes.ts';
import { useFormat, useSay } from '../words/words.tsx';
import { useCooperationFacts, type Cooperation } from './cooperation-here.tsx';
import styles from './territory-sheet.module.css';

type Plans = Answer<'listPlans'>['items'];

// The sheet is one page: of what is long, the first; the page of the territory has the rest.
const mostShown = 3;

/** On the printed sheet: what binds here, what was promised and is late, the plan, money and the last session. */
export function SheetCooperation({ cooperation, plans }: { cooperation: Cooperation; plans: Plans }) {
  const facts = useCooperationFacts(cooperation);
  const { agreements, commitments } = cooperation;
  if (agreements.length + commitments.length + plans.length === 0) return null;
  return (
    <div className={styles.halves}>
      <div>
        {agreements.length > 0 && <Agreements agreements={agreements} />}
        {facts.map(({ term, value, source }) => (
          <p key={term}>
            {term}: {value}
            {source && <> ({source})</>}
          </p>
        ))}
      </div>
      <div>
        {commitments.length > 0 && <Commitments cooperation={cooperation} />}
        {plans.length > 0 && <Plans plans={plans} />}
      </div>
    </div>
  );
}

function Agreements({ agreements }: Pick<Cooperation, 'agreements'>) {
  const say = useSay();
  const format = useFormat();
  return (
    <>
      <h2>{say('places.agreements')}</h2>
      <ul className={styles.list}>
        {agreements.slice(0, mostShown).map((one) => (
          <li key={one.id}>
            {one.shortName ?? one.title}
            {one.example && !saysExample(one.shortName ?? one.title) && ` (${say('places.example')})`}:{' '}
            {format.list(one.parties.slice(0, 3).map(({ name }) => name))}.{' '}
            {one.endsOn === null
              ? say('places.agreement-open')
              : say('places.sheet-ends', { day: format.day(one.endsOn) })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Commitments({ cooperation }: { cooperation: Cooperation }) {
  const say = useSay();
  const format = useFormat();
  const { commitments, open, late } = cooperation;
  return (
    <>
      <h2>{say('places.commitments')}</h2>
      <p>{say('places.commitments-sum', { open, late })}</p>
      <ul className={styles.list}>
        {commitments.slice(0, mostShown).map((row) => (
          <li key={row.id}>
            {row.what} ({row.obligor.name}; {format.day(row.dueOn)}). {stateInWords(say, row)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Plans({ plans }: { plans: Plans }) {
  const say = useSay();
  const format = useFormat();
  return (
    <>
      <h2>{say('plans.title')}</h2>
      <ul className={styles.list}>
        {plans.map((plan) => (
          <li key={plan.id}>
            {plan.title} ({plan.owner.name}; {format.day(plan.periodFrom)} – {format.day(plan.periodTo)})
          </li>
        ))}
      </ul>
    </>
  );
}
