import { data } from 'react-router';
import { address, call, pageOfRequest } from '../api.ts';
import { DefinitionList } from '../design/definition-list.tsx';
import { Page } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { mayAny } from '../shell/frame.ts';
import { useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/installation.route';
import { healthLines, toAttend, type Health, type HealthLine } from './health-lines.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { visitor } = pageOfRequest(context);
  // Health is open to machines; what to do about it is for whoever looks after the installation.
  await call(context, 'getMyAccount', {}, request);
  if (!mayAny(visitor, ['manage-installation'])) throw data(null, 403);
  return { health: await call(context, 'getHealth', {}, request), json: address(context, 'getHealth', {}) };
}

const looks = { well: 'fulfilled', warning: 'at-risk', failing: 'late' } as const;

/** Whether the installation is well, and what has to be done where it is not. */
export default function InstallationState({ loaderData: { health, json } }: Route.ComponentProps) {
  const say = useSay();
  const attend = toAttend(health);
  return (
    <Page
      title={say('administration.installation')}
      crumbs={[{ to: '/administracion', title: say('shell.administration') }]}
      state={
        <StateTag state={attend === 0 ? 'fulfilled' : 'at-risk'}>
          {attend === 0 ? say('administration.well') : say('administration.attend', { count: attend })}
        </StateTag>
      }
      lead={say('installation.lead')}
    >
      <DefinitionList
        facts={[
          ...healthLines(health).map((line) => ({
            term: say(`installation.${line.part}`),
            value: (
              <StateTag state={looks[line.state]}>
                <Line line={line} health={health} />
              </StateTag>
            ),
          })),
          { term: say('installation.version'), value: health.version },
          { term: say('installation.mode'), value: say(`installation.mode-${health.mode}`) },
        ]}
      />
      <p>{say('installation.ask')}</p>
      <p>
        <a href={json}>{say('installation.for-programs')}</a>
      </p>
    </Page>
  );
}

function Line({ line, health }: { line: HealthLine; health: Health }) {
  const say = useSay();
  const format = useFormat();
  const at = line.part === 'restore' ? health.lastTestedRestore.at : health.lastBackup.at;
  return say.dynamic(`installation.${line.found}`, {
    when: at === null ? '' : format.moment(at),
    free: format.bytes(health.disk.freeBytes ?? 0),
    version: health.database.version ?? '',
    count: health.migrations.pending,
  });
}
