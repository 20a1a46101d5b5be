import type { valuesOperations } from '#contract/values/index.ts';
import { compareSources } from '#services/values/compare-sources.ts';
import { createSeries } from '#services/values/create-series.ts';
import { declareCoverage } from '#services/values/declare-coverage.ts';
import { enterValues } from '#services/values/enter-values.ts';
import { exportValues } from '#services/values/export-values.ts';
import { getCellHistory } from '#services/values/get-cell-history.ts';
import { getSeries } from '#services/values/get-series.ts';
import { listCorrections } from '#services/values/list-corrections.ts';
import { listSeries } from '#services/values/list-series.ts';
import { listValues } from '#services/values/list-values.ts';
import { retireSeries } from '#services/values/retire-series.ts';
import { revokeBatch } from '#services/values/revoke-batch.ts';
import { shareValue } from '#services/values/share-value.ts';
import { updateSeries } from '#services/values/update-series.ts';
import { withdrawCoverage } from '#services/values/withdraw-coverage.ts';
import { correctCrosswalkName } from '#services/value-imports/correct-crosswalk-name.ts';
import { correctValuePlace } from '#services/value-imports/correct-value-place.ts';
import { createCrosswalk } from '#services/value-imports/create-crosswalk.ts';
import { exportCrosswalk } from '#services/value-imports/export-crosswalk.ts';
import { getCrosswalk } from '#services/value-imports/get-crosswalk.ts';
import { listCrosswalks } from '#services/value-imports/list-crosswalks.ts';
import { listIccs } from '#services/value-imports/list-iccs.ts';
import { listValuePlaces } from '#services/value-imports/list-value-places.ts';
import { writeCrosswalkVersion } from '#services/value-imports/write-crosswalk-version.ts';
import { acceptProposedIndicators } from '#services/value-imports/accept-proposed-indicators.ts';
import { applyValueImport } from '#services/value-imports/apply-value-import.ts';
import { describeValueImport } from '#services/value-imports/describe-value-import.ts';
import { getValueImport } from '#services/value-imports/get-value-import.ts';
import { listValueImports } from '#services/value-imports/list-value-imports.ts';
import { mapValueImport } from '#services/value-imports/map-value-import.ts';
import { openValueImport } from '#services/value-imports/open-value-import.ts';
import { revokeValueImport } from '#services/value-imports/revoke-value-import.ts';
import { settleValuePlace } from '#services/value-imports/settle-value-place.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of this part with the service that does it. */
export const valuesBindings = {
  listValues,
  exportValues,
  listSeries,
  getSeries,
  createSeries,
  updateSeries,
  retireSeries,
  declareCoverage,
  withdrawCoverage,
  enterValues,
  revokeBatch,
  shareValue,
  listCorrections,
  getCellHistory,
  compareSources,
  acceptProposedIndicators,
  applyValueImport,
  describeValueImport,
  getValueImport,
  listValueImports,
  mapValueImport,
  openValueImport,
  revokeValueImport,
  settleValuePlace,
  listCrosswalks,
  getCrosswalk,
  createCrosswalk,
  writeCrosswalkVersion,
  correctCrosswalkName,
  exportCrosswalk,
  listIccs,
  listValuePlaces,
  correctValuePlace,
} satisfies Bindings<typeof valuesOperations>;
