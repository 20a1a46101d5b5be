import { createHash } from 'node:crypto';

type Ask = {
  ask(method: string, path: string): Promise<{ status: number; bytes: Uint8Array }>;
  routes: Readonly<Record<string, { path: string }>>;
};

type Account = {
  accountId: string;
  name: string;
  username: string;
  deeds?: readonly string[];
  country?: string | null;
};

/** Who asks for a page, and the mark under which a device keeps what is theirs. */
export async function visitorOf(api: Ask) {
  const nobody = { visitor: null, personKey: 'none' };
  const route = api.routes['getMyAccount'];
  if (!route) return nobody;
  const answer = await api.ask('GET', route.path);
  if (answer.status !== 200) return nobody;
  const account = JSON.parse(new TextDecoder().decode(answer.bytes)) as Account;
  return {
    visitor: {
      name: account.name,
      username: account.username,
      country: account.country ?? null,
      deeds: account.deeds ?? [],
    },
    personKey: createHash('sha256').update(`person ${account.accountId}`).digest('base64url').slice(0, 22),
  };
}
