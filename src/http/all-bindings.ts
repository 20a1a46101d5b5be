import type { Operation } from '#contract/operation.ts';
import { operations } from '#contract/index.ts';
import type { Context } from '#services/context.ts';
import { accessBindings } from './access/bindings.ts';
import { actorsBindings } from './actors/bindings.ts';
import { auditBindings } from './audit/bindings.ts';
import { diagnosisBindings } from './diagnosis/bindings.ts';
import { strategyBindings } from './strategy/bindings.ts';
import { plansBindings } from './plans/bindings.ts';
import { planningBindings } from './planning/bindings.ts';
import { commitmentsBindings } from './commitments/bindings.ts';
import { ledgerBindings } from './commitments/ledger-bindings.ts';
import { agreementsBindings } from './agreements/bindings.ts';
import { agreementLifeBindings } from './agreements/life-bindings.ts';
import { documentsBindings } from './agreements/documents-bindings.ts';
import { registeringBindings } from './agreements/registering-bindings.ts';
import { complianceBindings } from './compliance/bindings.ts';
import { indicatorsBindings } from './indicators/bindings.ts';
import { valuesBindings } from './values/bindings.ts';
import { reportingBindings } from './reporting/bindings.ts';
import { surveysBindings } from './surveys/bindings.ts';
import { analysisBindings } from './analysis/bindings.ts';
import { reportsBindings } from './reports/bindings.ts';
import { inboxBindings } from './inbox/bindings.ts';
import { operationsBindings } from './operations/bindings.ts';
import { territoriesBindings } from './territories/bindings.ts';
import { boundaryBindings } from './territories/boundary-bindings.ts';

type AnyService = (context: Context, input: never) => Promise<unknown>;

/** Every operation of every room; a new room adds its bindings below and its operations to contract/index.ts. */
export const allOperations: Readonly<Record<string, Operation>> = {
  ...operations,
};

export const allBindings: Readonly<Record<string, AnyService>> = {
  ...territoriesBindings,
  ...boundaryBindings,
  ...actorsBindings,
  ...accessBindings,
  ...diagnosisBindings,
  ...strategyBindings,
  ...plansBindings,
  ...planningBindings,
  ...commitmentsBindings,
  ...ledgerBindings,
  ...agreementsBindings,
  ...agreementLifeBindings,
  ...documentsBindings,
  ...registeringBindings,
  ...complianceBindings,
  ...indicatorsBindings,
  ...valuesBindings,
  ...reportingBindings,
  ...surveysBindings,
  ...analysisBindings,
  ...reportsBindings,
  ...inboxBindings,
  ...auditBindings,
  ...operationsBindings,
};
