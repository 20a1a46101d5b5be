import { attempt, keyOf, textOf, type attempt as Attempt } from '../api.ts';

type Context = Parameters<typeof Attempt>[0];

/** Sends the form of one deed upon an instance to its operation. */
export function doToInstance(context: Context, form: FormData) {
  const at = { instanceId: textOf(form, 'instanceId'), version: Number(textOf(form, 'version')) };
  const worded = { reason: textOf(form, 'reason'), confirmText: form.has('confirmText') };
  const on = textOf(form, 'on');
  const key = keyOf(form);
  switch (textOf(form, '_form')) {
    case 'start':
      return attempt(context, 'startInstance', at, key);
    case 'forecast':
      return attempt(context, 'forecastInstance', { ...at, body: { ...worded, forecastOn: on } }, key);
    case 'reschedule':
      return attempt(context, 'rescheduleInstance', { ...at, body: { ...worded, dueOn: on } }, key);
    case 'notice':
      return attempt(context, 'noticeInstance', { ...at, body: { ...worded, cureBy: on || null } }, key);
    case 'withdraw-notice':
      return attempt(context, 'withdrawInstanceNotice', { ...at, body: worded }, key);
    case 'reply': {
      const body = { reply: worded.reason, confirmText: worded.confirmText };
      return attempt(context, 'replyToInstanceNotice', { ...at, body }, key);
    }
    case 'breach':
      return attempt(context, 'declareBreach', { ...at, body: worded }, key);
    case 'publish-breach':
      return attempt(context, 'publishBreach', at, key);
    case 'waive':
      return attempt(context, 'waiveInstance', { ...at, body: worded }, key);
    default:
      return attempt(context, 'cancelInstance', { ...at, body: worded }, key);
  }
}
