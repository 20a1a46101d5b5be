import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Select } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/dashboard.route';
import { DashboardBlock, useBlockTitle } from './dashboard-block.tsx';
import { blockChoices, loadBlock, type Block } from './load-blocks.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const dashboard = await call(context, 'getDashboard', {}, request);
  const [loaded, choices] = await Promise.all([
    Promise.all(dashboard.blocks.map(async (block) => loadBlock(context, block))),
    blockChoices(context, dashboard.ofRole, request),
  ]);
  return { dashboard, loaded, choices };
}

/** Moves, removes or adds a block: the whole dashboard is sent, so that two who change it at once are told. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const dashboard = await call(context, 'getDashboard', {}, request);
  const blocks = changed(dashboard, {
    deed: textOf(form, '_do'),
    index: Number(textOf(form, 'index')),
    what: textOf(form, 'what'),
  });
  const version = Number(textOf(form, 'version'));
  const result = await attempt(context, 'saveDashboard', { version, body: { blocks } }, keyOf(form));
  return result.ok ? redirect('/tablero') : refusedForm(result.refused, form);
}

type Dashboard = { readonly blocks: readonly Block[]; readonly ofRole: readonly Block[] };

function changed(
  { blocks, ofRole }: Dashboard,
  asked: { readonly deed: string; readonly index: number; readonly what: string },
): Block[] {
  const { deed, index, what } = asked;
  if (deed === 'reset') return [...ofRole];
  if (deed === 'add') {
    const [kind, value = ''] = what.split(' ');
    const standard = ofRole[Number(value)];
    if (kind === 'view') return [...blocks, { kind: 'view', view: value }];
    return standard ? [...blocks, standard] : [...blocks];
  }
  const one = blocks[index];
  if (!one) return [...blocks];
  const rest = blocks.filter((_block, at) => at !== index);
  if (deed === 'remove') return rest;
  return rest.toSpliced(Math.max(0, deed === 'up' ? index - 1 : index + 1), 0, one);
}

/** What somebody wants to see first, in their order; it can be changed without script. */
export default function DashboardPage({ loaderData: { choices, dashboard, loaded } }: Route.ComponentProps) {
  const say = useSay();
  const titleOf = useBlockTitle();
  const { isOwn, version } = dashboard;
  return (
    <Page
      title={say('analysis.dashboard')}
      lead={say('analysis.dashboard-lead')}
      actions={
        <>
          <ButtonLink to="/explorar">{say('analysis.explorer')}</ButtonLink>
          <ButtonLink look="quiet" to="/vistas">
            {say('analysis.views')}
          </ButtonLink>
        </>
      }
    >
      {!isOwn && (
        <Notice>
          <p>{say('analysis.dashboard-of-role')}</p>
        </Notice>
      )}
      {loaded.map((one, index) => (
        <Section key={`${index} ${JSON.stringify(one.block)}`} title={titleOf(one)}>
          <DashboardBlock loaded={one} index={index} />
          <DataForm name={`block-${index}`}>
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="index" value={index} />
            <Buttons>
              {index > 0 && <Deed deed="up" title={titleOf(one)} />}
              {index < loaded.length - 1 && <Deed deed="down" title={titleOf(one)} />}
              <Deed deed="remove" title={titleOf(one)} />
            </Buttons>
          </DataForm>
        </Section>
      ))}
      <Section title={say('analysis.block-add')}>
        <DataForm name="add">
          <input type="hidden" name="version" value={version} />
          <Select name="what" label={say('analysis.block-what')} options={useOptions(choices)} required />
          <Buttons>
            <Button look="plain" name="_do" value="add">
              {say('analysis.block-add')}
            </Button>
            {isOwn && (
              <Button look="quiet" name="_do" value="reset">
                {say('analysis.block-reset')}
              </Button>
            )}
          </Buttons>
        </DataForm>
      </Section>
    </Page>
  );
}

function Deed({ deed, title }: { deed: 'up' | 'down' | 'remove'; title: string }) {
  const say = useSay();
  const word = say(`analysis.block-${deed}`);
  return (
    <Button look="quiet" name="_do" value={deed} aria-label={`${word}: ${title}`}>
      {word}
    </Button>
  );
}

function useOptions({ ofRole, views }: Awaited<ReturnType<typeof blockChoices>>) {
  const say = useSay();
  return [
    ...ofRole.map((block, index) => ({
      value: `role ${index}`,
      label:
        block.kind === 'figure'
          ? say('analysis.block-kind.figure', { title: block.indicator })
          : say.dynamic(`analysis.block-kind.${block.kind}`),
    })),
    ...views.map(({ id, title }) => ({
      value: `view ${id}`,
      label: say('analysis.block-kind.view', { title }),
    })),
  ];
}
