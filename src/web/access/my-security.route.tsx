import type { RouterContextProvider } from 'react-router';
import { attempt, call, keyOf, refusedForm, secretOf, textOf } from '../api.ts';
import { Notice } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/my-security.route';
import { MyAccountFrame } from './my-account-frame.tsx';
import { ChangePassword } from './my-password.tsx';
import { RecoveryCodes, SecondFactorKey, SecondFactorSwitch } from './my-second-factor.tsx';
import { MySessions } from './my-sessions.tsx';
import { MyTokens, NewToken } from './my-tokens.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const [account, sessions, tokens] = await Promise.all([
    call(context, 'getMyAccount', {}, request),
    call(context, 'listSessions', {}, request),
    call(context, 'listTokens', {}, request),
  ]);
  return { account, sessions: sessions.items, tokens: tokens.items };
}

type Context = Readonly<RouterContextProvider>;

/** Each form is one deed, and answers with what is to be said, or shown once. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const deed = deeds[textOf(form, '_form')];
  return deed ? deed(context, form) : null;
}

const deeds: Readonly<Record<string, (context: Context, form: FormData) => Promise<Done>>> = {
  async password(context, form) {
    const body = { current: secretOf(form, 'current-password'), password: secretOf(form, 'password') };
    const result = await attempt(context, 'changePassword', { body });
    return result.ok ? { done: 'password' } : refusedForm(result.refused, form);
  },
  async enrol(context, form) {
    const body = { password: secretOf(form, 'password') };
    const result = await attempt(context, 'enrolSecondFactor', { body });
    return result.ok ? { done: 'enrol', enrolment: result.answer } : refusedForm(result.refused, form);
  },
  async enable(context, form) {
    const body = { code: textOf(form, 'code').replaceAll(' ', '') };
    const result = await attempt(context, 'enableSecondFactor', { body });
    return result.ok
      ? { done: 'enable', codes: result.answer.recoveryCodes }
      : refusedForm(result.refused, form);
  },
  async remove(context, form) {
    const body = { password: secretOf(form, 'password') };
    const result = await attempt(context, 'removeSecondFactor', { body });
    return result.ok ? { done: 'remove' } : refusedForm(result.refused, form);
  },
  async session(context, form) {
    const result = await attempt(context, 'revokeSession', { id: textOf(form, 'id') }, keyOf(form));
    return result.ok ? { done: 'session' } : refusedForm(result.refused, form);
  },
  async others(context, form) {
    const result = await attempt(context, 'revokeOtherSessions', {}, keyOf(form));
    return result.ok ? { done: 'others', revoked: result.answer.revoked } : refusedForm(result.refused, form);
  },
  async token(context, form) {
    const days = Number(textOf(form, 'days'));
    const body = { name: textOf(form, 'name'), mayWrite: form.has('mayWrite'), days };
    const result = await attempt(context, 'createToken', { body });
    if (!result.ok) return refusedForm(result.refused, form);
    return { done: 'token', token: { name: result.answer.name, value: result.answer.secret } };
  },
  async 'end-token'(context, form) {
    const result = await attempt(context, 'revokeToken', { id: textOf(form, 'id') }, keyOf(form));
    return result.ok ? { done: 'end-token' } : refusedForm(result.refused, form);
  },
};

type Done =
  | { readonly done: 'password' | 'remove' | 'session' | 'end-token' }
  | { readonly done: 'others'; readonly revoked: number }
  | { readonly done: 'enrol'; readonly enrolment: { readonly key: string; readonly qr: string } }
  | { readonly done: 'enable'; readonly codes: readonly string[] }
  | { readonly done: 'token'; readonly token: { readonly name: string; readonly value: string } }
  | ReturnType<typeof refusedForm>;

const said = {
  password: 'mine.password-changed',
  remove: 'mine.factor-removed',
  session: 'mine.session-closed',
  'end-token': 'mine.token-ended',
} as const;

/** What keeps others out: the password, the second step, where I am signed in, the tokens of my programs. */
export default function MySecurity({ loaderData, actionData }: Route.ComponentProps) {
  const { account, sessions, tokens } = loaderData;
  const say = useSay();
  const done = actionData && 'done' in actionData ? actionData : null;
  const typed = actionData && 'typed' in actionData ? actionData.typed : null;
  const enrolment = done?.done === 'enrol' ? done.enrolment : begunBefore(typed);
  return (
    <MyAccountFrame here="security">
      {done && done.done in said && <Notice kind="done">{say(said[done.done as keyof typeof said])}</Notice>}
      {done?.done === 'others' && (
        <Notice kind="done">{say('mine.sessions-closed', { count: done.revoked })}</Notice>
      )}
      {done?.done === 'token' && <NewToken token={done.token} />}
      <Section title={say('mine.password')}>
        <p>{say('mine.password-lead')}</p>
        <ChangePassword username={account.username} />
      </Section>
      <Section title={say('mine.factor')} id="segundo-paso">
        {done?.done === 'enable' && <RecoveryCodes codes={done.codes} />}
        {enrolment && <SecondFactorKey enrolment={enrolment} />}
        {!enrolment && <SecondFactorSwitch isOn={account.hasSecondFactor} left={account.recoveryCodesLeft} />}
      </Section>
      <Section title={say('mine.sessions')}>
        <MySessions sessions={sessions} />
      </Section>
      <Section title={say('mine.tokens')}>
        <p>{say('mine.tokens-lead')}</p>
        <MyTokens tokens={tokens} />
      </Section>
    </MyAccountFrame>
  );
}

/** A wrong first code does not begin anew: the same picture stands there again. */
function begunBefore(typed: Readonly<Record<string, string>> | null): { key: string; qr: string } | null {
  if (typed?.['_form'] !== 'enable') return null;
  return { key: typed['key'] ?? '', qr: typed['qr'] ?? '' };
}
