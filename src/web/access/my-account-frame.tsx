import type { ReactNode } from 'react';
import { useRouteLoaderData } from 'react-router';
import { Page } from '../design/page.tsx';
import { Tabs } from '../design/tabs.tsx';
import type { Frame } from '../shell/frame.ts';
import { useSay } from '../words/words.tsx';

const parts = {
  data: { to: '/mi-cuenta', word: 'mine.tab-data' },
  security: { to: '/mi-cuenta/seguridad', word: 'mine.tab-security' },
  notices: { to: '/mi-cuenta/avisos', word: 'inbox.tab' },
  done: { to: '/mi-cuenta/hechos', word: 'mine.tab-done' },
} as const;

/** The pages of one's own account, each with its address. */
export function MyAccountFrame({ here, children }: { here: keyof typeof parts; children: ReactNode }) {
  const say = useSay();
  const visitor = useRouteLoaderData<Frame>('root')?.visitor;
  return (
    <Page
      title={say('mine.title')}
      state={visitor && <span>{visitor.name}</span>}
      lead={visitor && say('mine.state', { username: visitor.username })}
    >
      <Tabs
        label={say('mine.parts')}
        tabs={Object.entries(parts).map(([name, part]) => ({
          to: part.to,
          title: say(part.word),
          isHere: name === here,
        }))}
      />
      {children}
    </Page>
  );
}
