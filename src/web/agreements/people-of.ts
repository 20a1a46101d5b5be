import { call } from '../api.ts';
import type { Option } from '../design/field.tsx';

type Context = Parameters<typeof call>[0];

/** Who may sign for a party: those who hold a post in the organisation, or sit in the structure, as far as whoever asks may see. */
export async function peopleOf(
  context: Context,
  holder: { readonly id: string; readonly kind: string },
  request: Request,
): Promise<Option[]> {
  if (holder.kind === 'organisation') {
    const { items } = await call(context, 'listPosts', { organisation: holder.id }, request);
    return items.flatMap(({ person, title, isCurrent }) =>
      person && isCurrent ? [{ value: person.id, label: `${person.name} (${title})` }] : [],
    );
  }
  const { seatList } = await call(context, 'getStructure', { structureId: holder.id }, request);
  return seatList.flatMap((seat) =>
    seat.terms.flatMap(({ person, isCurrent }) =>
      person && isCurrent ? [{ value: person.id, label: `${person.name} (${seat.name})` }] : [],
    ),
  );
}
