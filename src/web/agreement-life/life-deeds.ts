import { attempt, keyOf, textOf, type Attempt, type OperationId } from '../api.ts';

type Context = Parameters<typeof attempt>[0];

/** What a form of the page sends: the agreement at the version that was seen, and the thing of it that the form is about. */
type Sent = {
  readonly context: Context;
  readonly at: { readonly agreementId: string; readonly version: number };
  readonly target: string;
  readonly form: FormData;
  readonly key: { readonly key: string | undefined };
};

type Deed = (sent: Sent) => Promise<Attempt<OperationId>>;

const optional = (form: FormData, name: string) => textOf(form, name) || null;
const confirmed = (form: FormData) => form.has('confirmText');
const reasoned = (form: FormData) => ({ reason: textOf(form, 'reason'), confirmText: confirmed(form) });
const all = (form: FormData, name: string) =>
  form.getAll(name).filter((value) => typeof value === 'string' && value !== '') as string[];
const number = (form: FormData, name: string) => Number(textOf(form, name));

/** Each form of the page is one deed. */
const deeds: Readonly<Record<string, Deed>> = {
  seal: ({ context, at, key }) => attempt(context, 'sealAgreement', at, key),
  gate: ({ context, at, form, key }) => {
    const body = {
      kind: textOf(form, 'kind') as 'endorsement',
      body: textOf(form, 'body'),
      reference: optional(form, 'reference'),
      on: textOf(form, 'on'),
      result: textOf(form, 'result') as 'done',
      note: null,
    };
    return attempt(context, 'recordEffectGate', { ...at, body }, key);
  },
  suspend: ({ context, at, form, key }) => {
    const body = { ...reasoned(form), reviewOn: textOf(form, 'reviewOn') };
    return attempt(context, 'suspendAgreement', { ...at, body }, key);
  },
  resume: ({ context, at, form, key }) =>
    attempt(context, 'resumeAgreement', { ...at, body: reasoned(form) }, key),
  notice: ({ context, at, form, key }) => {
    const body = {
      byPartyId: textOf(form, 'byPartyId'),
      toPartyId: textOf(form, 'toPartyId'),
      facts: textOf(form, 'facts'),
      clauses: all(form, 'clauses'),
      instances: all(form, 'instances'),
      cureBy: optional(form, 'cureBy'),
      confirmText: confirmed(form),
    };
    return attempt(context, 'giveNotice', { ...at, body }, key);
  },
  reply: ({ context, at, target, form, key }) => {
    const body = { reply: textOf(form, 'reply'), confirmText: confirmed(form) };
    return attempt(context, 'replyToNotice', { ...at, noticeId: target, body }, key);
  },
  outcome: ({ context, at, target, form, key }) => {
    const body = { outcome: textOf(form, 'outcome') as 'cured', ...reasoned(form) };
    return attempt(context, 'decideNotice', { ...at, noticeId: target, body }, key);
  },
  publish: ({ context, at, target, key }) =>
    attempt(context, 'publishNotice', { ...at, noticeId: target }, key),
  object: ({ context, at, form, key }) => {
    const body = { partyId: textOf(form, 'partyId'), ...reasoned(form) };
    return attempt(context, 'objectToRenewal', { ...at, body }, key);
  },
  will: ({ context, at, form, key }) => {
    const body = { partyId: textOf(form, 'partyId'), ...reasoned(form) };
    return attempt(context, 'declareWillToEnd', { ...at, body }, key);
  },
  withdraw: ({ context, at, form, key }) => {
    const body = { partyId: textOf(form, 'partyId'), ...reasoned(form) };
    return attempt(context, 'withdrawFromAgreement', { ...at, body }, key);
  },
  end: ({ context, at, form, key }) => {
    const cause = textOf(form, 'cause') as 'nullity';
    const body = { cause, reference: textOf(form, 'reference'), ...reasoned(form) };
    return attempt(context, 'endAgreementForCause', { ...at, body }, key);
  },
  session: ({ context, at, form, key }) => {
    const body = {
      calledOn: textOf(form, 'calledOn'),
      seats: number(form, 'seats'),
      quorum: number(form, 'quorum'),
    };
    return attempt(context, 'callSession', { ...at, body }, key);
  },
  hold: ({ context, at, target, form, key }) => {
    const body = {
      heldOn: textOf(form, 'heldOn'),
      present: number(form, 'present'),
      decisions: optional(form, 'decisions'),
      confirmText: confirmed(form),
    };
    return attempt(context, 'holdSession', { ...at, sessionId: target, body }, key);
  },
  minutes: async ({ context, at, target, form, key }) => {
    const { bytes, fileName, mediaType } = await fileOf(form);
    const given = { agreementId: at.agreementId, sessionId: target, fileName, bytes, mediaType };
    return attempt(context, 'attachSessionFile', given, key);
  },
  reschedule: ({ context, at, form, key }) => {
    const body = {
      sessionId: textOf(form, 'sessionId'),
      instanceId: textOf(form, 'instanceId'),
      dueOn: textOf(form, 'dueOn'),
      ...reasoned(form),
    };
    return attempt(context, 'rescheduleByCommission', { ...at, body }, key);
  },
  balance: ({ context, at, form, key }) => {
    const body = {
      debtorPartyId: textOf(form, 'debtorPartyId'),
      creditorPartyId: textOf(form, 'creditorPartyId'),
      currency: textOf(form, 'currency').toUpperCase(),
      amount: textOf(form, 'amount').replace(',', '.'),
      ...reasoned(form),
    };
    return attempt(context, 'addBalance', { ...at, body }, key);
  },
  pay: ({ context, at, target, form, key }) => {
    const body = { on: textOf(form, 'on'), reference: textOf(form, 'reference') };
    return attempt(context, 'payBalance', { ...at, balanceId: target, body }, key);
  },
  waive: ({ context, at, target, form, key }) =>
    attempt(context, 'waiveBalance', { ...at, balanceId: target, body: reasoned(form) }, key),
  decide: ({ context, at, form, key }) => {
    const body = {
      instanceId: textOf(form, 'instanceId'),
      decision: textOf(form, 'decision') as 'close',
      until: optional(form, 'until'),
      toAgreementId: optional(form, 'toAgreementId'),
      ...reasoned(form),
    };
    return attempt(context, 'decideOnCommitment', { ...at, body }, key);
  },
  close: ({ context, at, form, key }) => {
    const body = {
      report: textOf(form, 'report'),
      lessons: textOf(form, 'lessons'),
      confirmText: confirmed(form),
    };
    return attempt(context, 'closeAgreement', { ...at, body }, key);
  },
  redact: ({ context, at, form, key }) => {
    const passages = textOf(form, 'passages')
      .split('\n')
      .map((text) => ({ text: text.trim() }))
      .filter(({ text }) => text !== '');
    return attempt(
      context,
      'redactAgreement',
      { ...at, body: { order: textOf(form, 'order'), passages } },
      key,
    );
  },
  confirm: ({ context, at, form, key }) => {
    const reference = textOf(form, 'reference');
    const approval =
      reference === ''
        ? null
        : {
            kind: 'other' as const,
            body: textOf(form, 'approvalBody'),
            reference,
            on: textOf(form, 'approvalOn'),
          };
    const body = { partyId: textOf(form, 'partyId'), approval };
    return attempt(context, 'confirmAddendum', { ...at, body }, key);
  },
  abandon: ({ context, at, form, key }) =>
    attempt(context, 'abandonAddendum', { ...at, body: reasoned(form) }, key),
};

/** Does what a form of the page asks for. A form's name is the deed, and after two hyphens the thing that it is done to. */
export async function doDeed(
  context: Context,
  agreementId: string,
  form: FormData,
): Promise<Attempt<OperationId>> {
  const [name = '', target = ''] = textOf(form, '_form').split('--');
  const deed = deeds[name];
  if (!deed) throw new Response(null, { status: 400 });
  const at = { agreementId, version: Number(textOf(form, 'version')) };
  return deed({ context, at, target, form, key: keyOf(form) });
}

const mediaTypes = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
} as const;

/** The file of a form; what it is in truth is found by its content. */
export async function fileOf(form: FormData) {
  const file = form.get('file');
  const isFile = file instanceof File;
  const bytes = isFile ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const fileName = (isFile && file.name) || 'archivo.pdf';
  const ending = fileName.split('.').at(-1)?.toLowerCase() ?? '';
  const mediaType = ending in mediaTypes ? mediaTypes[ending as 'pdf'] : 'application/pdf';
  return { bytes, fileName, mediaType };
}
