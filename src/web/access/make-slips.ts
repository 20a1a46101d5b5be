import type { RouterContextProvider } from 'react-router';
import { attempt, call, pageOfRequest, type Answer } from '../api.ts';
import type { Sheet } from './invitation-slips.tsx';

type Context = Readonly<RouterContextProvider>;
export type Channel = 'print' | 'link' | 'mail';

/** Invites each of some accounts anew, the same way. One that cannot be invited does not hold back the others. */
export async function inviteEach(
  context: Context,
  ids: readonly string[],
  channel: Channel,
): Promise<Pick<Sheet, 'deliveries' | 'failed'>> {
  const deliveries: Answer<'inviteAccount'>[] = [];
  const failed: { name: string; reason: string }[] = [];
  for (const id of ids) {
    const result = await attempt(context, 'inviteAccount', { id, body: { channel } });
    if (result.ok) deliveries.push(result.answer);
    else failed.push({ name: await nameOf(context, id), reason: result.refused.title });
  }
  return { deliveries, failed };
}

async function nameOf(context: Context, id: string): Promise<string> {
  const found = await attempt(context, 'getAccount', { id });
  return found.ok ? found.answer.person.name : id;
}

/** The paper of the person's country, and where the installation is found. */
export async function paperOf(context: Context): Promise<Pick<Sheet, 'paper' | 'address'>> {
  const page = pageOfRequest(context);
  const { items } = await call(context, 'listCountries', {});
  const paper = items.find((country) => country.code === page.visitor?.country)?.paper;
  return { paper: paper === 'letter' ? 'letter' : 'A4', address: page.origin.replace(/^https?:\/\//, '') };
}
