import type { Answer } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Page, Section } from '../design/page.tsx';
import { EntryList } from '../audit/entry-list.tsx';
import { addressOfTerritory, type DrawnMap } from '../territories/territory-shapes.ts';
import { useSay } from '../words/words.tsx';
import { ByFunction } from './by-function.tsx';
import { SituationMap } from './situation-map.tsx';
import type { Situation } from './home-shapes.ts';

/** For whoever follows the whole without acting in it: what there is, who does what; for an auditor, what was done last. */
export default function Overview({
  situation,
  map,
  deeds,
}: {
  situation: Situation;
  map: DrawnMap | null;
  deeds: Answer<'listAuditEntries'>['items'] | null;
}) {
  const say = useSay();
  const { territory } = situation;
  return (
    <Page
      title={say('home.overview', { name: territory.name })}
      lead={say('home.overview-lead')}
      actions={
        <ButtonLink to={addressOfTerritory(territory.reference)}>
          {say('home.place-page', { name: territory.name })}
        </ButtonLink>
      }
    >
      {deeds !== null && (
        <Section
          title={say('home.trail')}
          actions={<ButtonLink to="/administracion/auditoria">{say('home.trail-open')}</ButtonLink>}
        >
          <EntryList entries={deeds} />
        </Section>
      )}
      {situation.structures.length > 0 && (
        <Section title={say('home.map')}>
          <SituationMap situation={situation} map={map} />
        </Section>
      )}
      <Section title={say('home.by-function')}>
        <ByFunction functions={situation.functions} />
      </Section>
    </Page>
  );
}
