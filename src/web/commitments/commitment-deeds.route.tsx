import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Page, Section } from '../design/page.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/commitment-deeds.route';
import { addressOfCommitment, instanceAsked } from './commitment-shapes.ts';
import { DependencyForms } from './dependency-forms.tsx';
import { InstanceDeeds } from './instance-deeds.tsx';
import { doToInstance } from './do-to-instance.ts';
import { deedOfForm } from './deed-of-form.ts';
import { openFor } from './open-for.ts';
import { StrikeEvidence } from './strike-evidence.tsx';
import { evidenceToStrike, strikeEvidence, strikingForm } from './strike-evidence-file.ts';
import { asksForNeed, EndingDeeds, WholeDeeds } from './whole-deeds.tsx';
import { ExampleNotice } from './example-notice.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const commitment = await call(context, 'getCommitment', { commitmentId: id }, request);
  const instance = instanceAsked(commitment, request);
  const struck = evidenceToStrike(instance);
  const doable = commitment.possible.length + (instance?.possible.length ?? 0) + struck.length;
  openFor(context, request, doable > 0);
  const text = new URL(request.url).searchParams.get('buscar')?.trim() ?? '';
  const country = commitment.territory.reference.slice(0, 2);
  const found =
    text.length < 2
      ? null
      : await call(context, 'listCommitmentChoices', { country, text, except: id }, request);
  const needs =
    asksForNeed(commitment) &&
    (await call(context, 'listNeeds', { territory: commitment.territory.reference, limit: 100 }, request));
  return {
    commitment,
    instance,
    text,
    found: found?.items ?? null,
    needs: needs ? needs.items.map(({ id: value, problem }) => ({ value, label: problem })) : [],
  };
}

type Context = Route.ActionArgs['context'];

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const strikes = textOf(form, '_form').startsWith(strikingForm);
  const done = await (strikes ? strikeEvidence(context, form) : change(context, id, form));
  return done.ok ? redirect(addressOfCommitment(id)) : refusedForm(done.refused, form);
}

/** Each form of the page is one deed. */
function change(context: Context, commitmentId: string, form: FormData) {
  const version = Number(textOf(form, 'version'));
  const confirmText = form.has('confirmText');
  const body = { reason: textOf(form, 'reason'), confirmText };
  const prerequisiteId = textOf(form, 'prerequisiteId');
  const at = { commitmentId, version };
  const key = keyOf(form);
  switch (deedOfForm(form)) {
    case 'agree':
      return attempt(context, 'agreeCommitment', { ...at, body: agreementTo(form) }, key);
    case 'publish':
      return attempt(context, 'publishCommitment', at, key);
    case 'cancel':
      return attempt(context, 'cancelCommitment', { ...at, body }, key);
    case 'annul':
      return attempt(context, 'annulCommitment', { ...at, body }, key);
    case 'depend':
      return attempt(context, 'addDependency', { commitmentId, body: { ...body, prerequisiteId } }, key);
    case 'undepend':
      return attempt(context, 'removeDependency', { commitmentId, prerequisiteId }, key);
    default:
      return doToInstance(context, form);
  }
}

const agreementTo = (form: FormData) => ({
  isPublic: form.has('isPublic'),
  needId: textOf(form, 'needId') || null,
  noNeedReason: textOf(form, 'noNeedReason') || null,
  confirmText: form.has('confirmText'),
});

/** All that may be done to a commitment as it stands, each deed with its own form. */
export default function CommitmentDeeds({ loaderData }: Route.ComponentProps) {
  const { commitment, instance, needs, text, found } = loaderData;
  const say = useSay();
  const format = useFormat();
  return (
    <Page
      title={say('commitment.more-deeds')}
      lead={instance && say('commitment.due-on', { day: format.longDay(instance.dueOn) })}
      crumbs={[{ to: addressOfCommitment(commitment.id), title: commitment.what }]}
    >
      <ExampleNotice commitment={commitment} />
      <WholeDeeds commitment={commitment} needs={needs} />
      {instance && <InstanceDeeds instance={instance} />}
      {commitment.possible.includes('dependency-added') && (
        <Section title={say('commitment.dependencies')} id="dependencias">
          <DependencyForms commitment={commitment} text={text} found={found} />
        </Section>
      )}
      <EndingDeeds commitment={commitment} />
      <StrikeEvidence instance={instance} />
    </Page>
  );
}
