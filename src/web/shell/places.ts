import type { Key } from '#words/say.ts';
import type { IconName } from '../design/icon.tsx';
import type { Visitor } from '../page-context.ts';
import { mayAny } from './frame.ts';

export type Place = {
  readonly to: string;
  readonly word: Key;
  /** Said instead on the bar of a phone, where the word is too long for it. */
  readonly short?: Key;
  readonly icon: IconName;
  readonly isWithin?: boolean;
};

const administrationDeeds = [
  'manage-accounts',
  'see-accounts',
  'invite',
  'reset-access',
  'read-audit',
  'import',
  'manage-installation',
];

/** The places of the navigation that a person may use, named for what people do there. */
export function placesOf(visitor: Visitor | null): readonly Place[] {
  const open: Place[] = [
    { to: '/', word: 'shell.home', icon: 'home' },
    { to: '/territorios', word: 'shell.territories', icon: 'territories' },
    { to: '/actores', word: 'shell.actors', icon: 'actors', isWithin: true },
    { to: '/estrategia', word: 'shell.strategy', short: 'shell.strategy-short', icon: 'strategy' },
    { to: '/indicadores', word: 'indicators.title', icon: 'indicators', isWithin: true },
    { to: '/encuestas', word: 'surveys.title', icon: 'information', isWithin: true },
    { to: '/convenios', word: 'agreement-pages.title', icon: 'agreements' },
    { to: '/informes', word: 'reports.title', icon: 'print', isWithin: true },
  ];
  if (visitor !== null)
    open.push(
      { to: '/seguimiento', word: 'ledger.title', short: 'ledger.title-short', icon: 'calendar' },
      { to: '/ciclos', word: 'reporting.title', icon: 'outbox', isWithin: true },
    );
  if (mayAny(visitor, administrationDeeds))
    open.push({
      to: '/administracion',
      word: 'shell.administration',
      short: 'shell.administration-short',
      icon: 'administration',
    });
  return open;
}
