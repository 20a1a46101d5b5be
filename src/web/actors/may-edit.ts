import { data, redirect } from 'react-router';
import { pageOfRequest, signInAddress, type call } from '../api.ts';

type Context = Parameters<typeof call>[0];

/**
 * Opens a form only to those who may use it; whoever is not signed in signs in first. The API decides again when it is sent.
 * @throws Response
 */
export function openForm(context: Context, request: Request, mayDo: boolean): void {
  if (mayDo) return;
  const { visitor, requestId } = pageOfRequest(context);
  if (visitor === null) throw redirect(signInAddress(request));
  throw data({ code: 'shared.forbidden', requestId }, 403);
}

/** Opens a form to whoever has a deed somewhere. */
export function openFormTo(context: Context, request: Request, deed: string): void {
  openForm(context, request, pageOfRequest(context).visitor?.deeds.includes(deed) ?? false);
}
