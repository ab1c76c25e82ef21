import { useTranslation } from 'react-i18next';
import { now } from '#client/lib/clock.ts';
import { addDays, dayOf } from '#client/lib/days.ts';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import type { LineAnswers, LineField, LinePatch } from '../../api/draft-answers.ts';
import { fieldId } from './draft-faults.ts';
import { DraftOfficers, type Officer } from './draft-officers.tsx';

export interface DraftLineFormProps {
  readonly itemId: string;
  readonly answers: LineAnswers;
  readonly faults: Partial<Record<LineField, string>>;
  readonly officers: readonly Officer[] | undefined;
  readonly counting: ReadonlySet<string>;
  /** The power before in the draft; most powers of an order are taken on by the same people in the same way. */
  readonly previous: LineAnswers | null;
  readonly isDisabled: boolean;
  readonly onType: (patch: LinePatch) => void;
  /** Somebody has left a field, having finished typing in it. */
  readonly onLeave: () => void;
}

/** What the township says of one power. */
export function DraftLineForm(props: DraftLineFormProps) {
  const { itemId, answers, faults, officers, counting, previous, isDisabled, onType, onLeave } = props;
  const { t } = useTranslation('orders');
  const id = (field: LineField): string => fieldId(itemId, field);
  const mayCopy = previous !== null && answers.approach === '' && answers.officerIds.length === 0 && previous.approach !== '';
  return (
    <div className="draft-form" onBlur={onLeave}>
      <Field id={id('need')} label={t('field.need')} hint={t('field.needHint')} error={faults.need}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={4}
            maxLength={2000}
            placeholder={t('field.needExample')}
            value={answers.need}
            disabled={isDisabled}
            onChange={(event) => onType({ need: event.target.value })}
          />
        )}
      </Field>
      <Field id={id('cases')} label={t('field.cases')} hint={t('field.casesHint')} error={faults.cases}>
        {(control) => (
          <input
            {...control}
            className="input draft-figure"
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            value={answers.cases}
            disabled={isDisabled}
            onChange={(event) => onType({ cases: event.target.value })}
          />
        )}
      </Field>
      {mayCopy ? (
        <div>
          <button
            type="button"
            className="button"
            aria-label={t('field.sameOf')}
            onClick={() => onType({ approach: previous.approach, officerIds: previous.officerIds })}
          >
            {t('field.sameOf')}
          </button>
        </div>
      ) : null}
      <Field id={id('approach')} label={t('field.approach')} hint={t('field.approachHint')} error={faults.approach}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={3}
            maxLength={2000}
            placeholder={t('field.approachExample')}
            value={answers.approach}
            disabled={isDisabled}
            onChange={(event) => onType({ approach: event.target.value })}
          />
        )}
      </Field>
      <DraftOfficers
        id={id('officerIds')}
        officers={officers}
        counting={counting}
        chosen={answers.officerIds}
        error={faults.officerIds}
        isDisabled={isDisabled}
        onChange={(officerIds) => onType({ officerIds })}
      />
      <Field id={id('startWishOn')} label={t('field.startWish')} hint={t('field.startWishHint')} error={faults.startWishOn}>
        {(control) => (
          <span className="draft-figure">
            <DayInput
              {...control}
              value={answers.startWishOn}
              min={addDays(dayOf(now()), 1)}
              isDisabled={isDisabled}
              onChange={(startWishOn) => onType({ startWishOn })}
            />
          </span>
        )}
      </Field>
    </div>
  );
}
