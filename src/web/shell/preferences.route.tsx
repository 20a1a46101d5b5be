import { redirect } from 'react-router';
import { pageOfRequest, textOf } from '../api.ts';
import type { Route } from './+types/preferences.route';

const year = 31_536_000;

/** Keeps the language or the appearance that was chosen, and goes back. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const secure = pageOfRequest(context).origin.startsWith('https:') ? '; Secure' : '';
  const headers = new Headers();
  const keep = (name: string, value: string) =>
    headers.append('set-cookie', `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`);
  const language = textOf(form, 'language');
  const theme = textOf(form, 'theme');
  if (language === 'es' || language === 'en') keep('articula_language', language);
  if (theme === 'light' || theme === 'dark' || theme === 'system') keep('articula_theme', theme);
  const next = textOf(form, 'next');
  return redirect(/^\/(?![/\\])/.test(next) ? next : '/', { headers });
}

export function loader() {
  return redirect('/');
}
