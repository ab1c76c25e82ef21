import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useProblemWords } from '#client/i18n/use-problem-words.ts';
import { now } from '#client/lib/clock.ts';
import { ProblemError, type CallError } from '#client/lib/call-error.ts';
import { dayOf } from '#client/lib/days.ts';
import { Notice } from '#client/ui/shown/notice.tsx';
import { casesIn, type LineAnswers, type LineCheck, type LineField, type OrderLine } from '../../api/draft-answers.ts';
import type { DraftEditor } from '../../api/draft-editor.ts';
import type { DraftEditorState } from '../../api/draft-state.ts';
import { DraftClash } from './draft-clash.tsx';
import { faultsOf, lineId, shownOf } from './draft-faults.ts';
import { DraftLineCheck, DraftLineObstacles } from './draft-line-check.tsx';
import { DraftLineForm } from './draft-line-form.tsx';
import type { Officer } from './draft-officers.tsx';

export interface DraftLineProps {
  readonly line: OrderLine;
  readonly index: number;
  readonly editor: DraftEditor;
  readonly state: DraftEditorState;
  readonly check: LineCheck | undefined;
  readonly officers: readonly Officer[] | undefined;
  /** After the first attempt to go on, every gap is named beside its field. */
  readonly isChecked: boolean;
  readonly isAimedAt: boolean;
  readonly onDrop: (line: OrderLine, answers: LineAnswers) => void;
}

const fieldsOf: Readonly<Record<string, LineField>> = {
  '/need': 'need',
  '/casesPerYear': 'cases',
  '/approach': 'approach',
  '/officerIds': 'officerIds',
  '/startWishOn': 'startWishOn',
};

/** One power of a draft: what is said of it, and beside it what follows from it. */
export function DraftLine({ line, index, editor, state, check, officers, isChecked, isAimedAt, onDrop }: DraftLineProps) {
  const { t } = useTranslation('orders');
  const heading = useRef<HTMLHeadingElement>(null);
  const { itemId, powerName } = line;
  const answers = shownOf(state, itemId);
  const faults = useLineFaults(answers, state.refusals[itemId], isChecked);
  const before = state.order.lines[index - 1];
  const isGone = state.phase === 'gone';
  useEffect(() => {
    if (!isAimedAt) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView();
  }, [isAimedAt]);
  if (answers === null) return null;
  const clash = state.clashes[itemId];
  const refusal = state.refusals[itemId];
  return (
    <section className="panel" aria-labelledby={lineId(itemId)}>
      <div className="panel-header">
        <div className="draft-head">
          <h2 id={lineId(itemId)} ref={heading} tabIndex={-1} className="draft-title">
            {t('draft.lineTitle', { n: index + 1, power: powerName })}
          </h2>
          <p className="secondary">
            {line.code} · {line.departmentName} · <Link to={pathTo('menuItem', { itemId })}>{t('draft.terms')}</Link>
          </p>
        </div>
        {isGone ? null : (
          <button
            type="button"
            className="button"
            aria-label={t('draft.removeOf', { power: powerName })}
            onClick={() => onDrop(line, answers)}
          >
            {t('draft.remove')}
          </button>
        )}
      </div>
      <div className="stack-tight">
        {clash === undefined ? null : (
          <DraftClash
            itemId={itemId}
            clash={clash}
            news={state.news}
            officers={officers}
            onSettle={(whose) => editor.settle(itemId, whose)}
          />
        )}
        {refusal === undefined ? null : <Refusal error={refusal} />}
        {answers.replacesGrantId === null ? null : (
          <Swap line={line} onOff={isGone ? undefined : () => editor.type(itemId, { replacesGrantId: null })} />
        )}
        {check === undefined ? null : (
          <DraftLineObstacles check={check} {...(isGone ? {} : { onAdd: (companion: string) => editor.put(companion) })} />
        )}
      </div>
      <div className="draft-line">
        <DraftLineForm
          itemId={itemId}
          answers={answers}
          faults={faults}
          officers={officers}
          counting={new Set(check?.prerequisites.flatMap(({ people }) => people))}
          previous={before === undefined ? null : shownOf(state, before.itemId)}
          isDisabled={isGone}
          onType={(patch) => editor.type(itemId, patch)}
          onLeave={() => void editor.save()}
        />
        {check === undefined ? null : <DraftLineCheck check={check} />}
      </div>
    </section>
  );
}

/** Gaps are named once somebody wants to go on; what cannot be right is named at once. */
function useLineFaults(
  answers: LineAnswers | null,
  refusal: CallError | undefined,
  isChecked: boolean,
): Partial<Record<LineField, string>> {
  const { t } = useTranslation('orders');
  const { field } = useProblemWords();
  if (answers === null) return {};
  const found: Partial<Record<LineField, string>> = {};
  if (casesIn(answers.cases) === undefined) found.cases = t('fault.casesNumber');
  for (const { pointer, code } of refusal instanceof ProblemError ? (refusal.problem.errors ?? []) : []) {
    const name = fieldsOf[pointer];
    if (name !== undefined) found[name] = field(code);
  }
  if (!isChecked) return found;
  const faults = Object.entries(faultsOf(answers, dayOf(now())));
  return { ...found, ...Object.fromEntries(faults.map(([name, code]) => [name, t(`fault.${code}`)])) };
}

// No ProblemAlert here: it would take the focus away from the field that the user is typing in.
function Refusal({ error }: { readonly error: CallError }) {
  const { t } = useTranslation('orders');
  const { sentence } = useProblemWords();
  return (
    <Notice tone="bad" title={t('saving.refused')} announce="alert">
      <p>{sentence(error instanceof ProblemError ? error.problem : { code: 'internal' })}</p>
    </Notice>
  );
}

function Swap({ line, onOff }: { readonly line: OrderLine; readonly onOff: (() => void) | undefined }) {
  const { t } = useTranslation('orders');
  return (
    <Notice tone="info">
      <p>{t('draft.swap', { power: line.replacesPowerName ?? '' })}</p>
      {onOff === undefined ? null : (
        <div className="row">
          <button type="button" className="button button-link" onClick={onOff}>
            {t('draft.swapOff')}
          </button>
        </div>
      )}
    </Notice>
  );
}
