import { ButtonLink } from '../design/button.tsx';
import { Day } from '../design/date-words.tsx';
import { Icon } from '../design/icon.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import {
  addressOfInstance,
  stateWords,
  type Commitment,
  type Evidence,
  type Instance,
} from './commitment-shapes.ts';
import styles from './commitments.module.css';
import { FileOrder } from './file-order.tsx';

/** Each time that a commitment falls due: how it stands, and what was handed in. */
export function Instances({ commitment }: { commitment: Commitment }) {
  const { instances } = commitment;
  return (
    <ol className={styles.instances}>
      {instances.map((instance) => (
        <li key={instance.id}>
          <InstanceHead commitment={commitment} instance={instance} isOneOfMany={instances.length > 1} />
          <Ladder instance={instance} />
          <EvidenceList commitment={commitment} instance={instance} />
        </li>
      ))}
    </ol>
  );
}

type Parts = { commitment: Commitment; instance: Instance };

function InstanceHead({ commitment, instance, isOneOfMany }: Parts & { isOneOfMany: boolean }) {
  const say = useSay();
  const format = useFormat();
  const isMain = instance.id === commitment.main?.instanceId;
  const may = (act: string) => instance.possible.some((one) => one === act);
  return (
    <div className={styles.instanceHead}>
      <p>
        <strong>
          {isOneOfMany
            ? say('commitment.delivery-number', {
                number: instance.sequence,
                day: format.longDay(instance.dueOn),
              })
            : say('commitment.due-on', { day: format.longDay(instance.dueOn) })}
        </strong>
        {instance.isRescheduled && (
          <small>{say('commitment.was-due', { day: format.day(instance.firstDueOn) })}</small>
        )}
      </p>
      <StateTag state={instance.tone}>{stateWords(say, instance)}</StateTag>
      {isOneOfMany && !isMain && (
        <p className={styles.deeds}>
          {may('accepted') && (
            <ButtonLink to={addressOfInstance(commitment.id, 'verificar', instance.id)}>
              {say('commitment.verify')}
            </ButtonLink>
          )}
          {may('delivered') && instance.isOverdue && (
            <ButtonLink to={addressOfInstance(commitment.id, 'evidencia', instance.id)}>
              {say('commitment.hand-in')}
            </ButtonLink>
          )}
        </p>
      )}
    </div>
  );
}

/** What was said of it on the way: forecast, notice, reply, breach. */
function Ladder({ instance }: { instance: Instance }) {
  const say = useSay();
  const format = useFormat();
  const lines = [
    instance.forecastOn &&
      say('commitment.forecast-line', {
        day: format.longDay(instance.forecastOn),
        reason: instance.forecastReason ?? '',
      }),
    instance.noticedOn &&
      say('commitment.noticed-line', {
        day: format.longDay(instance.noticedOn),
        by: instance.cureBy ? format.longDay(instance.cureBy) : '',
      }),
    instance.breachedOn && say('commitment.breached-line', { day: format.longDay(instance.breachedOn) }),
    instance.reply && say('commitment.reply-line', { reply: instance.reply }),
    instance.standingReason && say('commitment.reason-line', { reason: instance.standingReason }),
  ].filter((line) => typeof line === 'string');
  if (lines.length === 0 && !hasRung(instance)) return null;
  return (
    <ul className={styles.ladder}>
      <Rung instance={instance} />
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

// A reminder that is not due yet is nothing to tell.
function hasRung({ ladder }: Instance): boolean {
  return ladder !== null && ladder.rung !== null;
}

/** Where it is on the ladder from a reminder to a settlement, what comes next, from whom and from when. */
function Rung({ instance }: { instance: Instance }) {
  const say = useSay();
  const format = useFormat();
  const { ladder } = instance;
  if (ladder === null || ladder.rung === null) return null;
  const { next } = ladder;
  return (
    <li>
      {say('commitment.rung-line', { rung: say(`inbox.rung.${ladder.rung}`) })}
      {next !== null &&
        ` ${say('commitment.rung-next', {
          rung: say(`inbox.rung.${next.rung}`).toLowerCase(),
          from: say(`inbox.rung-from.${next.from}`),
          day: next.onDay === null ? 'none' : format.day(next.onDay),
        })}`}
    </li>
  );
}

function EvidenceList({ commitment, instance }: Parts) {
  const say = useSay();
  const shown = instance.evidence.filter(({ withdrawnOn }) => withdrawnOn === null);
  if (shown.length === 0) return <p className={styles.quiet}>{say('commitment.no-evidence')}</p>;
  return (
    <ul className={styles.evidence}>
      {shown.map((evidence) => (
        <li key={evidence.id}>
          <EvidenceLine evidence={evidence} commitment={commitment} instance={instance} />
        </li>
      ))}
    </ul>
  );
}

function EvidenceLine({ evidence, commitment, instance }: Parts & { evidence: Evidence }) {
  const say = useSay();
  const format = useFormat();
  const kind = say.dynamic(`commitments.evidence-kind.${evidence.kind}`);
  const isOwner = instance.possible.includes('delivered') || evidence.isOwn;
  return (
    <>
      <p>
        <strong>{kind}</strong>{' '}
        {evidence.file && (
          <a href={`/api/evidence/${evidence.id}/file`} download>
            <Icon name="download" size={16} /> {evidence.file.name} ({format.bytes(evidence.file.bytes)})
          </a>
        )}
        {evidence.link && (
          <a href={evidence.link} rel="noreferrer nofollow">
            {evidence.link}
          </a>
        )}
      </p>
      {evidence.note && <p>{evidence.note}</p>}
      <p className={styles.quiet}>
        {say('commitment.handed-in-on')} <Day day={evidence.submittedOn} />
        {evidence.takenOn && (
          <>
            {' · '}
            {say('commitment.taken-on')} <Day day={evidence.takenOn} />
          </>
        )}
        {' · '}
        {say.dynamic(`commitments.visibility.${evidence.visibility}`)}
        {evidence.containsMinors && ` · ${say('commitment.minors')}`}
      </p>
      <Review evidence={evidence} />
      {evidence.file?.redaction && <FileOrder redaction={evidence.file.redaction} />}
      {evidence.mayStrike && (
        <p>
          <a href={`${addressOfInstance(commitment.id, 'estado', instance.id)}#orden`}>
            {say('agreement-life.strike-file', { name: evidence.file?.name ?? '' })}
          </a>
        </p>
      )}
      {isOwner && evidence.review !== 'rejected' && (
        <p>
          <a href={`${addressOfInstance(commitment.id, 'evidencia', instance.id)}#${evidence.id}`}>
            {say('commitment.manage-evidence')}
          </a>
        </p>
      )}
    </>
  );
}

function Review({ evidence }: { evidence: Evidence }) {
  const say = useSay();
  if (evidence.review === null) return null;
  const look = evidence.review === 'accepted' ? 'fulfilled' : 'at-risk';
  return (
    <p>
      <StateTag state={look}>{say.dynamic(`commitments.review.${evidence.review}`)}</StateTag>
      {evidence.reviewedOn && (
        <>
          {' '}
          <Day day={evidence.reviewedOn} />
        </>
      )}
      {evidence.reviewReason && ` · ${evidence.reviewReason}`}
    </p>
  );
}
