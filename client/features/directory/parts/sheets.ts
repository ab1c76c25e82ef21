import { useTranslation } from 'react-i18next';
import { useSheet } from '#client/i18n/use-sheet.ts';
import type { Answer } from '#client/lib/call-types.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';
import type { Duty, Entry } from '../api/directory.ts';

export function useDirectorySheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<Entry>();
  return {
    name: t('file.directory'),
    columns: [
      sheet.text('code', t('entryCode')),
      sheet.text('name', t('name')),
      sheet.word('statutoryType', t('statutoryType'), 'statutoryType'),
      sheet.text('field', t('field')),
      sheet.each('bases', ['law', 'article'], t('bases')),
      sheet.text('scopeNote', t('scope')),
      sheet.text('decision', t('decision')),
      sheet.day('decidedOn', t('decided')),
      sheet.text('powerCode', t('linkedCode')),
      sheet.text('powerName', t('linkedPower')),
      sheet.day('endedOn', t('ended')),
    ],
  };
}

export function useDutySheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<Duty>();
  return {
    name: t('file.duties'),
    columns: [
      sheet.word('list', t('list'), 'dutyList'),
      { ...sheet.text('townshipName', t('township')), empty: t('wholeCounty') },
      sheet.text('name', t('name')),
      sheet.text('field', t('field')),
      sheet.text('department', t('leading')),
      sheet.text('note', t('note')),
      sheet.text('powerCode', t('linkedCode')),
      sheet.text('powerName', t('linkedPower')),
    ],
  };
}

export function useTownshipPowerSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<Answer<'GET /township-powers'>['items'][number]>();
  return {
    name: t('file.townshipPowers'),
    columns: [
      sheet.text('name', t('name')),
      { ...sheet.word('kinds', t('townshipKind'), 'townshipKind'), empty: t('allKinds') },
      sheet.each('bases', ['law', 'article'], t('bases')),
      sheet.text('powerCode', t('linkedCode')),
      sheet.text('powerName', t('linkedPower')),
    ],
  };
}
