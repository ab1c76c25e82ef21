import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#client/lib/use-act.ts';
import { ChoiceField } from '#client/ui/forms/choice-field.tsx';
import { ConfirmPanel } from '#client/ui/forms/confirm-panel.tsx';
import type { AlikePair } from '../api/powers.ts';

interface AlikeVerdictProps {
  readonly pair: AlikePair;
  readonly verdict: 'same' | 'different';
  readonly onDone: (verdict: 'same' | 'different') => void;
  readonly onClose: () => void;
}

/** Says what follows from a verdict before it is given; of two powers, one is chosen to stay. */
export function AlikeVerdict({ pair, verdict, onDone, onClose }: AlikeVerdictProps) {
  const { t } = useTranslation('powers');
  const { left, power } = pair;
  const [keep, setKeep] = useState<'left' | 'power'>('power');
  const act = useAct('POST /alikes', { refreshes: 'everything', onDone: () => onDone(verdict) });
  const isMerge = left.kind === 'power' && verdict === 'same';
  const consequences = useConsequences(pair, verdict, keep);
  const body = { leftKind: left.kind, leftId: left.id, powerId: power.id, verdict, ...(isMerge ? { keep } : {}) };
  return (
    <ConfirmPanel
      title={t(`alike.${verdict}`)}
      consequences={consequences}
      confirmLabel={t(verdict === 'same' ? 'alike.confirmSame' : 'alike.confirmDifferent')}
      isActing={act.isActing}
      error={act.error}
      onConfirm={() => act.act({ body })}
      onCancel={onClose}
    >
      {isMerge ? (
        <ChoiceField
          id="alike-keep"
          label={t('alike.keep')}
          hint={t('alike.keepHint')}
          choices={[
            { value: 'power' as const, label: t('alike.keepPower', { name: power.name }) },
            { value: 'left' as const, label: t('alike.keepPower', { name: left.name }) },
          ]}
          value={keep}
          onChange={setKeep}
        />
      ) : null}
    </ConfirmPanel>
  );
}

function useConsequences({ left, power }: AlikePair, verdict: 'same' | 'different', keep: 'left' | 'power'): readonly string[] {
  const { t } = useTranslation('powers');
  if (verdict === 'different') return [t('alike.will.different'), t('alike.will.final')];
  if (left.kind === 'power') {
    const [remaining, retired] = keep === 'power' ? [power.name, left.name] : [left.name, power.name];
    return [t('alike.will.merge', { remaining, retired }), t('alike.will.final')];
  }
  return [
    t('alike.will.link', { left: left.name, power: power.name }),
    ...(left.count > 1 ? [t('alike.will.lists', { count: left.count })] : []),
    ...(left.list === 'taken_back' ? [t('alike.will.taken')] : []),
    ...(left.kind === 'township_power' ? [t('alike.will.law')] : []),
    ...(left.kind === 'directory_entry' ? [t('alike.will.listed')] : []),
    t('alike.will.final'),
  ];
}
