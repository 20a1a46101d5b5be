import type { CookieSerializeOptions } from '@fastify/cookie';

/** Behind https the name binds the cookie to this very host. */
export function cookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-articula_session' : 'articula_session';
}

export function cookieOptions(origin: string): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: origin.startsWith('https:') };
}
