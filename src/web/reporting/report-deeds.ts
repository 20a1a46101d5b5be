import { data, redirect } from 'react-router';
import { attempt, keyOf, refusedForm, textOf, type attempt as Attempt } from '../api.ts';
import { answersOfForm, besideFields, reasonsOfForm, remarksOfForm, withCells } from './answers-of-form.ts';
import { addressOfReport } from './reporting-shapes.ts';

type Context = Parameters<typeof Attempt>[0];
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Saves all that stands in the form and, where that was asked, sends it. */
export async function saveAndSend(context: Context, report: string, form: FormData) {
  const body = { answers: answersOfForm(form) };
  const saved = await attempt(context, 'saveReportAnswers', { report, body });
  if (!saved.ok) return refusedForm(besideFields(saved.refused, 'a:'), form);
  if (textOf(form, '_do') !== 'send') return redirect(addressOfReport(report));
  const given = { report, version: saved.answer.version, body: { reasons: reasonsOfForm(form) } };
  const sent = await attempt(context, 'sendReport', given);
  return sent.ok ? redirect(addressOfReport(report)) : refusedForm(besideFields(sent.refused, 'r:'), form);
}

/** What a reviewer decides. */
export async function decide(context: Context, report: string, form: FormData) {
  const at = { report, version: Number(textOf(form, 'version')) };
  const key = keyOf(form);
  const confirmText = form.has('confirmText');
  switch (textOf(form, '_form')) {
    case 'approve': {
      const done = await attempt(context, 'approveReport', at, key);
      return done.ok ? redirect(addressOfReport(report)) : refusedForm(done.refused, form);
    }
    case 'reopen': {
      const body = { reason: textOf(form, 'reason'), confirmText };
      const done = await attempt(context, 'reopenReport', { ...at, body }, key);
      return done.ok ? redirect(addressOfReport(report)) : refusedForm(done.refused, form);
    }
    default: {
      const body = { reason: textOf(form, 'reason'), remarks: remarksOfForm(form), confirmText };
      const done = await attempt(context, 'returnReport', { ...at, body }, key);
      return done.ok ? redirect(addressOfReport(report)) : refusedForm(done.refused, form);
    }
  }
}

/** The workbook that somebody chose; empty where none was. */
export async function workbookOf(form: FormData): Promise<{ bytes: Uint8Array; fileName: string }> {
  const file = form.get('file');
  if (!(file instanceof File)) return { bytes: new Uint8Array(), fileName: 'archivo' };
  return { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name.slice(-200) || 'archivo' };
}

/** Takes a filled workbook in; its faults come back with their cells. */
export async function takeWorkbook(context: Context, report: string, form: FormData) {
  const { bytes, fileName } = await workbookOf(form);
  const done = await attempt(context, 'uploadReport', { report, bytes, fileName, mediaType: workbookType });
  if (!done.ok) return refusedForm(withCells(done.refused), form);
  return data({ uploaded: done.answer });
}

/** Gives or takes a one-time link. */
export async function tendLinks(context: Context, report: string, form: FormData) {
  if (textOf(form, '_form') !== 'link') {
    const done = await attempt(context, 'revokeReportLink', { link: textOf(form, 'link') }, keyOf(form));
    return done.ok ? redirect(addressOfReport(report)) : refusedForm(done.refused, form);
  }
  const email = textOf(form, 'email') || null;
  const body = { addressee: textOf(form, 'addressee'), email };
  const made = await attempt(context, 'createReportLink', { report, body });
  if (!made.ok) return refusedForm(made.refused, form);
  const { isMailed, link } = made.answer;
  return data({ link, mail: email === null ? null : isMailed });
}
