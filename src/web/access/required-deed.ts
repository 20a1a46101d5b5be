import { data, redirect, type RouterContextProvider } from 'react-router';
import type { Deed } from '#domain/access/deeds.ts';
import { pageOfRequest, signInAddress } from '../api.ts';
import { mayAny } from '../shell/frame.ts';

/**
 * For pages that only begin something: whoever could not go on is told so at once, and a visitor is led to sign in and back.
 * What may be done to which thing is still decided by the API.
 * @throws Response
 */
export function requireDeed(
  context: Readonly<RouterContextProvider>,
  request: Request,
  deeds: readonly Deed[],
): void {
  const { visitor } = pageOfRequest(context);
  if (!visitor) throw redirect(signInAddress(request));
  if (deeds.length > 0 && !mayAny(visitor, deeds)) throw data({ code: 'shared.forbidden' }, 403);
}
