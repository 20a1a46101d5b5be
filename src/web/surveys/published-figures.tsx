import { Link } from 'react-router';
import { attempt, call, type Answer } from '../api.ts';
import { useFormat, useSay } from '../words/words.tsx';
import { wordsOfInterval } from './words-of-interval.ts';
import styles from './surveys.module.css';

type Context = Parameters<typeof call>[0];
export type Published = Pick<Answer<'listValues'>, 'indicator' | 'series'> & {
  readonly cell: Answer<'listValues'>['items'][number];
  readonly place: string;
};

const topics = ['perception', 'victimisation', 'trust'] as const;
const most = 6;

/** The latest national figure of each indicator of perception that a source published without a survey of its own here. */
export async function publishedFigures(
  context: Context,
  asked: { readonly country: string; readonly own: readonly string[]; readonly year: number },
  request: Request,
): Promise<Published[]> {
  const lists = await Promise.all(
    topics.map((topic) =>
      call(context, 'listIndicators', { topic, country: asked.country, limit: 100 }, request),
    ),
  );
  const codes = lists
    .flatMap(({ items }) => items)
    .filter(({ composition, hasFigures }) => hasFigures && composition === 'estimate')
    .map(({ code }) => code);
  const told = await Promise.all(
    codes.slice(0, most).map((indicator) =>
      attempt(context, 'listValues', {
        indicator,
        territory: asked.country,
        from: '2000',
        to: String(asked.year),
      }),
    ),
  );
  return told.flatMap((one) => {
    if (!one.ok || one.answer.series === null || asked.own.includes(one.answer.series.source.title))
      return [];
    const cell = one.answer.items.findLast(({ state }) => state === 'value');
    const place = one.answer.territories[0]?.name ?? '';
    return cell ? [{ indicator: one.answer.indicator, series: one.answer.series, cell, place }] : [];
  });
}

/** Each with its source, and its interval or the words that there is none. */
export function PublishedFigures({ figures }: { figures: readonly Published[] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <ul className={styles.list}>
      {figures.map(({ cell, indicator, place, series }) => (
        <li key={`${indicator.code} ${place}`}>
          <Link to={`/indicadores/${encodeURIComponent(indicator.code)}`}>{indicator.title}</Link>
          <p>
            <strong>
              {format.number(cell.value ?? 0, Math.max(1, indicator.decimals))} {indicator.unit}
            </strong>{' '}
            ({place}, {cell.period}; {wordsOfInterval(say, format, cell.interval)})
          </p>
          <p className={styles.soft}>
            {[series?.source.title, series?.source.publisher].filter(Boolean).join('. ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
