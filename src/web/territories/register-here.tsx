import { ButtonLink, Buttons } from '../design/button.tsx';
import { useSay } from '../words/words.tsx';
import type { Territory, TerritoryActors } from './territory-shapes.ts';

/** The ways to enter who is not there yet, for whoever may, with the territory already chosen. */
export function RegisterHere({
  territory: { reference },
  abilities,
}: {
  territory: Pick<Territory, 'reference'>;
  abilities: TerritoryActors['abilities'];
}) {
  const say = useSay();
  const mayOrganisation = abilities.includes('edit-organisation');
  const mayStructure = abilities.includes('edit-structure');
  if (!mayOrganisation && !mayStructure) return null;
  return (
    <Buttons>
      {mayOrganisation && (
        <ButtonLink look="quiet" to={`/actores/organizaciones/nueva?territorio=${reference}`}>
          {say('places.register-organisation')}
        </ButtonLink>
      )}
      {mayStructure && (
        <ButtonLink look="quiet" to={`/actores/estructuras/nueva?territorio=${reference}`}>
          {say('places.register-structure')}
        </ButtonLink>
      )}
    </Buttons>
  );
}
