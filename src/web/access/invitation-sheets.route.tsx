import { redirect } from 'react-router';
import { textOf } from '../api.ts';
import type { RouteHandle } from '../shell/frame.ts';
import type { Route } from './+types/invitation-sheets.route';
import { InvitationSlips, SheetGone } from './invitation-slips.tsx';
import { inviteEach, paperOf } from './make-slips.ts';

export const handle: RouteHandle = { script: false, frame: false };

const waiting = '/administracion/cuentas?sin-entrar=1';
const channels = ['print', 'link', 'mail'] as const;

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const ids = form.getAll('id').filter((id) => typeof id === 'string');
  if (ids.length === 0) throw redirect(waiting);
  const channel = channels.find((one) => one === textOf(form, 'channel')) ?? 'print';
  return { ...(await inviteEach(context, ids, channel)), ...(await paperOf(context)) };
}

/** New invitations for those who have not entered, to cut out and hand over. */
export default function InvitationSheets({ actionData }: Route.ComponentProps) {
  return actionData ? <InvitationSlips sheet={actionData} back={waiting} /> : <SheetGone back={waiting} />;
}
