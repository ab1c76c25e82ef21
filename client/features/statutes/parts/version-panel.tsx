import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { Panel } from '#client/ui/page/panel.tsx';
import type { VersionActProps } from './act-props.ts';
import { ValidityTag } from './validity-tag.tsx';
import { VersionCorrection } from './version-correction.tsx';
import { VersionFacts, leftOf } from './version-facts.tsx';
import { VersionMark } from './version-mark.tsx';
import { VersionUndo } from './version-undo.tsx';

type Act = 'mark' | 'undo' | 'correctVersion';

/** One version of a statute, and what may be done with it, one act at a time. */
export function VersionPanel({ version, mayKeep, onDone, onReload }: Omit<VersionActProps, 'onClose'> & { readonly mayKeep: boolean }) {
  const { t } = useTranslation('statutes');
  const format = useFormat();
  const [open, setOpen] = useState<Act | null>(null);
  const day = format.day(version.versionOn);
  const acts: readonly Act[] = [
    version.endedOn === null ? 'mark' : 'undo',
    // The day is what citations are found by: it can be wrong only as long as no basis cites it.
    ...(leftOf(version) === 0 && version.done === 0 ? (['correctVersion'] as const) : []),
  ];
  const form = {
    version,
    onReload,
    onClose: () => setOpen(null),
    onDone: () => {
      setOpen(null);
      onDone();
    },
  };
  return (
    <Panel title={t('version', { day })} actions={<ValidityTag version={version} />}>
      <div className="stack-tight">
        <VersionFacts version={version} />
        {open === 'mark' ? <VersionMark {...form} /> : null}
        {open === 'undo' ? <VersionUndo {...form} /> : null}
        {open === 'correctVersion' ? <VersionCorrection {...form} /> : null}
        {mayKeep && open === null ? (
          <div className="row no-print">
            {acts.map((act) => (
              <Button key={act} onClick={() => setOpen(act)}>
                {t(`${act}.start`)}
              </Button>
            ))}
          </div>
        ) : null}
      </div>
    </Panel>
  );
}
