import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatuteActProps } from './act-props.ts';
import { StatuteCorrection } from './statute-correction.tsx';
import { VersionAdd } from './version-add.tsx';

/** What may be done with the statute as a whole, one act at a time. */
export function StatuteActs({ statute, onDone, onReload }: Omit<StatuteActProps, 'onClose'>) {
  const { t } = useTranslation('statutes');
  const [open, setOpen] = useState<'addVersion' | 'correct' | null>(null);
  const form = {
    statute,
    onReload,
    onClose: () => setOpen(null),
    onDone: () => {
      setOpen(null);
      onDone();
    },
  };
  if (open === 'addVersion') return <VersionAdd {...form} />;
  if (open === 'correct') return <StatuteCorrection {...form} />;
  return (
    <div className="row">
      <Button onClick={() => setOpen('addVersion')}>{t('addVersion.start')}</Button>
      <Button onClick={() => setOpen('correct')}>{t('correct.start')}</Button>
    </div>
  );
}
