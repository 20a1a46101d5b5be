import { attempt, keyOf, textOf } from '../api.ts';

type Context = Parameters<typeof attempt>[0];

const holiday = (form: FormData) => ({ on: textOf(form, 'on'), name: textOf(form, 'name') });
const rate = (form: FormData) => ({
  from: textOf(form, 'from').toUpperCase(),
  to: textOf(form, 'to').toUpperCase(),
  rate: textOf(form, 'rate').replace(',', '.'),
  on: textOf(form, 'on'),
  source: textOf(form, 'source'),
});
const quiet = (form: FormData) => ({
  from: textOf(form, 'from'),
  to: textOf(form, 'to'),
  reason: textOf(form, 'reason'),
});

/** Each form of the page is one deed; its name says which, before the dash. */
export function changeCalendar(context: Context, form: FormData) {
  const version = Number(textOf(form, 'version'));
  const id = textOf(form, 'id');
  const territory = textOf(form, 'territory');
  const key = keyOf(form);
  switch (textOf(form, 'deed')) {
    case 'add-holiday':
      return attempt(context, 'createHoliday', { body: { territory, ...holiday(form) } }, key);
    case 'correct-holiday':
      return attempt(context, 'updateHoliday', { holidayId: id, version, body: holiday(form) }, key);
    case 'remove-holiday':
      return attempt(context, 'deleteHoliday', { holidayId: id, version }, key);
    case 'add-rate':
      return attempt(context, 'createExchangeRate', { body: { territory, ...rate(form) } }, key);
    case 'correct-rate':
      return attempt(context, 'updateExchangeRate', { rateId: id, version, body: rate(form) }, key);
    case 'remove-rate':
      return attempt(context, 'deleteExchangeRate', { rateId: id, version }, key);
    case 'add-quiet':
      return attempt(context, 'createQuietPeriod', { body: { territory, ...quiet(form) } }, key);
    case 'correct-quiet':
      return attempt(context, 'updateQuietPeriod', { periodId: id, version, body: quiet(form) }, key);
    default:
      return attempt(context, 'deleteQuietPeriod', { periodId: id, version }, key);
  }
}
