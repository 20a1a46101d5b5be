import { Link } from 'react-router';
import { address, call, pageOfRequest } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Empty, Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/version.route';
import { useVersionWords } from './strategy-facts.tsx';
import { addressOfStrategy, addressOfVersion, type Element, type Version } from './strategy-shapes.ts';
import { ExampleStructure, VersionState } from './strategy-state.tsx';
import styles from './strategy.module.css';
import { VersionTree } from './version-tree.tsx';

export async function loader({ context, params: { versionId }, request }: Route.LoaderArgs) {
  const version = await call(context, 'getStrategyVersion', { versionId }, request);
  const { visitor } = pageOfRequest(context);
  return {
    version,
    isKnown: visitor !== null,
    xlsx: address(context, 'exportStrategyVersion', { versionId, format: 'xlsx' }),
    json: address(context, 'exportStrategyVersion', { versionId, format: 'json' }),
  };
}

/** One version: what it says, and for whoever writes it, what can be done next. */
export default function VersionPage({ loaderData: { version, isKnown, xlsx, json } }: Route.ComponentProps) {
  const say = useSay();
  const { strategy } = version;
  const here = addressOfVersion(strategy.id, version.id);
  const mayEdit = version.abilities.includes('edit-strategy');
  const isDraft = mayEdit && version.standing === 'draft';
  const isHeard = isKnown && version.consultationFrom !== null;
  const words = useVersionWords(version);
  return (
    <InPlace country={strategy.territory.reference.slice(0, 2)}>
      <Page
        title={say('strategies.version-number', { number: version.number })}
        crumbs={[
          { to: addressOfStrategy(strategy.id), title: strategy.title },
          { to: `${addressOfStrategy(strategy.id)}/versiones`, title: say('strategies.versions') },
        ]}
        state={
          <>
            <VersionState version={version} />
            <ExampleStructure version={version} />
          </>
        }
        lead={words.join(' · ')}
        actions={
          <>
            {isDraft && (
              <ButtonLink look="main" to={`${here}/elementos/nuevo`}>
                {say('strategies.add')}
              </ButtonLink>
            )}
            {mayEdit && <NextStep version={version} here={here} />}
            {isDraft && (
              <ButtonLink look="quiet" to={`${here}/importar`}>
                {say('strategies.import')}
              </ButtonLink>
            )}
            {isHeard && (
              <ButtonLink look="quiet" to={`${here}/observaciones`}>
                {say('strategies.remarks')}
              </ButtonLink>
            )}
            <ButtonLink look="quiet" icon="download" file to={xlsx}>
              {say('strategies.download-xlsx')}
            </ButtonLink>
            <ButtonLink look="quiet" icon="download" file to={json}>
              {say('strategies.download-json')}
            </ButtonLink>
          </>
        }
      >
        <Standing version={version} />
        <Section title={say('strategies.structure')}>
          {version.elements.length === 0 ? (
            <Empty title={say('strategies.empty')}>
              <p>{say('strategies.empty-lead')}</p>
            </Empty>
          ) : (
            <VersionTree
              elements={version.elements}
              levels={strategy.levels}
              {...((isDraft || version.standing === 'consultation') && {
                beside: (element: Element) => (
                  <Beside element={element} version={version} isDraft={isDraft} isHeard={isHeard} />
                ),
              })}
            />
          )}
        </Section>
      </Page>
    </InPlace>
  );
}

function NextStep({ version, here }: { version: Version; here: string }) {
  const say = useSay();
  if (!version.possible.some((act) => act !== 'superseded')) return null;
  return <ButtonLink to={`${here}/estado`}>{say('strategies.next-step')}</ButtonLink>;
}

/** What whoever reads has to know of a version that is not in force. */
function Standing({ version }: { version: Version }) {
  const say = useSay();
  const format = useFormat();
  const { standing, consultationFrom: from, consultationTo: to } = version;
  if (standing === 'draft') return <Notice kind="warning">{say('strategies.draft-notice')}</Notice>;
  if (standing === 'consultation' && from !== null && to !== null)
    return (
      <Notice title={say('strategy.standing.consultation')}>
        {say('strategies.consultation-notice', { from: format.day(from), to: format.day(to) })}
      </Notice>
    );
  if (standing === 'superseded') return <Notice>{say('strategies.superseded-notice')}</Notice>;
  return null;
}

type BesideParts = {
  readonly element: Element;
  readonly version: Version;
  readonly isDraft: boolean;
  readonly isHeard: boolean;
};

function Beside({ element, version, isDraft, isHeard }: BesideParts) {
  const say = useSay();
  const here = addressOfVersion(version.strategy.id, version.id);
  const below = version.strategy.levels[element.level];
  return (
    <span className={styles.beside}>
      {isDraft && <Link to={`${here}/elementos/${element.id}`}>{say('strategies.edit')}</Link>}
      {isDraft && below && (
        <Link to={`${here}/elementos/nuevo?bajo=${element.id}`}>
          {say('strategies.add-below', { kind: below[say.language].toLowerCase() })}
        </Link>
      )}
      {isHeard && !isDraft && (
        <Link to={`${here}/observaciones?sobre=${element.id}#nueva`}>{say('strategies.remark-on')}</Link>
      )}
    </span>
  );
}
