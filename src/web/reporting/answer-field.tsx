import { Field, type Option } from '../design/field.tsx';
import fields from '../design/field.module.css';
import { usePeriod } from '../words/use-period.ts';
import { useFormat, useSay } from '../words/words.tsx';
import {
  cellWords,
  checkWords,
  type ShownCell,
  type ShownCheck,
  type ShownItem,
} from './reporting-shapes.ts';
import styles from './reporting.module.css';

type Parts = {
  readonly item: ShownItem;
  readonly cell: ShownCell;
  readonly previousPeriod: string;
  readonly fault: string | undefined;
  readonly checks: readonly ShownCheck[];
  readonly version: number | null;
  readonly onAnswer: (text: string) => void;
};

/** One answer: its question, what was told before, the field, and the two words for when there is no figure. */
export function AnswerField({ item, cell, previousPeriod, fault, checks, version, onAnswer }: Parts) {
  const say = useSay();
  const isLong = item.kind === 'text';
  return (
    <div>
      <Field
        name={`a:${cell.cell}`}
        label={cellWords(item, cell)}
        help={<Help item={item} cell={cell} previousPeriod={previousPeriod} />}
        optional={!item.required}
      >
        {(control, typed) => (
          <>
            <div className={styles.entry}>
              <Control item={item} cell={cell} control={control} typed={typed} onAnswer={onAnswer} />
              {!isLong && <NoFigure item={item} cell={cell} onAnswer={onAnswer} />}
            </div>
            {fault !== undefined && (
              <p className={fields.fault} role="alert">
                {fault}
              </p>
            )}
            {checks.map((check) => (
              <p key={check.key} className={styles.question}>
                {say('reporting.questioned')} {checkWords(say, check)}
              </p>
            ))}
            {cell.remarks.map((remark) => (
              <p key={remark} className={styles.remark}>
                <strong>{say('reporting.remark')}</strong> {remark}
              </p>
            ))}
          </>
        )}
      </Field>
      <input type="hidden" name={`v:${cell.cell}`} value={version ?? ''} />
    </div>
  );
}

function Help({ item, cell, previousPeriod }: Pick<Parts, 'item' | 'cell' | 'previousPeriod'>) {
  const say = useSay();
  const period = usePeriod();
  const format = useFormat();
  const isFirst = item.cells[0] === cell;
  const previous =
    cell.previous &&
    say('reporting.previous-value', {
      period: period(previousPeriod),
      value: format.number(cell.previous.value, item.decimals),
    });
  const proposed =
    cell.answer === null &&
    cell.known &&
    say('reporting.proposed', {
      value: format.number(cell.known.value, item.decimals),
      source: cell.known.source,
    });
  if (!previous && !proposed && !(isFirst && item.help)) return null;
  return (
    <>
      {isFirst && item.help} {previous} {proposed}
    </>
  );
}

type ControlParts = Pick<Parts, 'item' | 'cell' | 'onAnswer'> & {
  readonly control: { readonly id: string; readonly name: string };
  readonly typed: string | undefined;
};

function Control({ item, cell, control, typed, onAnswer }: ControlParts) {
  const say = useSay();
  const { answer } = cell;
  const proposed = answer === null && cell.known ? String(cell.known.value) : '';
  const given = typed ?? (answer?.state === 'value' ? String(answer.number ?? answer.text) : proposed);
  if (item.kind === 'text')
    return (
      <textarea
        {...control}
        rows={3}
        maxLength={4000}
        defaultValue={given}
        className={fields.control}
        onBlur={(event) => onAnswer(event.target.value)}
      />
    );
  if (item.kind === 'choice' || item.kind === 'yes-no') {
    const options: readonly Option[] =
      item.kind === 'yes-no'
        ? [
            { value: 'yes', label: say('reporting.yes') },
            { value: 'no', label: say('reporting.no') },
          ]
        : item.choices.map(({ key, label }) => ({ value: key, label }));
    return (
      <select
        {...control}
        key={given}
        defaultValue={given}
        className={fields.control}
        onChange={(event) => onAnswer(event.target.value)}
      >
        <option value="">{say('reporting.choose')}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  const isDate = item.kind === 'date';
  return (
    <>
      <input
        {...control}
        type={isDate ? 'date' : 'text'}
        inputMode={isDate ? undefined : item.decimals > 0 ? 'decimal' : 'numeric'}
        autoComplete="off"
        defaultValue={isDate ? given : given.replace('.', say.language === 'es' ? ',' : '.')}
        className={fields.control}
        onBlur={(event) => {
          if (event.target.value !== event.target.defaultValue || answer !== null)
            onAnswer(event.target.value);
        }}
      />
      {item.unit !== null && <span className={styles.soft}>{item.unit}</span>}
    </>
  );
}

/** That there is no figure, or that it does not apply: said, never meant by a blank. */
function NoFigure({ item, cell, onAnswer }: Pick<Parts, 'item' | 'cell' | 'onAnswer'>) {
  const say = useSay();
  const state = cell.answer?.state ?? 'value';
  return (
    <select
      name={`s:${cell.cell}`}
      aria-label={say('reporting.no-figure-of', { item: cellWords(item, cell) })}
      defaultValue={state === 'unknown' ? 'no hay dato' : state === 'not-applicable' ? 'no aplica' : ''}
      className={`${fields.control} ${styles.state}`}
      onChange={(event) => onAnswer(event.target.value)}
    >
      <option value="">{say('reporting.state.value')}</option>
      <option value="no hay dato">{say('reporting.state.unknown')}</option>
      <option value="no aplica">{say('reporting.state.not-applicable')}</option>
    </select>
  );
}
