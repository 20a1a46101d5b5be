import { data, redirect } from 'react-router';
import { pageOfRequest, signInAddress, type call } from '../api.ts';

type Context = Parameters<typeof call>[0];

/**
 * Opens a form only to whoever may do what it does; whoever is not signed in signs in first. The API decides again when it is sent.
 * @throws Response
 */
export function openForm(context: Context, request: Request, isAllowed: boolean): void {
  if (isAllowed) return;
  const { visitor, requestId } = pageOfRequest(context);
  if (visitor === null) throw redirect(signInAddress(request));
  throw data({ code: 'shared.forbidden', requestId }, 403);
}
