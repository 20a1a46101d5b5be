import { useEffect, useState, type KeyboardEvent } from 'react';
import { Link, useFetcher } from 'react-router';
import { Button, Buttons } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { useDraft } from '../offline/drafts.ts';
import { useSay } from '../words/words.tsx';
import { addressOfCommitment } from './commitment-shapes.ts';
import { ConfirmText } from './confirm-text.tsx';
import { SheetRowFields } from './sheet-row.tsx';
import type { SheetRow } from './sheet-form.ts';
import styles from './sheet.module.css';

type Kept = readonly { readonly id: string; readonly what: string; readonly score: number }[];
type SheetAnswer = { readonly rows: readonly SheetRow[]; readonly kept: Kept; readonly isEmpty?: boolean };

/** The sheet: one row a commitment, five fields each. It is kept on the device while it is typed. */
export function Sheet({ id, rows, answer }: { id: string; rows: number; answer: SheetAnswer | null }) {
  const say = useSay();
  const { form, restoredAt, discard } = useDraft(`commitments-${id}`);
  const names = useNames();
  const typed = answer?.rows ?? [];
  const count = Math.max(rows, typed.length + 2);
  // What was kept must not come back from the device as if it had not been.
  useEffect(() => {
    if (answer && answer.kept.length > 0) discard();
  }, [answer, discard]);
  return (
    <>
      {answer && answer.kept.length > 0 && <KeptRows kept={answer.kept} />}
      {answer?.isEmpty && <Notice kind="warning">{say('commitment.sheet-empty')}</Notice>}
      {typed.some(({ checked }) => (checked?.problems.length ?? 0) > 0) && (
        <Notice kind="warning" title={say('commitment.sheet-problems')} />
      )}
      <DataForm name="sheet" ref={form} className={styles.sheet} onKeyDown={moveOnEnter}>
        <input type="hidden" name="rows" value={count} />
        {restoredAt !== null && <Notice>{say('commitment.draft-found')}</Notice>}
        <div key={mark(typed)} className={styles.rows}>
          {Array.from({ length: count }, (_none, index) => (
            <SheetRowFields key={index} number={index + 1} row={typed[index]} names={names} />
          ))}
        </div>
        <datalist id="party-names">
          {names.found.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </datalist>
        <ConfirmText form="sheet" />
        <Buttons>
          <Button name="intent" value="all">
            {say('commitment.save-all')}
          </Button>
          <Button look="plain" name="intent" value="good">
            {say('commitment.save-good')}
          </Button>
          <Button look="quiet" name="intent" value="check">
            {say('commitment.check')}
          </Button>
        </Buttons>
        <p>
          <Link to={`?filas=${count + 5}`}>{say('commitment.more-rows')}</Link>
        </p>
      </DataForm>
    </>
  );
}

// Another answer draws the rows anew, with what was typed in each.
const mark = (rows: readonly SheetRow[]) => rows.map(({ sent }) => `${sent.who} ${sent.what}`).join('|');

function KeptRows({ kept }: { kept: Kept }) {
  const say = useSay();
  return (
    <Notice kind="done" title={say('commitment.sheet-kept', { count: kept.length })}>
      <ul>
        {kept.map(({ id, what, score }) => (
          <li key={id}>
            <Link to={addressOfCommitment(id)}>{what}</Link> · {say('commitment.score-short', { score })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Names that the device offers while one is typed. */
export type Names = { readonly found: readonly string[]; ask(text: string): void };

function useNames(): Names {
  const fetcher = useFetcher<{ names: readonly string[] }>({ key: 'party-names' });
  const [asked, setAsked] = useState('');
  const { load } = fetcher;
  useEffect(() => {
    if (asked.length < 2) return undefined;
    const timer = setTimeout(() => void load(`/compromisos/nuevos?nombre=${encodeURIComponent(asked)}`), 250);
    return () => clearTimeout(timer);
  }, [asked, load]);
  return { found: fetcher.data?.names ?? [], ask: setAsked };
}

/** Enter goes to the next field, as Tab does; only a button sends the sheet. */
function moveOnEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget } = event;
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const inputs = [...currentTarget.querySelectorAll<HTMLInputElement>('input[type="text"]')];
  inputs[inputs.indexOf(target) + 1]?.focus();
}
