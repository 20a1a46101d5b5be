import { changeOperations } from './changes.ts';
import { diagnosisOperations } from './diagnosis.ts';
import { exchangeOperations } from './exchange.ts';
import { organisationOperations } from './organisations.ts';
import { peopleOperations } from './people.ts';
import { structureOperations } from './structures.ts';

/** Organisations, structures, people and what they do against violence. */
export const actorsOperations = {
  ...organisationOperations,
  ...peopleOperations,
  ...structureOperations,
  ...diagnosisOperations,
  ...changeOperations,
  ...exchangeOperations,
};

export {
  changeOperations,
  diagnosisOperations,
  exchangeOperations,
  organisationOperations,
  peopleOperations,
  structureOperations,
};
