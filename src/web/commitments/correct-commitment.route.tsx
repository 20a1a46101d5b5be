import { redirect } from 'react-router';
import { attempt, call, keyOf, pageOfRequest, refusedForm, type Fault } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/correct-commitment.route';
import { commitmentBody, findCoObliged, findParty } from './commitment-body.ts';
import { CommitmentFields, useFieldLabels } from './commitment-fields.tsx';
import { addressOfCommitment } from './commitment-shapes.ts';
import { ConfirmText } from './confirm-text.tsx';
import { openFor } from './open-for.ts';
import { ExampleNotice } from './example-notice.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const commitment = await call(context, 'getCommitment', { commitmentId: id }, request);
  openFor(context, request, commitment.possible.includes('corrected'));
  const { reference } = commitment.territory;
  const [needs, lines] = await Promise.all([
    call(context, 'listNeeds', { territory: reference, limit: 100 }, request),
    call(context, 'listStrategyLines', { country: reference.slice(0, 2), limit: 500 }, request),
  ]);
  return {
    commitment,
    needs: needs.items.map(({ id: value, problem }) => ({ value, label: problem })),
    lines: lines.items.map(({ threadId: value, code, title, strategy }) => ({
      value,
      label: code === null ? title : `${code} ${title}`,
      group: strategy,
    })),
  };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const commitment = await call(context, 'getCommitment', { commitmentId: id }, request);
  const country = commitment.territory.reference.slice(0, 2);
  const parties = {
    obligor: await findParty(context, country, form, 'obligor', commitment.obligor),
    beneficiary: await findParty(context, country, form, 'beneficiary', commitment.beneficiary),
    verifier: await findParty(context, country, form, 'verifier', commitment.verifier),
  };
  const coObliged = await findCoObliged(context, country, form, commitment.coObliged);
  const { requestId } = pageOfRequest(context);
  const refused = ({ code, problem }: { code: string; problem: Fault }) =>
    refusedForm({ status: 422, code, title: '', requestId, problems: [problem] }, form);
  if (!coObliged.ok) return refused(coObliged);
  const faulty = Object.values(parties).find((one) => !one.ok);
  if (faulty && !faulty.ok) return refused(faulty);
  const input = { commitmentId: id, ...commitmentBody(form, commitment, parties, coObliged.refs) };
  const done = await attempt(context, 'updateCommitment', input, keyOf(form));
  return done.ok ? redirect(addressOfCommitment(id)) : refusedForm(done.refused, form);
}

/** Corrects a proposal: everything beyond the five fields is asked here, when it is needed. */
export default function CorrectCommitment({
  loaderData: { commitment, needs, lines },
}: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page
      title={say('commitment.correct')}
      lead={say('commitment.correct-lead')}
      crumbs={[{ to: addressOfCommitment(commitment.id), title: commitment.what }]}
    >
      <ExampleNotice commitment={commitment} />
      <DataForm labels={useFieldLabels()}>
        <input type="hidden" name="version" value={commitment.version} />
        <CommitmentFields commitment={commitment} needs={needs} lines={lines} />
        <ConfirmText />
        <Buttons>
          <Button>{say('shared.save')}</Button>
        </Buttons>
      </DataForm>
    </Page>
  );
}
