import { Button, Buttons } from '../design/button.tsx';
import { Radios, TextArea, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Empty } from '../design/notice.tsx';
import { StateTag, type State } from '../design/state-tag.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { ConfirmText } from './confirm-text.tsx';
import type { Clause } from './agreement-shapes.ts';
import styles from './agreements.module.css';
import { ForParty } from './clause-editor.tsx';

type Remark = Clause['remarks'][number];

const looks = {
  open: 'missing',
  accepted: 'fulfilled',
  refused: 'not-applicable',
  withdrawn: 'not-applicable',
} as const satisfies Record<Remark['standing'], State>;

/** What the parties said of a clause, each with its answer; never answered by the party that said it. */
export function ClauseRemarks({ clause }: { clause: Clause }) {
  const say = useSay();
  return (
    <>
      {clause.remarks.length === 0 ? (
        <Empty title={say('agreement-pages.no-remarks')}>
          <p>{say('agreement-pages.no-remarks-lead')}</p>
        </Empty>
      ) : (
        <ul className={styles.lines}>
          {clause.remarks.map((remark) => (
            <OneRemark key={remark.id} clause={clause} remark={remark} />
          ))}
        </ul>
      )}
      {clause.isOpen && !clause.isRemoved && (
        <>
          <RemarkForm clause={clause} isProposal={false} />
          <RemarkForm clause={clause} isProposal />
        </>
      )}
    </>
  );
}

function OneRemark({ clause, remark }: { clause: Clause; remark: Remark }) {
  const say = useSay();
  const format = useFormat();
  return (
    <li>
      <div className={styles.partyName}>
        <strong>{remark.party ?? say('agreement-pages.the-centre')}</strong>
        <span>{say.dynamic(`agreements.remark.${remark.kind}`)}</span>
        <StateTag state={looks[remark.standing]}>
          {say.dynamic(`agreements.remark-standing.${remark.standing}`)}
        </StateTag>
      </div>
      <p className={styles.quoted}>{remark.body}</p>
      {remark.proposedBody !== null && (
        <blockquote className={styles.proposal} lang={clause.agreement.language}>
          <strong>{remark.proposedTitle}</strong>
          <p className={styles.quoted}>{remark.proposedBody}</p>
        </blockquote>
      )}
      {remark.answer !== null && <p>{say('agreement-pages.answered', { answer: remark.answer })}</p>}
      <small>{format.moment(remark.at)}</small>
      {clause.isOpen && remark.mayAnswer && <Answer clause={clause} remark={remark} />}
      {clause.isOpen && remark.mayWithdraw && (
        <DataForm name={`withdraw:${remark.id}`}>
          <input type="hidden" name="version" value={remark.version} />
          <Buttons>
            <Button look="quiet">{say('agreement-pages.withdraw')}</Button>
          </Buttons>
        </DataForm>
      )}
    </li>
  );
}

function Answer({ clause, remark }: { clause: Clause; remark: Remark }) {
  const say = useSay();
  const isProposal = remark.kind === 'proposal';
  return (
    <DataForm name={`answer:${remark.id}`}>
      <input type="hidden" name="version" value={remark.version} />
      <Radios
        name="outcome"
        label={say('agreement-pages.outcome')}
        options={[
          {
            value: 'accepted',
            label: say(isProposal ? 'agreement-pages.accept-proposal' : 'agreement-pages.accept-remark'),
          },
          { value: 'refused', label: say('agreement-pages.refuse') },
        ]}
        defaultValue="accepted"
      />
      <TextArea name="answer" label={say('agreement-pages.answer')} rows={2} required />
      <ForParty clause={clause} />
      <ConfirmText />
      <Buttons>
        <Button look="plain">{say('agreement-pages.do-answer')}</Button>
      </Buttons>
    </DataForm>
  );
}

function RemarkForm({ clause, isProposal }: { clause: Clause; isProposal: boolean }) {
  const say = useSay();
  const title = say(isProposal ? 'agreement-pages.propose' : 'agreement-pages.remark');
  return (
    <details className={styles.removed}>
      <summary>{title}</summary>
      <DataForm name={isProposal ? 'remark:proposal' : 'remark'}>
        {isProposal && (
          <>
            <TextInput
              name="proposedTitle"
              label={say('agreement-pages.clause-title')}
              defaultValue={clause.title}
              maxLength={300}
            />
            <TextArea
              name="proposedBody"
              label={say('agreement-pages.proposed-body')}
              defaultValue={clause.body}
              rows={8}
              required
            />
          </>
        )}
        <TextArea
          name="body"
          label={say(isProposal ? 'agreement-pages.why' : 'agreement-pages.your-remark')}
          rows={3}
          required
        />
        <ForParty clause={clause} />
        <ConfirmText />
        <Buttons>
          <Button>{title}</Button>
        </Buttons>
      </DataForm>
    </details>
  );
}
