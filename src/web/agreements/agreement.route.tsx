import { Link, redirect } from 'react-router';
import { LifeActions } from '../agreement-life/life-actions.tsx';
import { addressOfFiles } from '../agreement-life/life-shapes.ts';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Day } from '../design/date-words.tsx';
import { DefinitionList } from '../design/definition-list.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { AgreementDownloads } from '../documents/agreement-downloads.tsx';
import { ShareLink } from '../inbox/share-link.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/agreement.route';
import { Budget } from './agreement-budget.tsx';
import { FrameworkNotice } from './framework-notice.tsx';
import { Checks } from './agreement-checks.tsx';
import { useAgreementFacts } from './agreement-facts.tsx';
import { History } from './agreement-history.tsx';
import { NextStep, nextWords } from './agreement-next.tsx';
import { Parties } from './agreement-parties.tsx';
import { addressOfAgreement, isOpen, looks, mayWork, untilWhen, type Agreement } from './agreement-shapes.ts';
import { AddendumText } from './addendum-text.tsx';
import { ClauseText, Commitments } from './agreement-text.tsx';
import { Tree } from './agreement-tree.tsx';
import { takeStep } from './take-step.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const asked = { agreementId: params.id };
  const [agreement, life] = await Promise.all([
    call(context, 'getAgreement', asked, request),
    call(context, 'getAgreementLife', asked, request),
  ]);
  return { agreement, life };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const at = { agreementId: params.id, version: Number(textOf(form, 'version')) };
  if (textOf(form, '_form') === 'restore') {
    const given = { clauseId: textOf(form, 'clauseId'), version: at.version, body: {} };
    const restored = await attempt(context, 'restoreAgreementClause', given, keyOf(form));
    return restored.ok ? redirect(addressOfAgreement(params.id)) : refusedForm(restored.refused, form);
  }
  const done = await takeStep(context, form, at);
  return done.ok ? redirect(addressOfAgreement(params.id)) : refusedForm(done.refused, form);
}

/** An agreement: what it is and how it stands, what it needs next and from whom, the detail, the history. */
export default function AgreementPage({ loaderData: { agreement, life } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <InPlace country={agreement.territory.reference.slice(0, 2)}>
      <Page
        title={agreement.title}
        crumbs={[
          { to: '/convenios', title: say('agreement-pages.title') },
          ...(agreement.parent
            ? [{ to: addressOfAgreement(agreement.parent.id), title: agreement.parent.title }]
            : []),
        ]}
        state={<State agreement={agreement} />}
        lead={agreement.object ?? undefined}
        actions={
          <>
            {mayWork(agreement) && isOpen(agreement) && <Actions agreement={agreement} />}
            <ShareLink subject="agreement" id={agreement.id} />
          </>
        }
      >
        {agreement.example && (
          <Notice title={say('agreement-life.example')}>{say('agreement-life.example-lead')}</Notice>
        )}
        <FrameworkNotice agreement={agreement} />
        <NextStep agreement={agreement} />
        <LifeActions life={life} />
        <Checks agreement={agreement} />
        <Section title={say('agreement-pages.parties')}>
          <Parties agreement={agreement} />
        </Section>
        <Section title={say('agreement-pages.what-it-is')}>
          <DefinitionList facts={useAgreementFacts(agreement)} />
        </Section>
        {agreement.addendum && (
          <Section title={say('agreement-pages.what-changes')}>
            <AddendumText addendum={agreement.addendum} />
          </Section>
        )}
        {(agreement.addendum === null || agreement.clauses.length > 0) && (
          <Section title={say('agreement-pages.clauses')}>
            <ClauseText agreement={agreement} />
          </Section>
        )}
        {(agreement.addendum === null || agreement.commitments.length > 0) && (
          <Section title={say('agreement-pages.commitments')}>
            <Commitments agreement={agreement} />
          </Section>
        )}
        <Budget agreement={agreement} />
        <Tree agreement={agreement} />
        <Section title={say('agreement-pages.documents')}>
          <AgreementDownloads
            agreementId={agreement.id}
            isSealed={agreement.isSealed}
            hasBound={agreement.effectiveOn !== null}
          />
          <p>
            <Link to={addressOfFiles(agreement.id)}>{say('agreement-life.see-files')}</Link>
          </p>
        </Section>
        <Section title={say('agreement-pages.history')}>
          <History agreement={agreement} />
        </Section>
      </Page>
    </InPlace>
  );
}

function State({ agreement }: { agreement: Agreement }) {
  const say = useSay();
  const { standing, kind, addendumKind, territory } = agreement;
  const waits = nextWords(say, agreement);
  const until = untilWhen(agreement);
  return (
    <>
      <StateTag state={looks[standing]}>
        {say.dynamic(`agreements.standing.${standing}`)}
        {waits !== null && `: ${waits}`}
      </StateTag>
      <span>
        {say.dynamic(`agreements.kind.${kind}`)}
        {addendumKind !== null && ` (${say.dynamic(`agreements.addendum.${addendumKind}`).toLowerCase()})`}
      </span>
      <Link to={addressOfTerritory(territory.reference)}>{territory.name}</Link>
      {until !== null && (
        <span>
          {say('agreement-pages.until')} <Day day={until} />
        </span>
      )}
      {!agreement.isPublic && <span>{say('agreement-pages.not-public')}</span>}
    </>
  );
}

function Actions({ agreement }: { agreement: Agreement }) {
  const say = useSay();
  const to = (below: string) => addressOfAgreement(agreement.id, below);
  return (
    <>
      <ButtonLink to={to('datos')}>{say('agreement-pages.edit-data')}</ButtonLink>
      <ButtonLink to={to('partes')}>{say('agreement-pages.edit-parties')}</ButtonLink>
      <ButtonLink to={to('aportes')}>{say('agreement-pages.edit-budget')}</ButtonLink>
      <ButtonLink to={to('clausulas/nueva')}>{say('agreement-pages.add-clause')}</ButtonLink>
      <ButtonLink to={`/compromisos/nuevos?convenio=${agreement.id}`}>
        {say('agreement-pages.add-commitments')}
      </ButtonLink>
    </>
  );
}
