import type { complianceOperations } from '#contract/compliance/index.ts';
import { createExchangeRate } from '#services/compliance/create-exchange-rate.ts';
import { createHoliday } from '#services/compliance/create-holiday.ts';
import { createQuietPeriod } from '#services/compliance/create-quiet-period.ts';
import { deleteExchangeRate } from '#services/compliance/delete-exchange-rate.ts';
import { deleteHoliday } from '#services/compliance/delete-holiday.ts';
import { deleteQuietPeriod } from '#services/compliance/delete-quiet-period.ts';
import { endLightOverride } from '#services/compliance/end-light-override.ts';
import { exportCompliance } from '#services/compliance/export-compliance.ts';
import { getCompliance } from '#services/compliance/get-compliance.ts';
import { listComplianceCases } from '#services/compliance/list-compliance-cases.ts';
import { listExchangeRates } from '#services/compliance/list-exchange-rates.ts';
import { listHolidays } from '#services/compliance/list-holidays.ts';
import { listQuietPeriods } from '#services/compliance/list-quiet-periods.ts';
import { overrideLight } from '#services/compliance/override-light.ts';
import { updateExchangeRate } from '#services/compliance/update-exchange-rate.ts';
import { updateHoliday } from '#services/compliance/update-holiday.ts';
import { updateQuietPeriod } from '#services/compliance/update-quiet-period.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of compliance with the service that does it. */
export const complianceBindings = {
  getCompliance,
  listComplianceCases,
  exportCompliance,
  overrideLight,
  endLightOverride,
  listHolidays,
  createHoliday,
  updateHoliday,
  deleteHoliday,
  listExchangeRates,
  createExchangeRate,
  updateExchangeRate,
  deleteExchangeRate,
  listQuietPeriods,
  createQuietPeriod,
  updateQuietPeriod,
  deleteQuietPeriod,
} satisfies Bindings<typeof complianceOperations>;
