import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/agreement-path.route';
import { ConfirmText } from './confirm-text.tsx';
import { NextStep } from './agreement-next.tsx';
import { addressOfAgreement, looks, type Agreement } from './agreement-shapes.ts';
import { crumbsOfAgreement, openToWorkers } from './open-to-workers.ts';
import { Papers } from './papers.tsx';
import { ApprovalForm, GateForm, LegalReportForm, TakeBackForms } from './path-forms.tsx';
import { takeStep } from './take-step.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const agreement = await call(context, 'getAgreement', { agreementId: params.id }, request);
  openToWorkers(context, request, agreement);
  return { agreement };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const at = { agreementId: params.id, version: Number(textOf(form, 'version')) };
  if (textOf(form, '_form') === 'delete') {
    const deleted = await attempt(context, 'deleteAgreement', at, keyOf(form));
    return deleted.ok ? redirect('/convenios') : refusedForm(deleted.refused, form);
  }
  const done = await takeStep(context, form, at);
  return done.ok ? redirect(addressOfAgreement(params.id, 'tramite')) : refusedForm(done.refused, form);
}

/** The way to the signature: what is recorded outside the text, the legal report, the approving acts, and the ways back. */
export default function AgreementPath({ loaderData: { agreement } }: Route.ComponentProps) {
  const say = useSay();
  const { standing, possible } = agreement;
  const isBefore = possible.includes('abandoned');
  return (
    <Page
      title={say('agreement-pages.path')}
      lead={say('agreement-pages.path-lead')}
      crumbs={crumbsOfAgreement(agreement, say)}
      state={<StateTag state={looks[standing]}>{say.dynamic(`agreements.standing.${standing}`)}</StateTag>}
    >
      <NextStep agreement={agreement} />
      {standing === 'legal-review' && (
        <Section title={say('agreements.gate.legal-report')}>
          <LegalReportForm agreement={agreement} />
        </Section>
      )}
      {standing === 'approval' && (
        <Section title={say('agreement-pages.approvals')}>
          <ApprovalForm agreement={agreement} />
          <TakeBackForms agreement={agreement} />
        </Section>
      )}
      {isBefore && (
        <Section title={say('agreement-pages.gates')}>
          <p>{say('agreement-pages.gates-lead')}</p>
          <GateForm agreement={agreement} />
        </Section>
      )}
      <Papers agreement={agreement} />
      {possible.includes('reopened-negotiation') && (
        <Section title={say('agreement-pages.reopen')}>
          <Notice kind="warning">{say('agreement-pages.reopen-says')}</Notice>
          <Reasoned agreement={agreement} name="reopen" button={say('agreement-pages.reopen')} />
        </Section>
      )}
      {isBefore && (
        <Section title={say('agreement-pages.abandon')}>
          <p>{say('agreement-pages.abandon-says')}</p>
          <Reasoned agreement={agreement} name="abandon" button={say('agreement-pages.abandon')} />
        </Section>
      )}
      {standing === 'draft' && <Delete agreement={agreement} />}
    </Page>
  );
}

function Reasoned({ agreement, name, button }: { agreement: Agreement; name: string; button: string }) {
  const say = useSay();
  return (
    <DataForm name={name}>
      <input type="hidden" name="version" value={agreement.version} />
      <TextArea name="reason" label={say('agreement-pages.reason')} rows={2} required />
      <ConfirmText />
      <Buttons>
        <Button look="danger">{button}</Button>
      </Buttons>
    </DataForm>
  );
}

function Delete({ agreement }: { agreement: Agreement }) {
  const say = useSay();
  return (
    <Section title={say('agreement-pages.delete')}>
      <p>{say('agreement-pages.delete-says')}</p>
      <DataForm name="delete">
        <input type="hidden" name="version" value={agreement.version} />
        <Buttons>
          <Button look="danger">{say('agreement-pages.delete')}</Button>
        </Buttons>
      </DataForm>
    </Section>
  );
}
