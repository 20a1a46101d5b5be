import { call, pageOfRequest } from '../api.ts';
import { EntryList } from '../audit/entry-list.tsx';
import { Pagination } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/my-deeds.route';
import { MyAccountFrame } from './my-account-frame.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const account = pageOfRequest(context).visitor?.id;
  const after = new URL(request.url).searchParams.get('despues') ?? undefined;
  return call(context, 'listAuditEntries', { account, after, limit: 25 }, request);
}

/** One's own trail: what was done with this account. */
export default function MyDeeds({ loaderData: { items, next } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <MyAccountFrame here="done">
      <p>{say('mine.done-lead')}</p>
      <EntryList entries={items} isOwn />
      <Pagination next={next} count={items.length} />
    </MyAccountFrame>
  );
}
