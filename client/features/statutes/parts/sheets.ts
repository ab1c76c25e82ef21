import { useTranslation } from 'react-i18next';
import { useSheet } from '#client/i18n/use-sheet.ts';
import { useLabels } from '#client/i18n/use-words.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';
import type { BasisLine, StatuteRow, StatuteVersion } from '../api/statutes.ts';

export function useStatuteSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<StatuteRow>();
  return {
    name: t('file.statutes'),
    columns: [
      sheet.text('title', t('name')),
      sheet.word('kind', t('kind'), 'statuteKind'),
      { ...sheet.each('versions', ['versionOn', 'validity', 'endedOn'], t('versions')), as: 'words', words: useLabels()('validity') },
    ],
  };
}

export function useLawChangeSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<StatuteVersion>();
  return {
    name: t('file.lawChanges'),
    columns: [
      sheet.text('title', t('name')),
      sheet.day('versionOn', t('version')),
      sheet.word('endKind', t('endHow'), 'statuteEnd'),
      sheet.day('endedOn', t('ended')),
      sheet.text('endBasis', t('endBasis')),
      sheet.text('successor.title', t('successor')),
      sheet.number('left.menu_item', t('reviewLeft.item')),
      sheet.number('left.grant', t('reviewLeft.grant')),
      sheet.number('left.directory_entry', t('reviewLeft.entry')),
      sheet.number('left.township_power', t('reviewLeft.statutory')),
      sheet.number('done', t('reviewed')),
    ],
  };
}

export function useBasisLineSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<BasisLine>();
  return {
    name: t('file.lawLines'),
    columns: [
      sheet.word('subjectKind', t('kind'), 'basisSubject'),
      sheet.text('code', t('code')),
      sheet.text('name', t('name')),
      sheet.text('place', t('place')),
      sheet.text('articles', t('articles')),
      sheet.word('review.act', t('review'), 'basisAct'),
      sheet.text('review.reason', t('reason')),
      sheet.text('review.by', t('reviewer')),
      sheet.dayAt('review.at', t('reviewedOn')),
    ],
  };
}
