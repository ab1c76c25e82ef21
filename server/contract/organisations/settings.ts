import { z } from 'zod';
import { Version, line } from '../common.ts';
import { only, operation } from '../operation.ts';

const feature = 'accounts';

export const Settings = z.strictObject({
  countyName: line(40),
  documentPrefix: line(20),
  registerContact: line(100),
  /** Working days. */
  departmentOpinionDays: z.int().min(1).max(60),
  legalReviewDays: z.int().min(1).max(60),
  countyDecisionDays: z.int().min(1).max(60),
  supplementDays: z.int().min(1).max(60),
  hearingDays: z.int().min(1).max(60),
  returnAnswerDays: z.int().min(1).max(60),
  /** Working days from approval to the day on which an unfinished preparation lapses; one extension of the same length. */
  preparationDays: z.int().min(5).max(500),
  /** Calendar days between the lapse of a prerequisite and the suspension. */
  lapseGraceDays: z.int().min(0).max(180),
  /** Requests of one township in preparation at a time. */
  preparationSlots: z.int().min(1).max(50),
  /** 行政许可法 24 speaks of administrative organs; counties read it differently for subdistrict offices. */
  mayEntrustLicencesToSubdistricts: z.boolean(),
  /** How often the county has the use of transferred penalties evaluated (行政处罚法 24), in months; absent while it has not said. */
  penaltyEvaluationMonths: z.int().min(1).max(60).optional(),
  /** 重大行政决策程序暂行条例 3: each county says by its own catalogue whether its menu is a major decision. */
  isMenuMajorDecision: z.boolean(),
  /** Working days in which the legal office reviews a draft edition; a major decision gives it at least seven (article 26). */
  menuReviewDays: z.int().min(1).max(60),
});
export type Settings = z.infer<typeof Settings>;
export const readSettings = operation({
  id: 'readSettings',
  feature,
  method: 'GET',
  path: '/settings',
  summary: 'Settings of the county',
  access: only('admin', 'auditor', 'decider'),
  response: z.strictObject({ settings: Settings, version: Version }),
  status: 200,
});
export const editSettings = operation({
  id: 'editSettings',
  feature,
  method: 'PUT',
  path: '/settings',
  summary: 'Change the settings; running deadlines keep theirs',
  access: only('admin'),
  body: Settings,
  response: z.strictObject({ settings: Settings, version: Version }),
  status: 200,
  versioned: true,
  idempotent: true,
});
