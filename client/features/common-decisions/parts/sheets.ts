import { useTranslation } from 'react-i18next';
import { useSheet } from '#client/i18n/use-sheet.ts';
import type { Answer } from '#client/lib/call-types.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';
import type { DecidedTownship } from '../api/common-decisions.ts';

export function useCommonDecisionSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<Answer<'GET /common-decisions'>['items'][number]>();
  return {
    name: t('file.commonDecisions'),
    columns: [
      sheet.text('documentNumber', t('documentNumber')),
      sheet.text('power.code', t('code')),
      sheet.text('power.name', t('power')),
      sheet.dayAt('startsAt', t('from')),
      sheet.number('counts.granted', t('granted')),
      sheet.number('counts.preparing', t('preparing')),
      sheet.number('counts.leftOut', t('leftOut')),
      sheet.text('decidedBy.name', t('decidedBy')),
      sheet.dayAt('decidedAt', t('decided')),
    ],
  };
}

/** The townships of one decision; `reasons` are the words for why one was left out. */
export function useDecidedTownshipSheet(reasons: Readonly<Record<string, string>>): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<DecidedTownship>();
  return {
    name: t('file.commonTownships'),
    columns: [
      sheet.text('name', t('township')),
      sheet.word('kind', t('kind'), 'townshipKind'),
      sheet.word('request.state', t('state'), 'requestState'),
      sheet.labelled('reasons', t('reason'), reasons),
    ],
  };
}

/** Common items of the menu in force. */
export function useCommonItemSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<Answer<'GET /menu/items'>['items'][number]>();
  return {
    name: t('file.commonItems'),
    columns: [
      sheet.text('code', t('code')),
      sheet.text('name', t('power')),
      sheet.word('statutoryType', t('statutoryType'), 'statutoryType'),
      sheet.text('departmentName', t('department')),
      sheet.word('carrier', t('carrier'), 'carrier'),
    ],
  };
}
