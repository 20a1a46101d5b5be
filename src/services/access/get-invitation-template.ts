import { invitationTemplate } from '#formats/access/invitation-table.ts';
import { writeTable } from '#formats/tables/index.ts';
import type { OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';

/** An empty table with the columns that inviting from a table reads. */
export async function getInvitationTemplate(
  context: Context,
): Promise<OutputOf<typeof accessOperations.getInvitationTemplate>> {
  const bytes = await writeTable([invitationTemplate(context.language)], 'xlsx');
  return {
    fileName: context.language === 'es' ? 'invitaciones.xlsx' : 'invitations.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  };
}
