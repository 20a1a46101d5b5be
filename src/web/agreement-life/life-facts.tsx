import { Day } from '../design/date-words.tsx';
import { DefinitionList, type Fact } from '../design/definition-list.tsx';
import { Notice } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { looks } from '../agreements/agreement-shapes.ts';
import { useFormat, useSay } from '../words/words.tsx';
import { type Life } from './life-shapes.ts';
import styles from './life.module.css';

/** How it stands today, in words. */
export function Standing({ life }: { life: Pick<Life, 'standing' | 'standingOn'> }) {
  const say = useSay();
  const format = useFormat();
  return (
    <>
      <StateTag state={looks[life.standing]}>{say.dynamic(`agreements.standing.${life.standing}`)}</StateTag>
      {life.standingOn && <span>{say('agreement-life.since', { day: format.day(life.standingOn) })}</span>}
    </>
  );
}

/** What is coming, most pressing first. */
export function Warnings({ life }: { life: Life }) {
  const say = useSay();
  const format = useFormat();
  if (life.warnings.length === 0) return null;
  return (
    <Notice kind="warning">
      {life.warnings.map(({ kind, onDay, days }) => (
        <p key={kind}>{say.dynamic(`agreement-life.warning.${kind}`, { day: format.day(onDay), days })}</p>
      ))}
    </Notice>
  );
}

/** What it waits for before it binds. */
export function Waiting({ life }: { life: Life }) {
  const say = useSay();
  const format = useFormat();
  const missing = life.parties.filter(
    ({ hasSigned, role, standing }) => !hasSigned && role !== 'observer' && standing !== 'withdrawn',
  );
  return (
    <>
      {life.standing === 'ready-to-sign' && life.textHash !== null && missing.length > 0 && (
        <p>{say('agreement-life.waits-for', { parties: format.list(missing.map(({ name }) => name)) })}</p>
      )}
      {life.standing === 'signed' && life.gatesMissing.length > 0 && (
        <p>
          {say('agreement-life.waits-for-gates', {
            gates: format.list(
              life.gatesMissing.map((gate) => say.dynamic(`agreement-life.gate.${gate}`).toLowerCase()),
            ),
          })}
        </p>
      )}
    </>
  );
}

/** Term, hash and code. */
export function Terms({ life }: { life: Life }) {
  return (
    <Section title={useSay()('agreement-life.term')}>
      <DefinitionList facts={useTermFacts(life)} />
    </Section>
  );
}

function useTermFacts(life: Life): Fact[] {
  const say = useSay();
  const format = useFormat();
  const facts: Fact[] = [];
  const { effectiveOn, endsOn, firstEndsOn, latestExtension } = life;
  if (effectiveOn !== null) {
    const from = format.day(effectiveOn);
    const value =
      endsOn === null
        ? say('agreement-life.from', { from })
        : say('agreement-life.from-to', { from, to: format.day(endsOn) });
    facts.push({ term: say('agreement-life.term'), value });
  }
  if (firstEndsOn !== null && firstEndsOn !== endsOn)
    facts.push({ term: say('agreement-life.first-end'), value: <Day day={firstEndsOn} /> });
  if (latestExtension !== null && life.kind !== 'addendum')
    facts.push({ term: say('agreement-life.latest-end'), value: <Day day={latestExtension} /> });
  if (life.verificationCode)
    facts.push({ term: say('agreement-life.code'), value: <strong>{life.verificationCode}</strong> });
  if (life.textHash)
    facts.push({
      term: say('agreement-life.hash'),
      value: <span className={styles.hash}>{life.textHash}</span>,
    });
  return facts;
}

/** All that was done to it, newest first. */
export function ActsDone({ life }: { life: Life }) {
  const say = useSay();
  return (
    <Section title={say('agreement-life.acts')}>
      <ol className={styles.lines}>
        {life.acts.toReversed().map((act, index) => (
          <li key={`${act.at} ${index}`}>
            {say.dynamic(`agreements.act.${act.act}`)}
            {act.party && `: ${act.party}`}
            <small>
              <Day day={act.on} />
              {act.reason && ` · ${act.reason}`}
            </small>
          </li>
        ))}
      </ol>
    </Section>
  );
}
