import { Link } from 'react-router';
import { Day } from '../design/date-words.tsx';
import type { Fact } from '../design/definition-list.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { useSay } from '../words/words.tsx';
import { untilWhen, type Agreement } from './agreement-shapes.ts';

/** What is known of an agreement as a whole; what was not said is left out. */
export function useAgreementFacts(agreement: Agreement): Fact[] {
  const say = useSay();
  const { number, registryNumber, termMonths, commission } = agreement;
  const facts: (Fact | null)[] = [
    number === null ? null : { term: say('agreement-pages.number'), value: number },
    { term: say('agreement-pages.instrument'), value: <Instrument agreement={agreement} /> },
    // An addendum covers and answers what its agreement does.
    isBare(agreement)
      ? null
      : { term: say('agreement-pages.covers'), value: <Places agreement={agreement} /> },
    isBare(agreement)
      ? null
      : { term: say('agreement-pages.answers'), value: <Needs agreement={agreement} /> },
    agreement.lines.length === 0
      ? null
      : {
          term: say('agreement-pages.serves'),
          value: agreement.lines
            .map(({ code, title }) => (code === null ? title : `${code}. ${title}`))
            .join('; '),
        },
    termMonths === null
      ? null
      : {
          term: say('agreement-pages.lasts'),
          value: say('agreement-pages.months', { count: termMonths }),
        },
    dayFact(say('agreement-pages.signed-on'), agreement.signedOn),
    dayFact(say('agreement-pages.effective-on'), agreement.effectiveOn),
    dayFact(say('agreement-pages.until'), untilWhen(agreement)),
    {
      term: say('agreement-pages.takes-effect'),
      value: say.dynamic(`agreements.effective.${agreement.effectiveRule}`),
    },
    {
      term: say('agreement-pages.is-amended'),
      value: say.dynamic(`agreements.amendment.${agreement.amendmentRule}`),
    },
    commission
      ? {
          term: say('agreement-pages.field-commission'),
          value: <Link to={`/actores/estructuras/${commission.id}`}>{commission.name}</Link>,
        }
      : null,
    registryNumber === null ? null : { term: say('agreement-pages.registry'), value: registryNumber },
  ];
  return facts.filter((fact) => fact !== null);
}

function isBare({ addendum, territories, needs }: Agreement): boolean {
  return addendum !== null && territories.length === 0 && needs.length === 0;
}

function dayFact(term: string, day: string | null): Fact | null {
  return day === null ? null : { term, value: <Day day={day} /> };
}

// What nobody has verified is said to be so, and no article of it is printed.
function Instrument({ agreement: { template } }: { agreement: Agreement }) {
  const say = useSay();
  return (
    <>
      <Link to={`/convenios/instrumentos/${template.id}`}>{template.title}</Link>
      {template.basis.map((basis) => (
        <span key={basis.norm}>
          {' · '}
          {basis.address ? (
            <a href={basis.address} rel="noreferrer">
              {basis.norm}
            </a>
          ) : (
            basis.norm
          )}
          {basis.verified ? basis.article && `, ${basis.article}` : ` (${say('agreement-pages.unverified')})`}
        </span>
      ))}
    </>
  );
}

function Places({ agreement: { territories } }: { agreement: Agreement }) {
  const say = useSay();
  if (territories.length === 0) return say('agreement-pages.covers-nothing');
  return territories.map((place, index) => (
    <span key={place.reference}>
      {index > 0 && '; '}
      <Link to={addressOfTerritory(place.reference)}>{place.name}</Link>
    </span>
  ));
}

function Needs({ agreement: { needs, noNeedReason } }: { agreement: Agreement }) {
  const say = useSay();
  if (needs.length === 0)
    return noNeedReason === null
      ? say('agreement-pages.answers-nothing')
      : say('agreement-pages.answers-none-because', { reason: noNeedReason });
  return needs.map((need, index) => (
    <span key={need.id}>
      {index > 0 && '; '}
      <Link to={`/necesidades/${need.id}`}>{need.problem}</Link>
    </span>
  ));
}
