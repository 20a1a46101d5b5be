import { textOf } from '../api.ts';

/** What a form of an agreement says, as the API takes it, but for the territories, which are written by name. */
export function agreementBody(form: FormData) {
  const text = (name: string) => textOf(form, name) || null;
  const months = Number(textOf(form, 'termMonths'));
  return {
    title: textOf(form, 'title'),
    shortName: text('shortName'),
    object: text('object'),
    needIds: form.getAll('needIds').map(String),
    noNeedReason: text('noNeedReason'),
    lineIds: form.getAll('lineIds').map(String),
    parentId: text('parentId'),
    commissionStructureId: text('commissionStructureId'),
    currency: text('currency')?.toUpperCase() ?? null,
    termMonths: Number.isInteger(months) && months > 0 ? months : null,
    endsOn: text('endsOn'),
    confirmText: form.has('confirmText'),
  };
}

/** What a form says of a party beside who it is. */
export function partyBody(form: FormData, prefix = '') {
  const text = (name: string) => textOf(form, `${prefix}${name}`) || null;
  return {
    role: textOf(form, `${prefix}role`) as 'lead',
    capacity: text('capacity'),
    competence: text('competence'),
    representativeOffice: text('representativeOffice'),
    representativeId: text('representativeId'),
    appointmentAct: text('appointmentAct'),
    powerSource: text('powerSource'),
  };
}
