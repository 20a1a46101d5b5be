import { attempt, call } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { DefinitionList } from '../design/definition-list.tsx';
import { Page, Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { ShareText } from '../inbox/share-text.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/commitment.route';
import { useCommitmentFacts } from './commitment-facts.tsx';
import { addressOfCommitment, stateWords, type Commitment } from './commitment-shapes.ts';
import { Dependencies } from './dependencies.tsx';
import { History } from './history.tsx';
import { Instances } from './instances.tsx';
import { NextStep } from './next-step.tsx';
import { ExampleNotice } from './example-notice.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const commitment = await call(context, 'getCommitment', { commitmentId: id }, request);
  const shared = await attempt(context, 'getShareText', { kind: 'commitment', id });
  return { commitment, toShare: shared.ok ? shared.answer.text : null };
}

/** One commitment: what it is and how it stands, what it needs next and from whom, the detail, the history. */
export default function CommitmentPage({ loaderData: { commitment, toShare } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <InPlace country={commitment.territory.reference.slice(0, 2)}>
      <Page
        title={commitment.what}
        crumbs={crumbsOf(commitment)}
        state={<State commitment={commitment} />}
        actions={<Actions commitment={commitment} />}
      >
        <ExampleNotice commitment={commitment} />
        <NextStep commitment={commitment} />
        <Section title={say('commitment.who-owes-whom')}>
          <DefinitionList facts={useCommitmentFacts(commitment)} />
        </Section>
        <Section title={say('commitment.deliveries')} id="entregas">
          <Instances commitment={commitment} />
        </Section>
        <Dependencies commitment={commitment} />
        <Section title={say('commitment.history')}>
          <History commitment={commitment} />
        </Section>
        {toShare !== null && (
          <Section title={say('inbox.share')}>
            <ShareText text={toShare} />
          </Section>
        )}
      </Page>
    </InPlace>
  );
}

function crumbsOf({ territory, agreement, planAction }: Commitment) {
  return [
    { to: addressOfTerritory(territory.reference), title: territory.name },
    ...(agreement ? [{ to: `/convenios/${agreement.id}`, title: agreement.title }] : []),
    ...(planAction ? [{ to: `/planes/${planAction.planId}`, title: planAction.title }] : []),
  ];
}

function State({ commitment }: { commitment: Commitment }) {
  const say = useSay();
  const { main, standing } = commitment;
  return (
    <>
      {main && standing === 'agreed' ? (
        <StateTag state={main.tone}>{stateWords(say, main)}</StateTag>
      ) : (
        <StateTag state="not-applicable">{say.dynamic(`commitments.standing.${standing}`)}</StateTag>
      )}
      {main?.isRescheduled && <span>{say('commitment.rescheduled')}</span>}
      {!commitment.isPublic && <span>{say('commitment.not-public')}</span>}
    </>
  );
}

function Actions({ commitment }: { commitment: Commitment }) {
  const say = useSay();
  const here = addressOfCommitment(commitment.id);
  const may = commitment.possible.includes('corrected');
  const acts = commitment.possible.some((act) => act !== 'corrected');
  const { main } = commitment;
  const instance = commitment.instances.find(({ id }) => id === main?.instanceId);
  const decides = instance?.possible.some(
    (act) => !['delivered', 'accepted', 'rejected', 'more-asked'].includes(act),
  );
  if (!may && !acts && !decides) return null;
  return (
    <>
      {may && <ButtonLink to={`${here}/corregir`}>{say('commitment.correct')}</ButtonLink>}
      {(acts || decides) && (
        <ButtonLink look="quiet" to={`${here}/estado`}>
          {say('commitment.more-deeds')}
        </ButtonLink>
      )}
      {commitment.agreement && (
        <ButtonLink look="quiet" to={`/convenios/${commitment.agreement.id}`}>
          {say('commitment.see-agreement')}
        </ButtonLink>
      )}
    </>
  );
}
