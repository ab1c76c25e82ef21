import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import { SearchPick } from '#client/ui/forms/search-pick.tsx';

export interface PickedPower {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}
interface PowerPickerProps {
  /** What is looked for first: the name of the entry. */
  readonly suggested: string;
  readonly onPick: (power: PickedPower) => void;
}

/** Finds a power of the county by name or code. */
export function PowerPicker({ suggested, onPick }: PowerPickerProps) {
  const { t } = useTranslation('directory');
  return (
    <SearchPick id="link-search" name={t('link.search')} label={t('link.searchHint')} findLabel={t('link.find')} initial={suggested}>
      {(q) => <Found q={q} onPick={onPick} />}
    </SearchPick>
  );
}

function Found({ q, onPick }: { readonly q: string; readonly onPick: (power: PickedPower) => void }) {
  const { t } = useTranslation('directory');
  const word = useWords();
  const found = useListAnswer('GET /powers', { query: { q, limit: '10' } });
  return (
    <DataList
      caption={t('link.found')}
      rows={found.data?.items}
      keyOf={(row) => row.id}
      total={found.data?.total}
      error={found.error}
      onRetry={() => void found.refetch()}
      isUpdating={found.isPlaceholderData}
      empty={{ title: t('link.none'), advice: t('link.noneAdvice') }}
      columns={[
        {
          key: 'power',
          title: t('link.power'),
          isName: true,
          cell: (row) => (
            <>
              {row.name}
              <div className="secondary">{row.code}</div>
            </>
          ),
        },
        { key: 'type', title: t('column.type'), isFit: true, cell: (row) => word('statutoryType', row.statutoryType) },
        { key: 'department', title: t('link.department'), cell: (row) => row.departmentName },
        {
          key: 'act',
          title: t('link.choose'),
          isFit: true,
          cell: (row) => (
            <Button size="small" aria-label={t('link.chooseOf', { name: row.name })} onClick={() => onPick(row)}>
              {t('link.choose')}
            </Button>
          ),
        },
      ]}
    />
  );
}
