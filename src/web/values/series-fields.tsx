import { Checkbox, Select, TextArea, TextInput } from '../design/field.tsx';
import { useSay } from '../words/words.tsx';
import { textOf } from '../api.ts';
import type { Series } from './value-shapes.ts';

const audiences = ['public', 'network', 'territory'] as const;

type Described = Pick<
  Series,
  'title' | 'titleEn' | 'countingUnit' | 'rank' | 'audience' | 'isPublished' | 'note'
>;

/** What may be said anew of a series at any time. */
export function SeriesFields({ series }: { series?: Described }) {
  const say = useSay();
  return (
    <>
      <TextInput
        name="title"
        label={say('figures.series-title')}
        help={say('figures.series-title-help')}
        defaultValue={series?.title}
        required
      />
      <TextInput name="titleEn" label={say('figures.series-title-en')} defaultValue={series?.titleEn ?? ''} />
      <TextInput
        name="countingUnit"
        label={say('figures.counting-unit')}
        help={say('figures.counting-unit-help')}
        defaultValue={series?.countingUnit ?? ''}
      />
      <TextInput
        name="rank"
        label={say('figures.rank')}
        help={say('figures.rank-help')}
        inputMode="numeric"
        defaultValue={String(series?.rank ?? 1)}
        required
      />
      <Select
        name="audience"
        label={say('figures.audience')}
        options={audiences.map((value) => ({ value, label: say(`figures.audience.${value}`) }))}
        defaultValue={series?.audience ?? 'public'}
      />
      <Checkbox
        name="isPublished"
        label={say('figures.is-published')}
        help={say('figures.is-published-help')}
        defaultChecked={series?.isPublished ?? false}
      />
      <TextArea name="note" label={say('figures.note')} defaultValue={series?.note ?? ''} />
    </>
  );
}

/** What stands in these fields. */
export function readSeriesFields(form: FormData) {
  return {
    title: textOf(form, 'title'),
    titleEn: textOf(form, 'titleEn') || null,
    countingUnit: textOf(form, 'countingUnit') || null,
    rank: Number(textOf(form, 'rank')),
    audience: textOf(form, 'audience') as 'public',
    isPublished: form.has('isPublished'),
    note: textOf(form, 'note') || null,
  };
}
