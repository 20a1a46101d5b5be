import type { territoriesOperations } from '#contract/territories.ts';
import { addTerritoryAlias } from '#services/territories/add-territory-alias.ts';
import { createTerritory } from '#services/territories/create-territory.ts';
import { endTerritory } from '#services/territories/end-territory.ts';
import { exportTerritories } from '#services/territories/export-territories.ts';
import { findTerritoriesByName } from '#services/territories/find-territories-by-name.ts';
import { getTerritory } from '#services/territories/get-territory.ts';
import { getTerritoryTree } from '#services/territories/get-territory-tree.ts';
import { importTerritories } from '#services/territories/import-territories.ts';
import { listCountries } from '#services/territories/list-countries.ts';
import { listTerritories } from '#services/territories/list-territories.ts';
import { recordPopulation } from '#services/territories/record-population.ts';
import { renameTerritory } from '#services/territories/rename-territory.ts';
import type { Bindings } from '../bind-operations.ts';

export const territoriesBindings = {
  listCountries,
  listTerritories,
  getTerritory,
  getTerritoryTree,
  findTerritoriesByName,
  renameTerritory,
  addTerritoryAlias,
  createTerritory,
  endTerritory,
  recordPopulation,
  exportTerritories,
  importTerritories,
} satisfies Bindings<typeof territoriesOperations>;
