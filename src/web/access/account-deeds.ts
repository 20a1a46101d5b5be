import { redirect, type RouterContextProvider } from 'react-router';
import { attempt, keyOf, refusedForm, textOf, type Answer, type OperationId } from '../api.ts';
import { withFieldsOf } from './named-things.ts';
import { readGrant, roleFieldNames } from './role-fields.tsx';

type Context = Readonly<RouterContextProvider>;

/** What the page of an account is told after a deed: a refusal, or what is shown this one time. */
export type AccountDone =
  | ReturnType<typeof refusedForm>
  | ReturnType<typeof redirect>
  | { readonly delivery: Answer<'inviteAccount'> }
  | { readonly code: Answer<'resetAccess'> }
  | null;

/** Does what one of the page's forms asks for. */
export async function doToAccount(context: Context, id: string, form: FormData): Promise<AccountDone> {
  const deed = deeds[textOf(form, '_form')];
  return deed ? deed(context, id, form) : null;
}

type Deed = (context: Context, id: string, form: FormData) => Promise<AccountDone>;

const deeds: Readonly<Record<string, Deed>> = {
  suspend: standing('suspendAccount'),
  reopen: standing('reopenAccount'),
  close: standing('closeAccount'),
  async grant(context, id, form) {
    const read = await readGrant(context, form);
    if ('refused' in read) return refusedForm(read.refused, form);
    const result = await attempt(context, 'grantRole', { id, body: read.grant }, keyOf(form));
    return result.ok ? back(id) : refusedForm(withFieldsOf(result.refused, roleFieldNames), form);
  },
  async 'end-role'(context, id, form) {
    const result = await attempt(context, 'endRole', { id, roleId: textOf(form, 'roleId') }, keyOf(form));
    return result.ok ? back(id) : refusedForm(result.refused, form);
  },
  async invite(context, id, form) {
    const channel = channels.find((one) => one === textOf(form, 'channel')) ?? 'link';
    const result = await attempt(context, 'inviteAccount', { id, body: { channel } }, keyOf(form));
    return result.ok ? { delivery: result.answer } : refusedForm(result.refused, form);
  },
  async revoke(context, id, form) {
    const result = await attempt(
      context,
      'revokeInvitation',
      { id: textOf(form, 'invitation') },
      keyOf(form),
    );
    return result.ok ? back(id) : refusedForm(result.refused, form);
  },
  async code(context, id, form) {
    const body = { removeSecondFactor: form.has('removeSecondFactor') };
    const result = await attempt(context, 'resetAccess', { id, body }, keyOf(form));
    return result.ok ? { code: result.answer } : refusedForm(result.refused, form);
  },
  async erase(context, _id, form) {
    const body = { reason: textOf(form, 'reason') };
    const result = await attempt(context, 'erasePerson', { id: textOf(form, 'person'), body }, keyOf(form));
    return result.ok ? redirect('/administracion/cuentas') : refusedForm(result.refused, form);
  },
};

const channels = ['link', 'text', 'mail'] as const;

type StandingDeed = Extract<OperationId, 'suspendAccount' | 'reopenAccount' | 'closeAccount'>;

function standing(operation: StandingDeed): Deed {
  return async (context, id, form) => {
    const version = Number(textOf(form, 'version'));
    const body = { reason: textOf(form, 'reason') };
    const result = await attempt(context, operation, { id, version, body }, keyOf(form));
    return result.ok ? back(id) : refusedForm(result.refused, form);
  };
}

function back(id: string) {
  return redirect(`/administracion/cuentas/${id}`);
}
