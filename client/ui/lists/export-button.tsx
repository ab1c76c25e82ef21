import { useTranslation } from 'react-i18next';
import type { LooseInput, ReadRoute } from '#client/lib/call-types.ts';
import { newIdempotencyKey } from '#client/lib/idempotency.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';
import { DownloadButton } from './download-button.tsx';

export interface ExportButtonProps {
  readonly list: ReadRoute;
  /** As the screen asks for its rows: what is filtered is what is exported, all pages of it. */
  readonly params?: LooseInput['params'];
  readonly query?: LooseInput['query'];
  /** Under which name the answer has the rows; `items` unless given. */
  readonly rows?: string;
  /** Ids of the rows that are left, where the screen itself filters. */
  readonly only?: readonly string[] | undefined;
  readonly sheet: ListSheet;
}

const ofOnePage = new Set(['cursor', 'limit']);

/** A list as a spreadsheet, beside its count. */
export function ExportButton({ list, params = {}, query = {}, rows, only, sheet }: ExportButtonProps) {
  const { t } = useTranslation();
  const filters = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === null || value === '' || ofOnePage.has(key) ? [] : [[key, String(value)] as const],
  );
  const body = {
    list: list.slice('GET '.length),
    params,
    query: Object.fromEntries(filters),
    ...sheet,
    ...(rows ? { rows } : {}),
    ...(only ? { only } : {}),
  };
  return (
    <DownloadButton
      route="POST /list-files"
      input={{ body, idempotencyKey: newIdempotencyKey() }}
      label={t('list.export')}
      workingLabel={t('list.exporting')}
    />
  );
}
