import { data, redirect } from 'react-router';
import type { Say } from '#words/say.ts';
import { pageOfRequest, signInAddress, type call } from '../api.ts';
import type { Crumb } from '../design/page.tsx';
import { addressOfAgreement, type Agreement } from './agreement-shapes.ts';

type Context = Parameters<typeof call>[0];

/**
 * Opens a page only to those who work on an agreement; whoever is not signed in signs in first. The API decides again.
 * @throws Response
 */
export function openToWorkers(
  context: Context,
  request: Request,
  agreement: Pick<Agreement, 'abilities'>,
): void {
  if (agreement.abilities.includes('work')) return;
  const { visitor, requestId } = pageOfRequest(context);
  if (visitor === null) throw redirect(signInAddress(request));
  throw data({ code: 'shared.forbidden', requestId }, 403);
}

/** The way to the pages below an agreement. */
export function crumbsOfAgreement(
  agreement: { readonly id: string; readonly title: string },
  say: Say,
): Crumb[] {
  return [
    { to: '/convenios', title: say('agreement-pages.title') },
    { to: addressOfAgreement(agreement.id), title: agreement.title },
  ];
}
