import type { Page } from '../page-context.ts';

const year = 31_536_000;

/** Keeps on this device the language or appearance that was chosen; what is not one of ours is left out. */
export function keepPreferences(
  headers: Headers,
  page: Pick<Page, 'origin'>,
  liked: { readonly language: string; readonly theme: string },
): Headers {
  const secure = page.origin.startsWith('https:') ? '; Secure' : '';
  const keep = (name: string, value: string) =>
    headers.append('set-cookie', `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`);
  const { language, theme } = liked;
  if (language === 'es' || language === 'en') keep('articula_language', language);
  if (theme === 'light' || theme === 'dark' || theme === 'system') keep('articula_theme', theme);
  return headers;
}
