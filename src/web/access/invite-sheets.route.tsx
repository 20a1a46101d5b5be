import { attempt, keyOf, type Refused } from '../api.ts';
import type { RouteHandle } from '../shell/frame.ts';
import type { Route } from './+types/invite-sheets.route';
import { InvitationSlips, SheetGone } from './invitation-slips.tsx';
import { askedOf, fileOf } from './invite-table.ts';
import { paperOf } from './make-slips.ts';

export const handle: RouteHandle = { script: false, frame: false };

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const given = { ...askedOf(form), channel: 'print' as const, ...(await fileOf(form)) };
  const result = await attempt(context, 'inviteFromTable', given, keyOf(form));
  const made = result.ok
    ? { deliveries: result.answer.deliveries, failed: [] }
    : { deliveries: [], failed: faultsOf(result.refused) };
  return { ...made, ...(await paperOf(context)) };
}

/** Somebody changed something since the table was looked at: nothing was created, and each reason is told. */
function faultsOf(refused: Refused) {
  if (refused.problems.length === 0) return [{ name: refused.title, reason: '' }];
  return refused.problems.map(({ row, message }) => ({ name: String(row ?? ''), reason: message }));
}

/** The accounts of a whole table, created together, and their invitations to cut out. */
export default function InviteSheets({ actionData }: Route.ComponentProps) {
  const back = '/administracion/cuentas?sin-entrar=1';
  return actionData ? <InvitationSlips sheet={actionData} back={back} /> : <SheetGone back={back} />;
}
