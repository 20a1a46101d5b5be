import { data, redirect } from 'react-router';
import { pageOfRequest, signInAddress, type call } from '../api.ts';

/**
 * Opens a form only to whoever may use it; whoever is not signed in signs in first. The API decides again when it is sent.
 * @throws Response
 */
export function openFor(context: Parameters<typeof call>[0], request: Request, isOpen: boolean): void {
  if (isOpen) return;
  const { visitor, requestId } = pageOfRequest(context);
  if (visitor === null) throw redirect(signInAddress(request));
  throw data({ code: 'shared.forbidden', requestId }, 403);
}
