import { attempt, keyOf, textOf, type Refused } from '../api.ts';

type Context = Parameters<typeof attempt>[0];
type At = { readonly agreementId: string; readonly version: number };
type Done = { readonly ok: true } | { readonly ok: false; readonly refused: Refused };

/** Does the step towards the signature that a form of the page stands for. */
export async function takeStep(context: Context, form: FormData, at: At): Promise<Done> {
  const key = keyOf(form);
  const text = (name: string) => textOf(form, name) || null;
  const confirmText = form.has('confirmText');
  const reason = { reason: textOf(form, 'reason'), confirmText };
  const said = {
    body: textOf(form, 'body'),
    reference: text('reference'),
    on: textOf(form, 'on'),
    confirmText,
  };
  const note = text('note');
  const partyId = textOf(form, 'partyId');
  const steps: Record<string, () => Promise<Done>> = {
    negotiation: () => attempt(context, 'openNegotiation', at, key),
    confirm: () =>
      attempt(context, 'confirmAgreementText', { ...at, body: { partyId, hash: textOf(form, 'hash') } }, key),
    'legal-review': () => attempt(context, 'sendToLegalReview', at, key),
    'legal-report': () => {
      const result =
        textOf(form, 'result') === 'favourable' ? ('favourable' as const) : ('observations' as const);
      return attempt(context, 'reportLegalReview', { ...at, body: { ...said, note, result } }, key);
    },
    approval: () => {
      const kind = textOf(form, 'kind') as 'council';
      const reference = textOf(form, 'reference');
      return attempt(context, 'recordApproval', { ...at, body: { ...said, reference, partyId, kind } }, key);
    },
    'take-back': () =>
      attempt(context, 'takeBackApproval', { ...at, approvalId: textOf(form, 'approvalId') }, key),
    gate: () => {
      const kind = textOf(form, 'kind') as 'memo';
      const result = textOf(form, 'result') as 'done';
      return attempt(context, 'recordGate', { ...at, body: { ...said, note, kind, result } }, key);
    },
    paper: () => bringPaper(context, form, at.agreementId),
    reopen: () => attempt(context, 'reopenNegotiation', { ...at, body: reason }, key),
    abandon: () => attempt(context, 'abandonAgreement', { ...at, body: reason }, key),
  };
  const name = textOf(form, '_form').split(':')[0] ?? '';
  const step = steps[name];
  if (!step) throw new Error(`no step ${name}`);
  return step();
}

/** Sends the paper of an approving act or a procedure. */
async function bringPaper(context: Context, form: FormData, agreementId: string): Promise<Done> {
  const key = keyOf(form);
  const file = form.get('file');
  const isFile = file instanceof File;
  const given = {
    agreementId,
    fileName: (isFile && file.name.slice(-200)) || 'archivo',
    bytes: isFile ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(),
    mediaType: 'application/octet-stream' as const,
  };
  const subject = textOf(form, 'subject');
  return textOf(form, 'of') === 'approval'
    ? attempt(context, 'attachApprovalFile', { ...given, approvalId: subject }, key)
    : attempt(context, 'attachGateFile', { ...given, gateId: subject }, key);
}
