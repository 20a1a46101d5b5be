import type { RouteHandle } from '../shell/frame.ts';
import type { Route } from './+types/invitation-sheet.route';
import { InvitationSlips, SheetGone } from './invitation-slips.tsx';
import { inviteEach, paperOf } from './make-slips.ts';

export const handle: RouteHandle = { script: false, frame: false };

export async function action({ context, params: { id } }: Route.ActionArgs) {
  return { ...(await inviteEach(context, [id], 'print')), ...(await paperOf(context)) };
}

/** A sheet is made by asking for it, and shown once. */
export default function InvitationSheet({ actionData, params: { id } }: Route.ComponentProps) {
  const back = `/administracion/cuentas/${id}`;
  return actionData ? <InvitationSlips sheet={actionData} back={back} /> : <SheetGone back={back} />;
}
