import { textOf } from '../api.ts';
import { TextInput } from '../design/field.tsx';
import { useSay } from '../words/words.tsx';
import styles from './agreements.module.css';

type Sum = { readonly currency: string; readonly amount: string };

/** Currencies that a form offers beyond those that are there; saving them makes room for more. */
const spare = 1;

const nameOf = (index: number) => (index === 0 ? 'totals' : `totals-${index}`);

/** The totals that a form states, one for each currency: nothing is added across currencies. Null where it states none. */
export function statedTotalsOf(form: FormData, usual: string): Sum[] | null {
  const totals: Sum[] = [];
  for (let index = 0; form.has(nameOf(index)); index += 1) {
    const amount = textOf(form, nameOf(index)).replaceAll(/[\s,]/g, '');
    if (amount === '') continue;
    const currency = textOf(form, `${nameOf(index)}-currency`).toUpperCase();
    totals.push({ amount, currency: currency || usual });
  }
  return totals.length === 0 ? null : totals;
}

/** What the text says that it all comes to, in each currency. */
export function StatedTotals({
  totals,
  currency,
}: {
  totals: readonly Sum[];
  /** The one that is offered where none was written. */
  currency: string;
}) {
  const say = useSay();
  const rows = [...totals, ...Array.from({ length: totals.length === 0 ? 2 : spare }, () => null)];
  return rows.map((total, index) => (
    <div key={index} className={styles.filters}>
      <TextInput
        name={nameOf(index)}
        label={say(index === 0 ? 'agreement-pages.stated-total' : 'agreement-pages.stated-total-other')}
        help={index === 0 ? say('agreement-pages.stated-total-help') : undefined}
        inputMode="decimal"
        defaultValue={total?.amount ?? ''}
      />
      <TextInput
        name={`${nameOf(index)}-currency`}
        label={say('agreement-pages.field-currency')}
        maxLength={3}
        defaultValue={total?.currency ?? (index === 0 ? currency : '')}
      />
    </div>
  ));
}
