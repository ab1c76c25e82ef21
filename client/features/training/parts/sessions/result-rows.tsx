import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import type { AttendeeView } from '../../api/courses.ts';

export interface TypedResult {
  readonly result: AttendeeView['result'];
  readonly score: number | null;
}

const answers = ['passed', 'failed', 'absent'] as const satisfies readonly NonNullable<AttendeeView['result']>[];

export interface ResultRowsProps {
  readonly attendees: readonly AttendeeView[];
  readonly results: Readonly<Record<string, TypedResult>>;
  readonly onChange: (officerId: string, result: TypedResult) => void;
}

/** One row per person: passed, failed, absent, or not yet; the score stands beside it. */
export function ResultRows({ attendees, results, onChange }: ResultRowsProps) {
  const { t } = useTranslation('training');
  const word = useWords();
  return (
    <ul className="training-results" aria-label={t('results.caption')}>
      {attendees.map(({ officerId, name, townshipName }) => {
        const { result = null, score = null } = results[officerId] ?? {};
        return (
          <li key={officerId}>
            <span>
              {name} <span className="secondary">{townshipName}</span>
            </span>
            <select
              id={`result-${officerId}`}
              className="input"
              aria-label={t('results.result', { name })}
              value={result ?? ''}
              onChange={(event) => onChange(officerId, { score, result: answers.find((one) => one === event.target.value) ?? null })}
            >
              <option value="">{t('results.open')}</option>
              {answers.map((answer) => (
                <option key={answer} value={answer}>
                  {word('trainingResult', answer)}
                </option>
              ))}
            </select>
            <InputNumber<number>
              aria-label={t('results.score', { name })}
              placeholder={t('results.scoreShort')}
              min={0}
              max={1000}
              precision={0}
              value={score}
              disabled={result === null || result === 'absent'}
              onChange={(next) => onChange(officerId, { result, score: next })}
            />
          </li>
        );
      })}
    </ul>
  );
}
