import { useTranslation } from 'react-i18next';
import { pathTo } from '#client/app/paths.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { DownloadButton } from '#client/ui/lists/download-button.tsx';

interface MenuExportProps {
  readonly editionId: string;
  /** A draft may also be filled from a spreadsheet. */
  readonly mayImport?: boolean;
}

/** An edition as a spreadsheet, in the columns that an import reads. */
export function MenuExport({ editionId, mayImport = false }: MenuExportProps) {
  const { t } = useTranslation('imports');
  const input = (format: 'xlsx' | 'csv') => ({ params: { kind: 'menu' }, query: { editionId, format } });
  return (
    <>
      {mayImport ? (
        <ButtonLink to={`${pathTo('imports')}?kind=menu&scope=${encodeURIComponent(editionId)}`}>{t('toImport')}</ButtonLink>
      ) : null}
      <DownloadButton
        route="GET /import-kinds/{kind}/export"
        input={input('xlsx')}
        label={t('download.excel')}
        workingLabel={t('download.working')}
      />
      <DownloadButton
        route="GET /import-kinds/{kind}/export"
        input={input('csv')}
        label={t('download.csv')}
        workingLabel={t('download.working')}
      />
    </>
  );
}
