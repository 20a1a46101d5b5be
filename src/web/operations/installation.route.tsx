import { requireDeed } from '../access/required-deed.ts';
import { address, call } from '../api.ts';
import { DefinitionList } from '../design/definition-list.tsx';
import { Page } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/installation.route';
import { healthLines, toAttend, type Health, type HealthLine } from './health-lines.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  // Health is open to machines; what to do about it is for whoever looks after the installation.
  requireDeed(context, request, ['manage-installation']);
  return { health: await call(context, 'getHealth', {}, request), json: address(context, 'getHealth', {}) };
}

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
            value: <Found line={line} health={health} />,
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

/** All well in a few words; otherwise that it needs somebody, and what to do. */
function Found({ line, health }: { line: HealthLine; health: Health }) {
  const say = useSay();
  const words = useLine(line, health);
  if (line.state === 'well') return <StateTag state="fulfilled">{words}</StateTag>;
  return (
    <>
      <StateTag state={line.state === 'failing' ? 'late' : 'at-risk'}>
        {line.state === 'failing' ? say('installation.failing') : say('installation.attend')}
      </StateTag>
      <p>{words}</p>
    </>
  );
}

function useLine(line: HealthLine, health: Health): string {
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
