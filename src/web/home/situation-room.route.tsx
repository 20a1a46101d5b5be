import { Link } from 'react-router';
import type { Answer } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Page, Section } from '../design/page.tsx';
import type { Visitor } from '../page-context.ts';
import { addressOfTerritory, type DrawnMap } from '../territories/territory-shapes.ts';
import { useSay } from '../words/words.tsx';
import { Attention } from './attention.tsx';
import { ByFunction } from './by-function.tsx';
import type { Coverage } from './coverage-map.tsx';
import type { Situation } from './home-shapes.ts';
import type { Matters } from './one-matter.tsx';
import { SituationMap, type FigureLayers, type MapLayer } from './situation-map.tsx';
import { StrategyStrips } from './strategy-strips.tsx';
import styles from './home.module.css';

/** The coordinating office: where is something missing, and whom to call. */
export default function SituationRoom({
  situation,
  map,
  visitor,
  matters,
  coverage,
  layer,
  told,
  strips,
  unreached,
}: {
  situation: Situation;
  map: DrawnMap | null;
  matters: Matters;
  coverage: Coverage;
  layer: MapLayer | null;
  told: FigureLayers;
  strips: Answer<'getStrategyStrips'>;
  /** How many people, and how many of their reminders, mail did not reach; null for who may not see that. */
  unreached: { readonly people: number; readonly reminders: number } | null;
  visitor: Visitor;
}) {
  const say = useSay();
  const { territory } = situation;
  return (
    <Page
      title={say('home.situation')}
      lead={say('home.situation-lead', { name: territory.name })}
      actions={
        <>
          <ButtonLink to={addressOfTerritory(territory.reference)}>
            {say('home.place-page', { name: territory.name })}
          </ButtonLink>
          <ButtonLink to="/tablero">{say('analysis.dashboard')}</ButtonLink>
          <ButtonLink to="/ruta">{say('planning.title')}</ButtonLink>
          <ButtonLink to="/inventario">{say('inventory.title')}</ButtonLink>
        </>
      }
    >
      <div className={styles.top}>
        <Section title={say('home.attention')}>
          <Attention situation={situation} who={visitor} matters={matters.items} />
          {unreached !== null && unreached.people > 0 && (
            <p>
              <Link to="/pendientes/sin-avisar">{say('inbox.unreached.first-screen', { ...unreached })}</Link>
            </p>
          )}
        </Section>
        {situation.structures.length > 0 && (
          <Section title={say(layer === null ? 'home.map' : `home.layer-${layer}`)}>
            <SituationMap situation={situation} map={map} coverage={coverage} layer={layer} told={told} />
          </Section>
        )}
      </div>
      {strips.lines.length > 0 && (
        <Section title={say('home.strips')}>
          <StrategyStrips strips={strips} />
          <p className={styles.note}>{say('home.strips-note')}</p>
        </Section>
      )}
      <Section title={say('home.by-function')}>
        <ByFunction functions={situation.functions} />
      </Section>
    </Page>
  );
}
