import type { accessOperations } from '#contract/access/index.ts';
import { acceptInvitation } from '#services/access/accept-invitation.ts';
import { changePassword } from '#services/access/change-password.ts';
import { closeAccount } from '#services/access/close-account.ts';
import { confirmSecondFactor } from '#services/access/confirm-second-factor.ts';
import { createAccount } from '#services/access/create-account.ts';
import { createToken } from '#services/access/create-token.ts';
import { enableSecondFactor } from '#services/access/enable-second-factor.ts';
import { endRole } from '#services/access/end-role.ts';
import { enrolSecondFactor } from '#services/access/enrol-second-factor.ts';
import { erasePerson } from '#services/access/erase-person.ts';
import { exportAccounts } from '#services/access/export-accounts.ts';
import { exportPersonData } from '#services/access/export-person-data.ts';
import { exportMyData } from '#services/access/export-my-data.ts';
import { getAccount } from '#services/access/get-account.ts';
import { getInvitation } from '#services/access/get-invitation.ts';
import { getInvitationTemplate } from '#services/access/get-invitation-template.ts';
import { getMyAccount } from '#services/access/get-my-account.ts';
import { getSession } from '#services/access/get-session.ts';
import { grantRole } from '#services/access/grant-role.ts';
import { inviteAccount } from '#services/access/invite-account.ts';
import { inviteFromTable } from '#services/access/invite-from-table.ts';
import { listAccounts } from '#services/access/list-accounts.ts';
import { listSessions } from '#services/access/list-sessions.ts';
import { listTokens } from '#services/access/list-tokens.ts';
import { previewInvitations } from '#services/access/preview-invitations.ts';
import { removeSecondFactor } from '#services/access/remove-second-factor.ts';
import { reopenAccount } from '#services/access/reopen-account.ts';
import { resendInvitation } from '#services/access/resend-invitation.ts';
import { resetAccess } from '#services/access/reset-access.ts';
import { revokeInvitation } from '#services/access/revoke-invitation.ts';
import { revokeOtherSessions } from '#services/access/revoke-other-sessions.ts';
import { revokeSession } from '#services/access/revoke-session.ts';
import { revokeToken } from '#services/access/revoke-token.ts';
import { signIn } from '#services/access/sign-in.ts';
import { signOut } from '#services/access/sign-out.ts';
import { suspendAccount } from '#services/access/suspend-account.ts';
import { updateMyAccount } from '#services/access/update-my-account.ts';
import { useAccessCode } from '#services/access/use-access-code.ts';
import type { Bindings } from '../bind-operations.ts';

/** The services of the access room. */
export const accessBindings: Bindings<typeof accessOperations> = {
  signIn,
  confirmSecondFactor,
  signOut,
  getSession,
  listSessions,
  revokeSession,
  revokeOtherSessions,
  getMyAccount,
  updateMyAccount,
  changePassword,
  enrolSecondFactor,
  enableSecondFactor,
  removeSecondFactor,
  exportMyData,
  createToken,
  listTokens,
  revokeToken,
  listAccounts,
  exportAccounts,
  getAccount,
  createAccount,
  suspendAccount,
  reopenAccount,
  closeAccount,
  grantRole,
  endRole,
  erasePerson,
  exportPersonData,
  inviteAccount,
  resendInvitation,
  revokeInvitation,
  getInvitation,
  acceptInvitation,
  previewInvitations,
  inviteFromTable,
  getInvitationTemplate,
  resetAccess,
  useAccessCode,
};
