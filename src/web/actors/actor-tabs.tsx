import { Tabs } from '../design/tabs.tsx';
import { useSay } from '../words/words.tsx';

/** The three lists of this room; people only for those who may see some. */
export function ActorTabs({
  here,
  territory,
  people,
}: {
  here: 'organisations' | 'structures' | 'people';
  territory: string;
  people: boolean;
}) {
  const say = useSay();
  const query = `?territorio=${encodeURIComponent(territory)}`;
  return (
    <Tabs
      label={say('actor-pages.lists')}
      tabs={[
        { to: `/actores${query}`, title: say('actor-pages.organisations'), isHere: here === 'organisations' },
        {
          to: `/actores/estructuras${query}`,
          title: say('actor-pages.structures'),
          isHere: here === 'structures',
        },
        ...(people
          ? [{ to: `/actores/personas${query}`, title: say('actor-pages.people'), isHere: here === 'people' }]
          : []),
      ]}
    />
  );
}
