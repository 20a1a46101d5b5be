import { Link } from 'react-router';
import type { Answer } from '../api.ts';
import { useFormat, useSay } from '../words/words.tsx';
import { figureIn, type Indicator } from './indicator-shapes.ts';
import styles from './indicators.module.css';

/** What the system works out, with what it is made of and the way to every case. */
export function ComputedFigure({
  indicator,
  computed,
}: {
  indicator: Indicator;
  computed: Answer<'getComputedIndicator'>;
}) {
  const say = useSay();
  const format = useFormat();
  const amountOf = (value: number, currency: string | null) =>
    currency === null ? format.number(value) : format.money(value, currency, true);
  const { rule, territory, figures, asOf } = computed;
  return (
    <>
      {figures.map((figure) => (
        <div key={`${figure.part} ${figure.currency}`}>
          <h3>
            {say.dynamic(`compliance.indicator.${rule}.${figure.part}`)}
            {figure.currency !== null && ` (${figure.currency})`}
          </h3>
          {figure.value === null ? (
            <p className={styles.soft}>{say('indicators.computed-none')}</p>
          ) : (
            <>
              <p className={styles.value}>{figureIn(say, format, figure.value, indicator)}</p>
              <p className={styles.soft}>
                {figure.p90 === null
                  ? say('indicators.computed-share', {
                      numerator: amountOf(figure.numerator, figure.currency),
                      denominator: amountOf(figure.denominator, figure.currency),
                    })
                  : say('indicators.computed-p90', { days: format.number(figure.p90) })}
              </p>
            </>
          )}
        </div>
      ))}
      <p>
        {say('indicators.computed-as-of', { day: format.day(asOf), name: territory.name })}{' '}
        <Link to={`/cumplimiento/${rule}?territorio=${territory.reference}`}>
          {say('indicators.computed-cases')}
        </Link>
      </p>
    </>
  );
}
