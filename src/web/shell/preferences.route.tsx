import { redirect } from 'react-router';
import { pageOfRequest, textOf } from '../api.ts';
import type { Route } from './+types/preferences.route';
import { keepPreferences } from './preference-cookies.ts';

/** Keeps the language or the appearance that was chosen, and goes back. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const liked = { language: textOf(form, 'language'), theme: textOf(form, 'theme') };
  const headers = keepPreferences(new Headers(), pageOfRequest(context), liked);
  const next = textOf(form, 'next');
  return redirect(/^\/(?![/\\])/.test(next) ? next : '/', { headers });
}

export function loader() {
  return redirect('/');
}
