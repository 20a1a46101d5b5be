import { redirect, useActionData } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { DateField, TextArea, type Option } from '../design/field.tsx';
import { DataForm, type FormAnswer } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { SideBySide } from '../design/side-by-side.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/correct-indicator.route';
import type { Dimensions } from './group-words.ts';
import { formChoices } from './form-choices.ts';
import { indicatorBody, wordingBody } from './indicator-body.ts';
import { IndicatorFields, useIndicatorLabels } from './indicator-fields.tsx';
import { addressOfIndicator, titleIn, type Indicator } from './indicator-shapes.ts';
import { openForm } from './open-form.ts';
import { StandingForms } from './standing-forms.tsx';
import { EnglishWordingFields, useWordingLabels, WordingFields } from './wording-fields.tsx';

export async function loader({ context, params: { code }, request }: Route.LoaderArgs) {
  const indicator = await call(context, 'getIndicator', { code }, request);
  openForm(context, request, indicator.abilities);
  return { indicator, ...(await formChoices(context, request, indicator.territory?.reference ?? null)) };
}

export async function action({ context, params: { code }, request }: Route.ActionArgs) {
  const form = await request.formData();
  if (textOf(form, '_form') === 'delete') {
    const version = Number(textOf(form, 'version'));
    const removed = await attempt(context, 'deleteIndicator', { code, version }, keyOf(form));
    return removed.ok ? redirect('/indicadores') : refusedForm(removed.refused, form);
  }
  const done = await change(context, code, form);
  return done.ok ? redirect(addressOfIndicator(code)) : refusedForm(done.refused, form);
}

/** Each form of the page is one deed. */
function change(context: Route.ActionArgs['context'], code: string, form: FormData) {
  const at = { code, version: Number(textOf(form, 'version')) };
  const key = keyOf(form);
  const reason = textOf(form, 'reason');
  switch (textOf(form, '_form')) {
    case 'redefine': {
      const body = { ...wordingBody(form), reason, validFrom: textOf(form, 'validFrom') || null };
      return attempt(context, 'redefineIndicator', { ...at, body }, key);
    }
    case 'publish':
      return attempt(context, 'publishIndicator', at, key);
    case 'restore':
      return attempt(context, 'restoreIndicator', at, key);
    case 'retire':
      return attempt(context, 'retireIndicator', { ...at, body: { reason } }, key);
    default:
      return attempt(context, 'updateIndicator', { ...at, body: indicatorBody(form) }, key);
  }
}

export default function CorrectIndicator({ loaderData }: Route.ComponentProps) {
  const { indicator, parts, owners, dimensions } = loaderData;
  const say = useSay();
  const may = (act: Indicator['possible'][number]) => indicator.possible.includes(act);
  const title = titleIn(say, indicator);
  return (
    <Page
      title={`${say('indicators.correct')}: ${title}`}
      crumbs={[
        { to: '/indicadores', title: say('indicators.title') },
        { to: addressOfIndicator(indicator.code), title },
      ]}
    >
      <Conflict />
      {may('corrected') && <Correct {...{ indicator, parts, owners, dimensions }} />}
      {may('redefined') && <Redefine indicator={indicator} />}
      <StandingForms indicator={indicator} />
    </Page>
  );
}

function Correct(given: {
  indicator: Indicator;
  parts: readonly Option[];
  owners: readonly Option[];
  dimensions: Dimensions;
}) {
  const say = useSay();
  return (
    <DataForm labels={useIndicatorLabels()}>
      <input type="hidden" name="version" value={given.indicator.version} />
      <IndicatorFields {...given} />
      <Buttons>
        <Button>{say('indicators.save')}</Button>
      </Buttons>
    </DataForm>
  );
}

function Redefine({ indicator }: { indicator: Indicator }) {
  const say = useSay();
  const labels = {
    ...useWordingLabels(),
    reason: say('indicators.redefine-reason'),
    validFrom: say('indicators.valid-from'),
  };
  return (
    <Section title={say('indicators.redefine')} id="definicion">
      <p>{say('indicators.redefine-lead')}</p>
      <DataForm name="redefine" labels={labels}>
        <input type="hidden" name="version" value={indicator.version} />
        <WordingFields definition={indicator.definition} />
        <EnglishWordingFields definition={indicator.definition} />
        <TextArea name="reason" label={labels.reason} rows={2} required />
        <DateField name="validFrom" label={labels.validFrom} />
        <Buttons>
          <Button look="plain">{say('indicators.redefine')}</Button>
        </Buttons>
      </DataForm>
    </Section>
  );
}

/** Somebody else saved first: both versions side by side. Saving again is then a decision. */
function Conflict() {
  const say = useSay();
  const { dimensions: _, organisationId: __, denominatorKind: ___, ...labels } = useIndicatorLabels();
  const answer = useActionData<FormAnswer>();
  if (answer?.refused?.status !== 412) return null;
  return (
    <Notice kind="warning" title={say('indicators.changed-meanwhile')}>
      <p>{say('indicators.changed-lead')}</p>
      <SideBySide mine={answer.typed} theirs={answer.refused.current} labels={labels} />
    </Notice>
  );
}
