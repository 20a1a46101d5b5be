import { data } from 'react-router';
import { call } from '../api.ts';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/share.route';
import { shareKindOf } from './share-address.ts';
import { ShareText } from './share-text.tsx';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const kind = shareKindOf(params.thing);
  if (kind === null) throw data(null, 404);
  return call(context, 'getShareText', { kind, id: params.id }, request);
}

/** A short text with its address, without anybody's data, for a message on a phone. */
export default function SharePage({ loaderData: { title, text, path } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page title={say('inbox.share')} lead={say('inbox.share.lead')} crumbs={[{ to: path, title }]}>
      <ShareText text={text} />
    </Page>
  );
}
