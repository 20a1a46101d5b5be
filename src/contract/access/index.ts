import { accountsOperations } from './accounts.ts';
import { invitationsOperations } from './invitations.ts';
import { myAccountOperations } from './my-account.ts';
import { sessionOperations } from './session.ts';

/** Every operation of the access room. */
export const accessOperations = {
  ...sessionOperations,
  ...myAccountOperations,
  ...accountsOperations,
  ...invitationsOperations,
};
