import { redirect, redirectDocument } from 'react-router';
import { attempt, call, nextOf, pageOfRequest, refusedForm, secretOf, textOf } from '../api.ts';
import type { Route } from './+types/sign-in.route';
import { SecondFactor, SignIn } from './sign-in.tsx';

export function loader({ context, request }: Route.LoaderArgs) {
  const page = pageOfRequest(context);
  if (page.visitor) throw redirect(nextOf(request));
  return { awaitsSecondFactor: page.awaitsSecondFactor };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const step = textOf(form, '_form');
  if (step === 'again') {
    await call(context, 'signOut', {});
    return redirect('/entrar');
  }
  const result =
    step === 'code'
      ? await attempt(context, 'confirmSecondFactor', { body: { code: textOf(form, 'code') } })
      : await attempt(context, 'signIn', {
          body: { name: textOf(form, 'name'), password: secretOf(form, 'password') },
        });
  if (!result.ok) return refusedForm(result.refused, form);
  if (result.answer.state === 'second-factor')
    return redirect(new URL(request.url).search ? `/entrar${new URL(request.url).search}` : '/entrar');
  // A whole new page: nothing of whoever was here before stays in memory.
  return redirectDocument(nextOf(request));
}

export default function SignInPage({ loaderData }: Route.ComponentProps) {
  return loaderData.awaitsSecondFactor ? <SecondFactor /> : <SignIn />;
}
