import { useTranslation } from 'react-i18next';
import { useSheet } from '#client/i18n/use-sheet.ts';
import type { Answer } from '#client/lib/call-types.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';
import type { ImportListed } from '../api/imports.ts';

export function useImportSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<ImportListed>();
  return {
    name: t('file.imports'),
    columns: [
      sheet.text('fileName', t('fileName')),
      sheet.word('kind', t('kind'), 'importKind'),
      sheet.text('scopeName', t('target')),
      sheet.word('state', t('state'), 'importState'),
      sheet.word('failure', t('failure'), 'importFailure'),
      sheet.number('counts.added', t('added')),
      sheet.number('counts.changed', t('changed')),
      sheet.number('counts.faulty', t('faulty')),
      sheet.text('actorName', t('by')),
      sheet.instant('createdAt', t('at')),
    ],
  };
}

export function useImportRowSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<Answer<'GET /imports/{importId}/rows'>['items'][number]>();
  return {
    name: t('file.importRows'),
    columns: [
      sheet.number('row', t('row')),
      sheet.text('label', t('what')),
      sheet.word('effect', t('effect'), 'importEffect'),
      sheet.each('changes', ['columnTitle', 'before', 'after'], t('changes')),
    ],
  };
}
