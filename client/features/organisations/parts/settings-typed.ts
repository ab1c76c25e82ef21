import { useTranslation } from 'react-i18next';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import type { FormField } from '#client/ui/forms/use-field-errors.ts';
import type { Settings } from '#client/parts/administration/administration.ts';

export const textSettings = ['countyName', 'documentPrefix', 'registerContact'] as const;
export const numberSettings = [
  ['departmentOpinionDays', 'workingDays', 1, 60],
  ['legalReviewDays', 'workingDays', 1, 60],
  ['countyDecisionDays', 'workingDays', 1, 60],
  ['supplementDays', 'workingDays', 1, 60],
  ['hearingDays', 'workingDays', 1, 60],
  ['returnAnswerDays', 'workingDays', 1, 60],
  ['preparationDays', 'workingDays', 5, 500],
  ['lapseGraceDays', 'calendarDays', 0, 180],
  ['preparationSlots', 'items', 1, 50],
  ['penaltyEvaluationMonths', 'months', 1, 60],
  ['menuReviewDays', 'workingDays', 1, 60],
] as const;
export const flagSettings = ['isMenuMajorDecision', 'mayEntrustLicencesToSubdistricts'] as const;

type TextSetting = (typeof textSettings)[number];
type NumberSetting = (typeof numberSettings)[number][0];
export type SettingsTyped = Readonly<Record<TextSetting, string>> &
  Readonly<Record<NumberSetting, number | null>> &
  Readonly<Record<(typeof flagSettings)[number], boolean>>;

/** What is set, to be typed over; a number that the county has not given yet is empty. */
export const typedFrom = (settings: Settings): SettingsTyped => ({
  ...settings,
  penaltyEvaluationMonths: settings.penaltyEvaluationMonths ?? null,
});

/** What is sent, once no number is missing. */
export function settingsOf(typed: SettingsTyped): Settings {
  const numbers = Object.fromEntries(numberSettings.map(([name]) => [name, typed[name] ?? 0])) as Record<NumberSetting, number>;
  return { ...typed, ...numbers };
}

export function useSettingsFaults(): (typed: SettingsTyped) => readonly SummaryError[] {
  const { t } = useTranslation('administration');
  return (typed) => [
    ...textSettings.flatMap((name) =>
      typed[name].trim() === '' ? [{ fieldId: name, label: t(`settings.field.${name}`), message: t('fault.required') }] : [],
    ),
    ...numberSettings.flatMap(([name]) =>
      typed[name] === null ? [{ fieldId: name, label: t(`settings.field.${name}`), message: t('fault.number') }] : [],
    ),
  ];
}

export function useSettingsFields(): Readonly<Record<string, FormField>> {
  const { t } = useTranslation('administration');
  const names = [...textSettings, ...numberSettings.map(([name]) => name), ...flagSettings];
  return Object.fromEntries(names.map((name) => [`/${name}`, { id: name, label: t(`settings.field.${name}`) }]));
}

/** Every setting that differs, before and after, in words. */
export function useSettingsChanges(): (before: SettingsTyped, after: SettingsTyped) => readonly string[] {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation('common');
  const say = (value: string | number | boolean | null): string =>
    typeof value === 'boolean' ? common(value ? 'state.yes' : 'state.no') : String(value ?? '');
  return (before, after) => {
    const names = [...textSettings, ...numberSettings.map(([name]) => name), ...flagSettings];
    return names
      .filter((name) => before[name] !== after[name])
      .map((name) => t('settings.will.change', { label: t(`settings.field.${name}`), before: say(before[name]), after: say(after[name]) }));
  };
}
