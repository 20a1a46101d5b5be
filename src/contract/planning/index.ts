import { inventoryImportOperations } from './inventory-imports.ts';
import { inventoryOperations } from './inventory.ts';
import { pathOperations } from './paths.ts';

/** The guided path of six sessions, and the inventory of what is linked to prevention. */
export const planningOperations = { ...pathOperations, ...inventoryOperations, ...inventoryImportOperations };
