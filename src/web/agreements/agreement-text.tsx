import { Link } from 'react-router';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Day } from '../design/date-words.tsx';
import { DataForm } from '../design/form.tsx';
import { Empty } from '../design/notice.tsx';
import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { stateWords } from '../commitments/commitment-shapes.ts';
import { StateTag } from '../design/state-tag.tsx';
import { gapWord, withGaps } from './gap-words.ts';
import { addressOfClause, isOpen, mayWork, type Agreement } from './agreement-shapes.ts';
import styles from './agreements.module.css';

/** The clauses as people read them: numbered, their places filled in, with the way to each of them for those who work on it. */
export function ClauseText({ agreement }: { agreement: Agreement }) {
  const say = useSay();
  const works = mayWork(agreement) && !agreement.isSealed;
  return (
    <>
      <ol className={styles.clauses} lang={agreement.language}>
        {agreement.clauses.map((clause, index) => (
          <li key={clause.id} id={`clausula-${clause.id}`}>
            <h3>
              {index + 1}. {clause.title}
            </h3>
            {withGaps(say, clause.body)
              .split(/\n+/)
              .map((line, at) => (
                <p key={at}>{line}</p>
              ))}
            {works && (
              <p className={styles.tools}>
                {clause.gaps.length > 0 && (
                  <strong>
                    {say('agreement-pages.gaps', {
                      gaps: clause.gaps.map((gap) => gapWord(say, gap)).join(', '),
                    })}{' '}
                  </strong>
                )}
                <Link to={addressOfClause(agreement.id, clause.id)}>
                  {clause.openRemarks > 0
                    ? say('agreement-pages.open-clause-remarks', { count: clause.openRemarks })
                    : say(isOpen(agreement) ? 'agreement-pages.open-clause' : 'agreement-pages.read-clause')}
                </Link>
              </p>
            )}
          </li>
        ))}
      </ol>
      {works && <Removed agreement={agreement} />}
    </>
  );
}

function Removed({ agreement }: { agreement: Agreement }) {
  const say = useSay();
  if (agreement.removedClauses.length === 0) return null;
  return (
    <details className={styles.removed}>
      <summary>{say('agreement-pages.removed', { count: agreement.removedClauses.length })}</summary>
      <ul className={styles.lines}>
        {agreement.removedClauses.map((clause) => (
          <li key={clause.id}>
            <Link to={addressOfClause(agreement.id, clause.id)}>{clause.title}</Link>
            {isOpen(agreement) && (
              <DataForm name="restore">
                <input type="hidden" name="clauseId" value={clause.id} />
                <input type="hidden" name="version" value={clause.version} />
                <Button look="quiet">{say('agreement-pages.restore')}</Button>
              </DataForm>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Who owes what by when, each with how it stands; the text names the table, and here it is. */
export function Commitments({ agreement }: { agreement: Agreement }) {
  const say = useSay();
  const add = (
    <Buttons>
      <ButtonLink look="quiet" to={`/compromisos/nuevos?convenio=${agreement.id}`}>
        {say('agreement-pages.add-commitments')}
      </ButtonLink>
    </Buttons>
  );
  const mayAdd = mayWork(agreement) && isOpen(agreement);
  if (agreement.commitments.length === 0)
    return (
      <Empty title={say('agreement-pages.no-commitments')} action={mayAdd && add}>
        <p>{say('agreement-pages.no-commitments-lead')}</p>
      </Empty>
    );
  return (
    <>
      <Table
        caption={say('agreement-pages.commitments')}
        isCaptionHidden
        rows={agreement.commitments}
        rowKey={(one) => one.id}
        columns={[
          {
            id: 'what',
            title: say('agreement-pages.commitment'),
            cell: (one) => <Link to={`/compromisos/${one.id}`}>{one.what}</Link>,
          },
          { id: 'who', title: say('agreement-pages.obligor'), cell: (one) => one.obligor },
          { id: 'by', title: say('agreement-pages.due-on'), cell: (one) => <Day day={one.dueOn} /> },
          {
            id: 'standing',
            title: say('agreement-pages.standing'),
            cell: (one) => <CommitmentState commitment={one} />,
          },
        ]}
      />
      {mayAdd && add}
    </>
  );
}

function CommitmentState({ commitment }: { commitment: Agreement['commitments'][number] }) {
  const say = useSay();
  const { state } = commitment;
  if (state === null) return say.dynamic(`agreement-pages.commitment-standing.${commitment.standing}`);
  return (
    <>
      <StateTag state={state.tone}>{stateWords(say, state)}</StateTag>
      {state.instances > 1 && (
        <small>{say('agreement-pages.kept-of', { kept: state.kept, instances: state.instances })}</small>
      )}
    </>
  );
}

/** An amount as its country writes it. */
export function Money({ amount, currency }: { amount: string; currency: string }) {
  const format = useFormat();
  return <>{format.money(amount, currency, true)}</>;
}
