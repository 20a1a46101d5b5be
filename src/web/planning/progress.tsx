import { Link } from 'react-router';
import { Button, ButtonLink } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { Table } from '../design/table.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { useFormat, useSay } from '../words/words.tsx';
import { addressOfPath, addressOfSession, type Progress } from './path-shapes.ts';
import styles from './planning.module.css';

const sessions = [1, 2, 3, 4, 5, 6] as const;

/** Who asked for help and waits: before everything else. */
export function AskingForHelp({ rows }: { rows: readonly Progress[] }) {
  const say = useSay();
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <Section title={say('planning.asks-help')}>
      <ul className={styles.lines}>
        {rows.map((row) => (
          <li key={row.organisation.id}>
            <strong>{row.organisation.name}</strong>
            <Example row={row} />
            <small>
              {say('planning.help-waits', {
                step: row.helpStep ?? 1,
                day: format.day(row.helpAskedOn ?? ''),
              })}
            </small>
            <blockquote className={styles.said}>{row.question}</blockquote>
            {row.pathId && (
              <ButtonLink to={`${addressOfSession(row.pathId, row.helpStep ?? 1)}#ayuda`}>
                {say('planning.answer-it')}
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Municipalities under the session that they have reached, in the order of the tree: no place in any row is better than another. */
export function ByStep({ rows }: { rows: readonly Progress[] }) {
  const say = useSay();
  const inOrder = rows.toSorted((one, other) =>
    one.territory.reference < other.territory.reference ? -1 : 1,
  );
  const waiting = inOrder.filter((row) => row.pathId === null);
  return (
    <>
      {sessions.map((step) => (
        <Group
          key={step}
          title={say('planning.group.step', { step, title: say(`planning.session.${step}.title`) })}
          rows={inOrder.filter((row) => !row.isFinished && row.step === step)}
        />
      ))}
      <Group title={say('planning.group.finished')} rows={inOrder.filter((row) => row.isFinished)} />
      {waiting.length > 0 && (
        <Section title={say('planning.group.none')}>
          <p>{say('planning.group-count', { count: waiting.length })}</p>
          <ul className={styles.columns}>
            {waiting.map((row) => (
              <li key={row.organisation.id}>
                <Link to={addressOfTerritory(row.territory.reference)}>{row.territory.name}</Link>
                {row.above && <small> {row.above}</small>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Group({ title, rows }: { title: string; rows: readonly Progress[] }) {
  const say = useSay();
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      <Table
        isCompared
        caption={title}
        isCaptionHidden
        rows={rows}
        rowKey={(row) => row.organisation.id}
        columns={[
          {
            id: 'municipality',
            title: say('planning.municipality'),
            cell: (row) => (
              <>
                <Link to={addressOfPath(row.pathId ?? '')}>{row.territory.name}</Link>
                <Example row={row} />
              </>
            ),
          },
          { id: 'above', title: say('planning.province'), cell: (row) => row.above },
          {
            id: 'since',
            title: say('planning.since'),
            cell: (row) =>
              row.since && `${format.day(row.since)} · ${say('planning.days', { days: row.days ?? 0 })}`,
          },
          {
            id: 'stops',
            title: say('planning.stops'),
            cell: (row) =>
              row.obstacle && (
                <>
                  {row.obstacle}{' '}
                  <small>
                    {say('planning.obstacle-since', { day: format.day(row.obstacleSince ?? '') })}
                  </small>
                </>
              ),
          },
        ]}
      />
    </Section>
  );
}

/** The offices whose path one walks: each goes on where it was left, or begins. */
export function OwnPaths({ rows }: { rows: readonly Progress[] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <ul className={styles.lines}>
      {rows.map((row) => (
        <li key={row.organisation.id}>
          <h2>{row.organisation.name}</h2>
          <Example row={row} />
          {row.pathId && row.step && (
            <p>
              {say('planning.session-of', {
                step: row.step,
                title: say(`planning.session.${row.step}.title`),
              })}
              {row.since && ` · ${say('planning.reached-on', { day: format.day(row.since) })}`}
            </p>
          )}
          {row.obstacle && <StateTag state="at-risk">{row.obstacle}</StateTag>}
          {row.isFinished && <p>{say('planning.group.finished')}</p>}
          <div className={styles.deeds}>
            {row.pathId && row.step && (
              <ButtonLink look="main" to={addressOfSession(row.pathId, row.step)}>
                {say('planning.continue')}
              </ButtonLink>
            )}
            {row.pathId && (
              <ButtonLink look="quiet" to={addressOfPath(row.pathId)}>
                {say('planning.see')}
              </ButtonLink>
            )}
            {row.mayWalk && (row.pathId === null || row.isFinished) && (
              <DataForm name={`begin-${row.organisation.id}`}>
                <input type="hidden" name="organisationId" value={row.organisation.id} />
                <Button>{say('planning.begin-for', { name: row.territory.name })}</Button>
              </DataForm>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Example({ row }: { row: Progress }) {
  const say = useSay();
  return row.example ? <span className={styles.example}> {say('planning.example')}</span> : null;
}
