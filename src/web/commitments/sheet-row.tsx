import { useState } from 'react';
import { parseTypedDay } from '#domain/commitments/typed-day.ts';
import { scoreWording } from '#domain/commitments/wording-score.ts';
import { Icon } from '../design/icon.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { fieldName, sheetFields, type SheetField, type SheetRow } from './sheet-form.ts';
import type { Names } from './sheet.tsx';
import styles from './sheet.module.css';

type Parts = { number: number; row: SheetRow | undefined; names: Names };

/** One row: five fields, and beside them what makes it a commitment and what is still missing. */
export function SheetRowFields({ number, row, names }: Parts) {
  const say = useSay();
  const [typed, setTyped] = useState<Readonly<Partial<Record<SheetField, string>>>>(row?.sent ?? {});
  const isEmpty = sheetFields.every((field) => (typed[field] ?? '').trim() === '');
  return (
    <fieldset className={styles.row}>
      <legend className={styles.number}>{say('commitment.row', { number })}</legend>
      {sheetFields.map((field) => (
        <SheetInput
          key={field}
          field={field}
          number={number}
          row={row}
          onType={(text) => {
            setTyped((before) => ({ ...before, [field]: text }));
            if (field === 'who' || field === 'forWhom') names.ask(text);
          }}
        />
      ))}
      <p className={styles.score} aria-live="polite">
        {!isEmpty && <Score typed={typed} />}
      </p>
    </fieldset>
  );
}

function Score({ typed }: { typed: Readonly<Partial<Record<SheetField, string>>> }) {
  const say = useSay();
  const format = useFormat();
  const hasWho = (typed.who ?? '').trim().length > 1;
  const { score, missing } = scoreWording({
    what: typed.what ?? '',
    obligors: hasWho ? 1 : 0,
    unit: null,
    quantity: null,
    hasDate: parseTypedDay(typed.dueOn ?? '') !== null,
    hasPlace: hasWho,
    proof: typed.proof ?? '',
  });
  const named = missing.filter((part) => part !== 'place');
  return (
    <>
      <strong>{say('commitment.score-short', { score })}</strong>
      {named.length > 0 &&
        ` · ${say('commitment.score-missing', {
          parts: format.list(named.map((part) => say.dynamic(`commitments.part.${part}`).toLowerCase())),
        })}`}
    </>
  );
}

type InputParts = Omit<Parts, 'names'> & { field: SheetField; onType: (text: string) => void };

function SheetInput({ field, number, row, onType }: InputParts) {
  const say = useSay();
  const name = fieldName(number, field);
  const faults = row?.checked?.problems.filter((problem) => problem.field === field) ?? [];
  const isParty = field === 'who' || field === 'forWhom';
  return (
    <div className={`${styles.field} ${styles[field]}`}>
      <label htmlFor={name}>{say.dynamic(`commitment.sheet.${field}`)}</label>
      <input
        type="text"
        id={name}
        name={name}
        defaultValue={row?.sent[field] ?? ''}
        autoComplete="off"
        {...(isParty && { list: 'party-names' })}
        {...(field === 'dueOn' && {
          inputMode: 'numeric' as const,
          placeholder: say('commitment.day-example'),
        })}
        {...(faults.length > 0 && { 'aria-invalid': true, 'aria-describedby': `${name}-fault` })}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      {faults.length > 0 && (
        <p className={styles.fault} id={`${name}-fault`}>
          <Icon name="late" size={16} /> {faults.map(({ message }) => message).join(' ')}
        </p>
      )}
      {isParty && row && <PartyChoice number={number} field={field} row={row} />}
    </div>
  );
}

/** Where several have the name: which one is meant. */
function PartyChoice({ number, field, row }: { number: number; field: 'who' | 'forWhom'; row: SheetRow }) {
  const say = useSay();
  const choices = row.checked?.[field] ?? [];
  const chosen = row.sent[`${field}Ref`];
  const name = fieldName(number, `${field}Ref`);
  if (choices.length < 2 && chosen === null) return null;
  return (
    <>
      <label htmlFor={name}>{say('commitment.which')}</label>
      <select id={name} name={name} defaultValue={chosen ? `${chosen.kind} ${chosen.id}` : ''}>
        <option value="">{say('shared.choose')}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={`${choice.kind} ${choice.id}`}>
            {`${choice.name} · ${choice.territory.name}`}
          </option>
        ))}
      </select>
    </>
  );
}
