import type { Settings } from '#contract/organisations/settings.ts';

/** What a county has that set its rules before the menu was reviewed by the legal office. */
export const menuSettings = { isMenuMajorDecision: false, menuReviewDays: 5 } as const;

/** Where a county starts; lengths in working days save the grace period, which is in calendar days. */
export const defaultSettings = (countyName: string, documentPrefix: string): Settings => ({
  countyName,
  documentPrefix,
  registerContact: '—',
  departmentOpinionDays: 10,
  legalReviewDays: 5,
  countyDecisionDays: 10,
  supplementDays: 10,
  hearingDays: 5,
  returnAnswerDays: 10,
  preparationDays: 120,
  lapseGraceDays: 30,
  preparationSlots: 5,
  mayEntrustLicencesToSubdistricts: false,
  penaltyEvaluationMonths: 12,
  ...menuSettings,
});
