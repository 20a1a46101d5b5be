import { changeOperations } from './changes.ts';
import { diagnosisOperations } from './diagnosis.ts';
import { exchangeOperations } from './exchange.ts';
import { handingOverOperations } from './handing-over.ts';
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
  ...handingOverOperations,
  ...exchangeOperations,
};

export {
  changeOperations,
  diagnosisOperations,
  exchangeOperations,
  handingOverOperations,
  organisationOperations,
  peopleOperations,
  structureOperations,
};
