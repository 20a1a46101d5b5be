import { createHash } from 'node:crypto';
import type { Operations } from '#contract/index.ts';
import type { AnswerOf } from '#contract/operation.ts';

type Session = AnswerOf<Operations['getSession']>;
type Ask = {
  ask(method: string, path: string): Promise<{ status: number; bytes: Uint8Array }>;
  routes: Readonly<Record<string, { path: string }>>;
};

/** Who asks for a page, how they like it shown, and the mark under which a device keeps what is theirs. */
export async function visitorOf(api: Ask) {
  const nobody = { visitor: null, personKey: 'none', awaitsSecondFactor: false, language: null, theme: null };
  const route = api.routes['getSession'];
  if (!route) return nobody;
  const answer = await api.ask('GET', route.path);
  if (answer.status !== 200) return nobody;
  const session = JSON.parse(new TextDecoder().decode(answer.bytes)) as Session;
  if (session.account === null) return { ...nobody, awaitsSecondFactor: session.state === 'second-factor' };
  const { id, personId, name, username, home, organisation, mayWrite, theme } = session.account;
  return {
    visitor: {
      id,
      personId,
      name,
      username,
      home,
      organisation,
      mayWrite,
      deeds: session.abilities,
      country: home.reference.slice(0, 2),
    },
    personKey: createHash('sha256').update(`person ${id}`).digest('base64url').slice(0, 22),
    awaitsSecondFactor: false,
    language: session.language,
    theme,
  };
}
