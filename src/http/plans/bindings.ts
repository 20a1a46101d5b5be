import type { plansOperations } from '#contract/plans/index.ts';
import { abandonPlanAmendment } from '#services/plans/abandon-plan-amendment.ts';
import { setPlanActionProgress } from '#services/plans/set-plan-action-progress.ts';
import { addPlanAction } from '#services/plans/add-plan-action.ts';
import { addPlanProgramme } from '#services/plans/add-plan-programme.ts';
import { amendPlan } from '#services/plans/amend-plan.ts';
import { annulPlan } from '#services/plans/annul-plan.ts';
import { answerPlanRemark } from '#services/plans/answer-plan-remark.ts';
import { approvePlan } from '#services/plans/approve-plan.ts';
import { comparePlanEditions } from '#services/plans/compare-plan-editions.ts';
import { copyPlanActions } from '#services/plans/copy-plan-actions.ts';
import { createPlan } from '#services/plans/create-plan.ts';
import { deletePlan } from '#services/plans/delete-plan.ts';
import { endPlan } from '#services/plans/end-plan.ts';
import { exportPlans } from '#services/plans/export-plans.ts';
import { getPlan } from '#services/plans/get-plan.ts';
import { getPlanAction } from '#services/plans/get-plan-action.ts';
import { listPlanActions } from '#services/plans/list-plan-actions.ts';
import { listPlanOrphans } from '#services/plans/list-plan-orphans.ts';
import { listPlans } from '#services/plans/list-plans.ts';
import { remarkOnPlan } from '#services/plans/remark-on-plan.ts';
import { removePlanAction } from '#services/plans/remove-plan-action.ts';
import { removePlanProgramme } from '#services/plans/remove-plan-programme.ts';
import { returnPlan } from '#services/plans/return-plan.ts';
import { settlePlanRemark } from '#services/plans/settle-plan-remark.ts';
import { submitPlan } from '#services/plans/submit-plan.ts';
import { updatePlan } from '#services/plans/update-plan.ts';
import { updatePlanAction } from '#services/plans/update-plan-action.ts';
import { updatePlanProgramme } from '#services/plans/update-plan-programme.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of plans with the service that does it. */
export const plansBindings = {
  listPlans,
  getPlan,
  createPlan,
  updatePlan,
  deletePlan,
  addPlanProgramme,
  updatePlanProgramme,
  removePlanProgramme,
  comparePlanEditions,
  exportPlans,
  listPlanActions,
  getPlanAction,
  addPlanAction,
  updatePlanAction,
  removePlanAction,
  copyPlanActions,
  listPlanOrphans,
  submitPlan,
  remarkOnPlan,
  answerPlanRemark,
  settlePlanRemark,
  returnPlan,
  approvePlan,
  amendPlan,
  abandonPlanAmendment,
  setPlanActionProgress,
  endPlan,
  annulPlan,
} satisfies Bindings<typeof plansOperations>;
