import { Link } from 'react-router';
import { isInDays } from '#domain/compliance/indicators.ts';
import { DefinitionList } from '../design/definition-list.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Compliance, Figure } from './compliance-shapes.ts';
import styles from './compliance.module.css';

const apart = [
  'late',
  'overdue',
  'breached',
  'waiting',
  'unanswered',
  'heldBack',
  'waived',
  'unpublished',
] as const;

/** One figure: what it is, its value in words, what it is made of, and the way to its arithmetic. */
export function FigureBlock({
  figure,
  dues,
  search,
}: {
  figure: Figure;
  dues: Compliance['dues'];
  search: string;
}) {
  const say = useSay();
  const format = useFormat();
  const title = say.dynamic(`compliance.indicator.${figure.code}.${figure.part}`);
  const name = figure.currency === null ? title : `${title} (${figure.currency})`;
  const { currency } = figure;
  const amount = (value: number) =>
    currency === null ? format.number(value) : format.money(value, currency, true);
  const ofPart = `compliance.formula.${figure.code}.${figure.part}`;
  const formula = say.knows(ofPart) ? ofPart : `compliance.formula.${figure.code}`;
  const told = apart.filter((one) => dues[one] > 0);
  return (
    <section className={styles.figure}>
      <h3>{name}</h3>
      {figure.value === null ? (
        <p className={styles.unknown}>{say.dynamic(`compliance.nothing.${figure.code}`)}</p>
      ) : (
        <>
          <p className={styles.value}>
            {isInDays(figure.code)
              ? say('compliance.days', { days: Math.round(figure.value) })
              : format.percent(figure.value)}
          </p>
          <p className={styles.soft}>
            {isInDays(figure.code)
              ? say(figure.code === 'C3' ? 'compliance.p90' : 'compliance.p90-of', {
                  days: Math.round(figure.p90 ?? 0),
                  count: figure.numerator,
                })
              : say('compliance.of', {
                  numerator: amount(figure.numerator),
                  denominator: amount(figure.denominator),
                })}
          </p>
        </>
      )}
      <p className={styles.soft}>{say.dynamic(formula)}</p>
      {figure.code === 'C2' && told.length > 0 && (
        <DefinitionList
          facts={told.map((one) => ({
            term: say.dynamic(`compliance.dues.${one}`),
            value: format.number(dues[one]),
          }))}
        />
      )}
      {figure.code === 'C2' && dues.unpublished > 0 && (
        <p className={styles.soft}>{say('compliance.unpublished-note')}</p>
      )}
      {(figure.part === 'whole' || figure.part === 'budget') && (
        <p>
          <Link
            to={`/cumplimiento/${figure.code}${search ? `?${search}` : ''}`}
            aria-label={`${say('compliance.see-count')}: ${name}`}
          >
            {say('compliance.see-count')}
          </Link>
        </p>
      )}
    </section>
  );
}
