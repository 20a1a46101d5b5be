import { useSay } from '../words/words.tsx';
import { titleIn, type Indicator } from './indicator-shapes.ts';

type NamedIccs = Indicator['iccs'][number];

/** A category of the classification: its code with its title, and that nobody has checked it where that is so. */
export function IccsName({ iccs }: { iccs: NamedIccs }) {
  const say = useSay();
  const name = useIccsName()(iccs);
  return (
    <>
      {name}
      {!iccs.isVerified && <small> ({say('crosswalks.unverified')})</small>}
    </>
  );
}

/** What a category is called, code first. */
function useIccsName(): (iccs: NamedIccs) => string {
  const say = useSay();
  return ({ code, title, titleEn, within }) => {
    if (title === null) return code;
    const called = titleIn(say, { title, titleEn });
    return within === null
      ? say('crosswalks.iccs-named', { code, title: called })
      : say('crosswalks.iccs-within', { code, within, title: called });
  };
}
