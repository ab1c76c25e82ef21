import { useTranslation } from 'react-i18next';

/** As the contract counts: without blanks at either end. */
export const lengthOf = (text: string): number => text.replaceAll('\r\n', '\n').normalize('NFC').trim().length;

export interface LengthCounterProps {
  readonly id: string;
  readonly used: number;
  readonly max: number;
}

/** How much has been written; nothing typed is cut, so it may be more than is allowed until the check. */
export function LengthCounter({ id, used, max }: LengthCounterProps) {
  const { t } = useTranslation('fields');
  const over = used - max;
  return (
    <div className={over > 0 ? 'field-counter field-counter-over' : 'field-counter'}>
      <span id={id}>{over > 0 ? t('over', { used, max, over }) : t('length', { used, max })}</span>
      {/* Said once when the limit is passed, not at every key. */}
      <span role="status" className="visually-hidden">
        {over > 0 ? t('overLimit', { max }) : ''}
      </span>
    </div>
  );
}
