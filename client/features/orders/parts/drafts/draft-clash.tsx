import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import type { LineAnswers, LineField } from '../../api/draft-answers.ts';
import type { Change, Clash } from '../../api/draft-state.ts';
import type { Officer } from './draft-officers.tsx';

export interface DraftClashProps {
  readonly itemId: string;
  readonly clash: Clash;
  readonly news: readonly Change[];
  readonly officers: readonly Officer[] | undefined;
  readonly onSettle: (whose: 'mine' | 'theirs') => void;
}

/** Two people have written into the same field: both texts are shown, neither is lost, and the person chooses. */
export function DraftClash({ itemId, clash, news, officers = [], onSettle }: DraftClashProps) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const { fields, theirs } = clash;
  const who = news[news.length - 1]?.actor ?? t('clash.someone');
  const label = (field: LineField): string =>
    ({
      need: t('field.need'),
      cases: t('field.cases'),
      approach: t('field.approach'),
      officerIds: t('field.officers'),
      startWishOn: t('field.startWish'),
      replacesGrantId: t('review.replaces'),
    })[field];
  const shown = (answers: LineAnswers, field: LineField): string => {
    const value = answers[field];
    if (value === null || value.length === 0) return t('clash.empty');
    if (typeof value !== 'string') {
      const names = value.map((id) => officers.find((one) => one.id === id)?.name ?? '').filter((name) => name !== '');
      return format.list(names);
    }
    return field === 'startWishOn' ? format.day(value) : value;
  };
  return (
    <div id={`clash-${itemId}`} tabIndex={-1}>
      <Notice tone="warn" announce="alert" title={t(theirs === null ? 'clash.dropped' : 'clash.title', { who })}>
        <p>{t(theirs === null ? 'clash.droppedWhat' : 'clash.what')}</p>
        {theirs === null ? null : (
          <DescriptionList
            isSingle
            items={fields.map((field) => ({
              key: field,
              term: label(field),
              children: <span className="prose">{shown(theirs, field)}</span>,
            }))}
          />
        )}
        <div className="row">
          <button type="button" className="button" onClick={() => onSettle('mine')}>
            {t(theirs === null ? 'clash.putBack' : 'clash.mine')}
          </button>
          <button type="button" className="button" onClick={() => onSettle('theirs')}>
            {t(theirs === null ? 'clash.letGo' : 'clash.theirs')}
          </button>
        </div>
      </Notice>
    </div>
  );
}
