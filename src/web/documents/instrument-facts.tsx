import type { ReactNode } from 'react';
import type { Fact } from '../design/definition-list.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Say } from '#words/say.ts';
import { BasisLine } from './basis-line.tsx';
import { inLanguage, type Basis, type Template } from './instrument-shapes.ts';

/** The rules of an instrument: who, how long, what before, how it is signed and how it ends; each with its basis. */
export function useInstrumentFacts(template: Template): Fact[] {
  const say = useSay();
  const format = useFormat();
  const days = (count: number) => say('documents.days', { count });
  const { parties, term, approvals, signature, breach, termination, settlement, publicity } = template;
  const minimum = say('documents.minimum-parties', { count: parties.minimum });
  const methods = format.list(signature.methods.map((method) => say.dynamic(`documents.method.${method}`)));
  const causes = format.list(termination.causes.map((cause) => say.dynamic(`documents.cause.${cause}`)));
  const leaving =
    termination.withdrawalDays > 0
      ? `; ${say('documents.withdrawal-time', { days: days(termination.withdrawalDays) })}`
      : '';
  const facts: (Fact | null)[] = [
    { term: say('documents.native-name'), value: <i>{template.nativeName}</i> },
    { term: say('documents.fact.parties'), value: `${inLanguage(say, parties.words)} (${minimum})` },
    fact(say('documents.fact.term'), termWords(say, term), term.basis),
    { term: say('documents.fact.extension'), value: extensionWords(say, term) },
    { term: say('documents.fact.effect'), value: say.dynamic(`documents.effect.${template.effectiveRule}`) },
    template.gates.length > 0
      ? { term: say('documents.fact.gates'), value: <Gates gates={template.gates} /> }
      : null,
    fact(say('documents.fact.approvals'), inLanguage(say, approvals.words), approvals.basis),
    fact(say('documents.fact.signature'), `${methods}. ${inLanguage(say, signature.words)}`, signature.basis),
    { term: say('documents.fact.amendment'), value: say.dynamic(`documents.rule.${template.amendmentRule}`) },
    fact(
      say('documents.fact.breach'),
      `${say('documents.cure-time', { days: days(breach.cureDays) })}. ${inLanguage(say, breach.consequences)}`,
      breach.basis,
    ),
    fact(say('documents.fact.termination'), `${causes}${leaving}`, termination.basis),
    fact(
      say('documents.fact.settlement'),
      `${inLanguage(say, settlement.words)}, ${say('documents.settlement-time', { days: days(settlement.deadlineDays) })}`,
      settlement.basis,
    ),
    { term: say('documents.fact.publicity'), value: inLanguage(say, publicity.words) },
    { term: say('documents.fact.basis'), value: <BasisList list={template.basis} /> },
  ];
  return facts.filter((one) => one !== null);
}

function fact(term: string, value: ReactNode, basis: Basis | null): Fact {
  return basis ? { term, value, source: <BasisLine basis={basis} /> } : { term, value };
}

function termWords(say: Say, term: Template['term']): string {
  const months = (count: number) => say('documents.months', { count });
  const usual = say('documents.term-default', { months: months(term.defaultMonths) });
  if (term.maxMonths === null) return usual;
  return `${usual}; ${say('documents.term-maximum', { months: months(term.maxMonths) })}`;
}

function extensionWords(say: Say, { extension, tacitRenewal }: Template['term']): string {
  if (!extension.allowed) return say('documents.extension-no');
  const months = say('documents.months', { count: extension.maxMonths ?? 0 });
  const words = say('documents.extension-allowed', { months });
  return tacitRenewal.allowed ? `${words}; ${say('documents.tacit-allowed')}` : words;
}

function Gates({ gates }: { gates: Template['gates'] }) {
  const say = useSay();
  return (
    <ul>
      {gates.map((gate) => (
        <li key={gate.kind}>
          {`${say.dynamic(`documents.gate.${gate.kind}`)}: ${say.dynamic(`documents.gate-need.${gate.need}`)}, ${say.dynamic(`documents.gate-before.${gate.before}`)}`}
          {gate.basis && (
            <>
              {' · '}
              <BasisLine basis={gate.basis} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function BasisList({ list }: { list: readonly Basis[] }) {
  return (
    <ul>
      {list.map((basis) => (
        <li key={`${basis.norm.es} ${basis.article}`}>
          <BasisLine basis={basis} />
        </li>
      ))}
    </ul>
  );
}
