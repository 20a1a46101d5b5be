import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { SideBySide } from '../design/side-by-side.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/clause.route';
import { ConfirmText } from './confirm-text.tsx';
import { addressOfAgreement, addressOfClause, type Clause } from './agreement-shapes.ts';
import styles from './agreements.module.css';
import { clauseFieldsBody } from './clause-body.ts';
import { ClauseEditor } from './clause-editor.tsx';
import { ClauseEditions } from './clause-editions.tsx';
import { ClauseRemarks } from './clause-remarks.tsx';
import { crumbsOfAgreement } from './open-to-workers.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const clause = await call(context, 'getAgreementClause', { clauseId: params.clauseId }, request);
  const asked = new URL(request.url).searchParams;
  const [from, to] = [Number(asked.get('desde')), Number(asked.get('hasta'))];
  const known = (number: number) => clause.editions.some((edition) => edition.number === number);
  const compared =
    known(from) && known(to)
      ? await call(context, 'compareClauseEditions', { clauseId: clause.id, from, to }, request)
      : null;
  const taken = clause.others.find((one) => `${one.templateId}/${one.key}` === asked.get('tomar')) ?? null;
  return { clause, compared, taken };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const { clauseId } = params;
  const version = Number(textOf(form, 'version'));
  const key = keyOf(form);
  const partyId = textOf(form, 'partyId') || null;
  const confirmText = form.has('confirmText');
  const at = { clauseId, version };
  const [deed, remarkId = ''] = textOf(form, '_form').split(':');
  const deeds: Record<string, () => ReturnType<typeof attempt<'updateAgreementClause'>>> = {
    edit: () => {
      const body = {
        title: textOf(form, 'title'),
        body: textOf(form, 'body'),
        fields: clauseFieldsBody(form),
        reason: textOf(form, 'reason') || null,
        partyId,
        confirmText,
      };
      return attempt(context, 'updateAgreementClause', { ...at, body }, key);
    },
    up: () => attempt(context, 'moveAgreementClause', { clauseId, body: { direction: 'up' } }, key),
    down: () => attempt(context, 'moveAgreementClause', { clauseId, body: { direction: 'down' } }, key),
    remove: () => {
      const body = { reason: textOf(form, 'reason'), partyId, confirmText };
      return attempt(context, 'removeAgreementClause', { ...at, body }, key);
    },
    remark: () => {
      const body = {
        kind: form.has('proposedBody') ? ('proposal' as const) : ('remark' as const),
        partyId,
        body: textOf(form, 'body'),
        proposedTitle: textOf(form, 'proposedTitle') || null,
        proposedBody: textOf(form, 'proposedBody') || null,
        confirmText,
      };
      return attempt(context, 'remarkOnClause', { clauseId, body }, key);
    },
    answer: () => {
      const outcome = textOf(form, 'outcome') === 'accepted' ? ('accepted' as const) : ('refused' as const);
      const body = { outcome, answer: textOf(form, 'answer'), partyId, confirmText };
      return attempt(context, 'answerClauseRemark', { remarkId, version, body }, key);
    },
    withdraw: () => attempt(context, 'withdrawClauseRemark', { remarkId, version }, key),
  };
  const done = await (deeds[deed ?? ''] ?? deeds['edit'])?.();
  if (!done) throw new Error(`no deed ${deed}`);
  if (!done.ok) return refusedForm(done.refused, form);
  return redirect(deed === 'remove' ? addressOfAgreement(params.id) : addressOfClause(params.id, clauseId));
}

/** One clause: its wording, what it says in figures, what the parties said of it, and every edition. */
export default function ClausePage({ loaderData, actionData }: Route.ComponentProps) {
  const { clause, compared, taken } = loaderData;
  const say = useSay();
  const refused = actionData?.refused;
  return (
    <Page
      title={clause.title}
      lead={clause.guidance ?? undefined}
      crumbs={crumbsOfAgreement(clause.agreement, say)}
      state={<About clause={clause} />}
    >
      {clause.isRemoved && <Notice kind="warning" title={say('agreement-pages.clause-is-removed')} />}
      {refused?.status === 412 && (
        <SideBySide
          mine={actionData?.typed ?? {}}
          theirs={refused.current}
          labels={{ title: say('agreement-pages.clause-title'), body: say('agreement-pages.clause-body') }}
        />
      )}
      {clause.isOpen && !clause.isRemoved ? (
        <ClauseEditor clause={clause} taken={taken} />
      ) : (
        <div className={styles.reading} lang={clause.agreement.language}>
          {clause.filled.split(/\n+/).map((line, at) => (
            <p key={at}>{line}</p>
          ))}
        </div>
      )}
      <Section title={say('agreement-pages.remarks')}>
        <ClauseRemarks clause={clause} />
      </Section>
      <Section title={say('agreement-pages.editions')}>
        <ClauseEditions clause={clause} compared={compared} />
      </Section>
      {clause.isOpen && !clause.isRemoved && <PlaceAndRemoval clause={clause} />}
    </Page>
  );
}

function About({ clause }: { clause: Clause }) {
  const say = useSay();
  const { basis, need } = clause;
  return (
    <>
      <span>{say.dynamic(`agreements.clause-type.${clause.type}`)}</span>
      {need && <span>{say.dynamic(`agreement-pages.need.${need}`)}</span>}
      {basis && (
        <span>
          {say('agreement-pages.rests-on')}{' '}
          {basis.address ? (
            <a href={basis.address} rel="noreferrer">
              {basis.norm}
            </a>
          ) : (
            basis.norm
          )}
          {basis.verified ? basis.article && `, ${basis.article}` : ` (${say('agreement-pages.unverified')})`}
        </span>
      )}
    </>
  );
}

function PlaceAndRemoval({ clause }: { clause: Clause }) {
  const say = useSay();
  return (
    <Section title={say('agreement-pages.place-and-removal')}>
      <div className={styles.row}>
        {(['up', 'down'] as const).map((direction) => (
          <DataForm key={direction} name={direction}>
            <Button look="quiet" icon={direction}>
              {say.dynamic(`agreement-pages.move-${direction}`)}
            </Button>
          </DataForm>
        ))}
        <ButtonLink look="quiet" to={`${addressOfAgreement(clause.agreement.id)}#clausula-${clause.id}`}>
          {say('agreement-pages.see-in-text')}
        </ButtonLink>
      </div>
      <DataForm name="remove">
        <input type="hidden" name="version" value={clause.version} />
        <TextArea name="reason" label={say('agreement-pages.removal-reason')} rows={2} required />
        <ConfirmText />
        <Buttons>
          <Button look="danger">{say('agreement-pages.remove-clause')}</Button>
        </Buttons>
      </DataForm>
    </Section>
  );
}
