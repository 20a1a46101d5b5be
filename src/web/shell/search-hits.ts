import { fold } from '#domain/shared/fold.ts';
import type { Say } from '#words/say.ts';
import type { Visitor } from '../page-context.ts';
import { placesOf } from './places.ts';

type SearchKind = keyof typeof folders;

export type Hit = {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
  readonly context: string;
};

const folders = {
  territory: '/territorios',
  organisation: '/actores/organizaciones',
  structure: '/actores/estructuras',
  person: '/actores/personas',
  need: '/necesidades',
  strategy: '/estrategia',
  plan: '/planes',
  agreement: '/convenios',
  commitment: '/compromisos',
  inventory: '/inventario',
  indicator: '/indicadores',
} as const;

/** The page of what was found. */
export function addressOfHit(hit: Pick<Hit, 'kind' | 'id'>): string {
  return `${folders[hit.kind]}/${encodeURIComponent(hit.id)}`;
}

/** What one can go and do whose words hold every word typed: without any text, all of it. */
export function actionsFor(
  visitor: Visitor | null,
  text: string,
  say: Say,
): readonly { readonly to: string; readonly title: string }[] {
  const open = placesOf(visitor).map((place) => ({ to: place.to, title: say(place.word) }));
  const own = visitor
    ? [
        { to: '/mi-cuenta', title: say('shell.my-account') },
        { to: '/salir', title: say('shell.sign-out') },
      ]
    : [{ to: '/entrar', title: say('shell.sign-in') }];
  const all = [
    ...open,
    ...own,
    { to: '/por-enviar', title: say('shell.outbox') },
    { to: '/ayuda', title: say('shell.help') },
  ];
  const wanted = fold(text).split(' ');
  return all.filter((action) => wanted.every((word) => fold(action.title).includes(word)));
}
