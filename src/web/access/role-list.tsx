import { Link } from 'react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../api.ts';
import { DefinitionList } from '../design/definition-list.tsx';
import { useFormat, useSay } from '../words/words.tsx';

export type HeldRole = Answer<'getMyAccount'>['roles'][number];

/** The roles that somebody holds: which, over what, since when, and what each means. `after` adds what may be done with one. */
export function RoleList({
  roles,
  after,
}: {
  roles: readonly HeldRole[];
  after?: (held: HeldRole) => ReactNode;
}) {
  const say = useSay();
  return (
    <DefinitionList
      facts={roles.map((held) => ({
        key: held.id,
        term: say(`access.role.${held.role}`),
        value: (
          <>
            <Where held={held} />
            {after?.(held)}
          </>
        ),
        source: say(`access.role-help.${held.role}`),
      }))}
    />
  );
}

function Where({ held }: { held: HeldRole }) {
  const say = useSay();
  const format = useFormat();
  const body = held.organisation ?? held.structure;
  const span = [
    say('shared.since', { date: format.day(held.validFrom) }),
    ...(held.validTo ? [say('shared.until', { date: format.day(held.validTo) })] : []),
  ].join(' ');
  return (
    <>
      {body && `${body.name}, `}
      <Link to={`/territorios/${held.territory.reference}`}>{held.territory.name}</Link>, {span}
    </>
  );
}
