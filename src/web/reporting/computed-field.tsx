import { useFormat, useSay } from '../words/words.tsx';
import type { ComputedItem, ShownItem } from './reporting-shapes.ts';
import styles from './reporting.module.css';

/** What a figure that nobody types comes to now, with what it is made of; or what it waits for. */
export function ComputedField({ item, computed }: { item: ShownItem; computed: ComputedItem | null }) {
  const say = useSay();
  return (
    <div>
      <strong>{item.label}</strong> <small className={styles.soft}>{say('reporting.computed')}</small>
      <div>
        <ComputedValue item={item} computed={computed} />
      </div>
      {item.help && <small className={styles.soft}>{item.help}</small>}
    </div>
  );
}

/** The figure itself and its parts, in words. */
export function ComputedValue({ item, computed }: { item: ShownItem; computed: ComputedItem | null }) {
  const say = useSay();
  const format = useFormat();
  const why = useWhy(computed);
  return (
    <>
      {computed?.value != null && (
        <output>
          <strong>
            {format.number(computed.value, item.decimals)} {item.unit}
          </strong>{' '}
        </output>
      )}
      <small className={styles.soft}>
        {computed?.value == null
          ? why
          : say(computed.by === 'system' ? 'reporting.computed-system' : 'reporting.computed-parts', {
              numerator: format.number(computed.numerator ?? 0),
              denominator: format.number(computed.denominator ?? 0),
            })}
      </small>
    </>
  );
}

function useWhy(computed: ComputedItem | null): string {
  const say = useSay();
  if (computed?.by === 'system') return say('reporting.computed-nothing');
  return computed?.by === 'population' && computed.denominator === null
    ? say('reporting.computed-no-people')
    : say('reporting.computed-waits');
}
