import { useActionData } from 'react-router';
import type { ElementKind } from '#domain/strategy/vocabulary.ts';
import { textOf } from '../api.ts';
import { Checkbox, DateField, Select, TextArea, TextInput, type Option } from '../design/field.tsx';
import { FieldGroup, type FormAnswer } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import { withChosen } from './institutions.ts';
import type { Strategy } from './strategy-shapes.ts';

/** The levels that a form offers, from the outermost; one without a name is not of the strategy. */
const offered: readonly ElementKind[] = ['axis', 'objective', 'objective', 'line'];

/** What a form of a strategy says, as the API takes it. */
export function strategyBody(form: FormData) {
  const text = (name: string) => textOf(form, name) || null;
  return {
    organisationId: textOf(form, 'organisationId'),
    title: textOf(form, 'title'),
    adoptingAct: text('adoptingAct'),
    adoptingActOn: text('adoptingActOn'),
    periodFrom: textOf(form, 'periodFrom'),
    periodTo: textOf(form, 'periodTo'),
    levels: offered.flatMap((kind, index) => {
      const es = textOf(form, `level-${index}-es`).trim();
      const en = textOf(form, `level-${index}-en`).trim();
      return es === '' ? [] : [{ es, en: en === '' ? es : en, kind }];
    }),
    note: text('note'),
  };
}

/** What the fields are called, for the list of faults and for comparing two versions. */
export function useStrategyLabels(): Record<string, string> {
  const say = useSay();
  return {
    title: say('strategies.form-title'),
    organisationId: say('strategies.owner'),
    adoptingAct: say('strategies.act'),
    adoptingActOn: say('strategies.act-day'),
    periodFrom: say('strategies.period-from'),
    periodTo: say('strategies.period-to'),
    levels: say('strategies.levels'),
    note: say('strategies.note'),
  };
}

/** The fields of a strategy: what is a fact of it, and what its levels are called. */
export function StrategyFields({
  strategy,
  institutions,
}: {
  strategy: Strategy | null;
  institutions: readonly Option[];
}) {
  const say = useSay();
  return (
    <>
      <TextInput
        name="title"
        label={say('strategies.form-title')}
        defaultValue={strategy?.title}
        maxLength={300}
        required
      />
      <Select
        name="organisationId"
        label={say('strategies.owner')}
        help={say('strategies.owner-help')}
        options={withChosen(institutions, strategy ? [strategy.owner] : [])}
        empty={say('shared.choose')}
        defaultValue={strategy?.owner.id ?? ''}
        required
      />
      <TextInput
        name="adoptingAct"
        label={say('strategies.act')}
        help={say('strategies.act-help')}
        defaultValue={strategy?.adoptingAct ?? ''}
      />
      <DateField
        name="adoptingActOn"
        label={say('strategies.act-day')}
        defaultValue={strategy?.adoptingActOn ?? ''}
      />
      <DateField
        name="periodFrom"
        label={say('strategies.period-from')}
        defaultValue={strategy?.periodFrom}
        required
      />
      <DateField
        name="periodTo"
        label={say('strategies.period-to')}
        defaultValue={strategy?.periodTo}
        required
      />
      <Levels strategy={strategy} />
      <TextArea name="note" label={say('strategies.note')} defaultValue={strategy?.note ?? ''} rows={3} />
    </>
  );
}

function Levels({ strategy }: { strategy: Strategy | null }) {
  const say = useSay();
  const named = namesOfLevels(strategy);
  return (
    <>
      <FieldGroup legend={say('strategies.levels')}>
        <p>{say('strategies.levels-lead')}</p>
        {offered.map((kind, index) => (
          <TextInput
            key={index}
            name={`level-${index}-es`}
            label={say('strategies.level-of', { kind: say.dynamic(`strategy.kind.${kind}`) })}
            help={index === 2 ? say('strategies.level-second') : undefined}
            defaultValue={
              named[index]?.es ??
              (strategy === null && index !== 2 ? say.dynamic(`strategy.kind.${kind}`) : '')
            }
            required={kind === 'line'}
          />
        ))}
      </FieldGroup>
      <FieldGroup legend={say('strategies.levels-english')}>
        <p>{say('strategies.levels-english-lead')}</p>
        {offered.map((kind, index) => (
          <TextInput
            key={index}
            name={`level-${index}-en`}
            label={say('strategies.level-english-of', { kind: say.dynamic(`strategy.kind.${kind}`) })}
            defaultValue={named[index]?.en ?? ''}
            lang="en"
          />
        ))}
      </FieldGroup>
    </>
  );
}

/** The names of a strategy's levels, each beside the level of the form that it is. */
function namesOfLevels(strategy: Strategy | null) {
  const left = [...(strategy?.levels ?? [])];
  return offered.map((kind) => (left[0]?.kind === kind ? left.shift() : undefined));
}

/** What a refusal asks to be looked at again before it is saved all the same. */
export function ConfirmText() {
  const say = useSay();
  const answer = useActionData<FormAnswer>();
  const isAsked = answer?.refused?.code === 'actors.personal-in-text' || answer?.typed?.['confirmText'];
  return isAsked ? <Checkbox name="confirmText" label={say('strategies.confirm-text')} /> : null;
}
