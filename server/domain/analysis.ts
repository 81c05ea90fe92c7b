import type { Careers } from '../../instruments/schema/careers.schema.ts';
import type { AdaptiveForm, Plan, PropensityPlan, QualityPlan } from '../../scoring/index.ts';

/** Everything a sitting is turned into a result with; which norm and reference it holds depends on whose sitting it is. */
export type Analysis = {
  plan: Plan;
  quality: QualityPlan;
  /** Null for a form that only guides. */
  propensity: PropensityPlan | null;
  /** Null for a form without the six interests. */
  careers: Careers | null;
  /** Null for a form that asks everybody everything. */
  adaptive: AdaptiveForm | null;
};
