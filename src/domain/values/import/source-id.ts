import { fold } from '../../shared/fold.ts';

/** The id of a source that somebody names by its title: the same title is the same source. */
export function sourceIdOf(title: string): string {
  const plain = fold(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `fuente.${plain}`.slice(0, 80);
}
