import { Link } from 'react-router';
import { KeptForm } from '../actors/kept-form.tsx';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Select, TextArea, TextInput } from '../design/field.tsx';
import { Notice } from '../design/notice.tsx';
import { useSay } from '../words/words.tsx';
import { ConfirmText } from './confirm-text.tsx';
import { gapWord } from './gap-words.ts';
import { addressOfAgreement, addressOfClause, type Clause } from './agreement-shapes.ts';
import styles from './agreements.module.css';
import { ClauseFigures } from './clause-figures.tsx';

type Other = Clause['others'][number];

/** The wording of a clause, kept on the device while it is written, and the figures that its type says. */
export function ClauseEditor({ clause, taken }: { clause: Clause; taken: Other | null }) {
  const say = useSay();
  // Another edition begins another draft: what was kept of the one before is no longer about this wording.
  const draft = `clause-${clause.id}-${clause.version}${taken ? `-${taken.templateId}-${taken.key}` : ''}`;
  const labels = { title: say('agreement-pages.clause-title'), body: say('agreement-pages.clause-body') };
  return (
    <>
      <KeptForm name="edit" draft={draft} labels={labels} key={draft}>
        <input type="hidden" name="version" value={clause.version} />
        {taken && <Notice>{say('agreement-pages.taken-notice', { instrument: taken.instrument })}</Notice>}
        <TextInput
          name="title"
          label={say('agreement-pages.clause-title')}
          defaultValue={taken?.title ?? clause.title}
          maxLength={300}
          required
        />
        <TextArea
          name="body"
          label={say('agreement-pages.clause-body')}
          help={say('agreement-pages.clause-body-help')}
          defaultValue={taken?.body ?? clause.body}
          rows={10}
          required
        />
        <ClauseFigures clause={clause} />
        <TextInput
          name="reason"
          label={say('agreement-pages.change-reason')}
          help={say('agreement-pages.change-reason-help')}
          defaultValue=""
        />
        <ForParty clause={clause} />
        <ConfirmText />
        <p>{say('agreement-pages.saving-takes-back')}</p>
        <Buttons>
          <Button>{say('agreement-pages.save-clause')}</Button>
          <ButtonLink look="quiet" to={addressOfAgreement(clause.agreement.id)}>
            {say('agreement-pages.back')}
          </ButtonLink>
        </Buttons>
      </KeptForm>
      <Preview clause={clause} />
      <Others clause={clause} />
    </>
  );
}

/** For which of the parties something is said, where whoever writes acts for several. */
export function ForParty({ clause }: { clause: Clause }) {
  const say = useSay();
  if (clause.parties.length < 2) return null;
  return (
    <Select
      name="partyId"
      label={say('agreement-pages.for-party')}
      options={clause.parties.map(({ id, name }) => ({ value: id, label: name }))}
      empty={say('agreement-pages.for-nobody')}
    />
  );
}

function Preview({ clause }: { clause: Clause }) {
  const say = useSay();
  return (
    <details className={styles.removed}>
      <summary>{say('agreement-pages.preview')}</summary>
      <div className={styles.reading} lang={clause.agreement.language}>
        {clause.filled.split(/\n+/).map((line, at) => (
          <p key={at}>{line}</p>
        ))}
      </div>
      {clause.gaps.length > 0 && (
        <p>{say('agreement-pages.gaps', { gaps: clause.gaps.map((gap) => gapWord(say, gap)).join(', ') })}</p>
      )}
    </details>
  );
}

function Others({ clause }: { clause: Clause }) {
  const say = useSay();
  if (clause.others.length === 0) return null;
  return (
    <details className={styles.removed}>
      <summary>{say('agreement-pages.others', { count: clause.others.length })}</summary>
      <ul className={styles.lines}>
        {clause.others.map((other) => (
          <li key={`${other.templateId} ${other.key}`}>
            <strong>{other.title}</strong>
            <small>
              {other.country} · {other.instrument}
            </small>
            <p className={styles.quoted}>{other.body}</p>
            <Link
              to={`${addressOfClause(clause.agreement.id, clause.id)}?tomar=${other.templateId}/${other.key}`}
            >
              {say('agreement-pages.take')}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
