import { drafterPlaces } from '#domain/agreements/template-places.ts';
import { textOf } from '../api.ts';
import { statedTotalsOf } from './stated-totals.tsx';

/** What a clause says in figures, as the API takes it; null where its form asks for none. */
export function clauseFieldsBody(form: FormData) {
  if (!form.has('hasFields')) return null;
  const text = (name: string) => textOf(form, name) || null;
  const count = (name: string) => {
    const value = textOf(form, name);
    return value === '' ? null : Number(value);
  };
  const written = drafterPlaces.flatMap((place) =>
    form.has(`place-${place}`) ? [[place, text(`place-${place}`)] as const] : [],
  );
  return {
    termMonths: count('termMonths'),
    endsOn: text('endsOn'),
    noticeDays: count('noticeDays'),
    cureDays: count('cureDays'),
    withdrawalDays: count('withdrawalDays'),
    commissionStructureId: text('commissionStructureId'),
    meetingEvery: text('meetingEvery'),
    reportEvery: text('reportEvery'),
    amendmentRule: text('amendmentRule') as 'unanimity' | null,
    totals: statedTotalsOf(form, ''),
    places: written.length === 0 ? null : Object.fromEntries(written),
  };
}
