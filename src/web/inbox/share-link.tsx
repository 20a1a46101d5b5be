import { ButtonLink } from '../design/button.tsx';
import { useSay } from '../words/words.tsx';
import { addressToShare } from './share-address.ts';

/** The way to a short text and the address of a thing, for a message on a phone. */
export function ShareLink({ subject, id }: { subject: 'agreement' | 'plan' | 'path'; id: string }) {
  const say = useSay();
  const to = addressToShare(subject, id);
  if (to === null) return null;
  return (
    <ButtonLink look="quiet" to={to}>
      {say('inbox.share')}
    </ButtonLink>
  );
}
