import { useSay } from '../words/words.tsx';
import { inLanguage, type Basis } from './instrument-shapes.ts';

/** What a rule rests on: with the article and where it was read, or "sin verificar" and no article. */
export function BasisLine({ basis }: { basis: Basis }) {
  const say = useSay();
  const norm = inLanguage(say, basis.norm);
  if (!basis.verified) return <>{`${norm} (${say('documents.unverified')})`}</>;
  const text = basis.article ? `${norm}, ${say('documents.article', { article: basis.article })}` : norm;
  return basis.address ? (
    <a href={basis.address} rel="noreferrer">
      {text}
    </a>
  ) : (
    <>{text}</>
  );
}
