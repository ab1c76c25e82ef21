import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import type { CallError } from '#client/lib/call-error.ts';
import { ConfirmPanel } from '#client/ui/forms/confirm-panel.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useChangeWords } from '../api/directory.ts';
import { PowerPicker, type PickedPower } from './power-picker.tsx';

export interface Linked {
  readonly name: string;
  readonly powerId: string | null;
  readonly powerCode: string | null;
  readonly powerName: string | null;
}

/** The power that an entry speaks of; admins are led to its page. */
export function LinkedPower({ of, mayOpen }: { readonly of: Linked; readonly mayOpen: boolean }) {
  const { t } = useTranslation('directory');
  if (of.powerId === null) return <span className="secondary">{t('link.nobody')}</span>;
  const words = t('link.is', { name: of.powerName ?? '', code: of.powerCode ?? '' });
  return mayOpen ? <Link to={pathTo('power', { powerId: of.powerId })}>{words}</Link> : <span>{words}</span>;
}

interface PowerLinkProps {
  readonly of: Linked;
  /** What a link means for this kind of entry. */
  readonly means: ReactNode;
  readonly act: { readonly isActing: boolean; readonly error: CallError | null; readonly clear: () => void };
  readonly onLink: (powerId: string | null) => void;
  readonly onReload: () => void;
}

/** An admin says which power of the county an entry speaks of, or that it speaks of none. */
export function PowerLink({ of, means, act, onLink, onReload }: PowerLinkProps) {
  const { t } = useTranslation('directory');
  const changeWords = useChangeWords();
  const [asked, setAsked] = useState<PickedPower | 'none' | null>(null);
  const [isPicking, setPicking] = useState(of.powerId === null);
  const close = (): void => {
    act.clear();
    setAsked(null);
  };
  return (
    <Panel title={t('link.title')} id="link">
      <div className="stack">
        <p>
          <LinkedPower of={of} mayOpen />
        </p>
        {asked === null ? null : (
          <ConfirmPanel
            title={asked === 'none' ? t('link.unlink') : t('link.choose')}
            consequences={[asked === 'none' ? t('link.willNot') : t('link.will', { entry: of.name, power: asked.name }), means]}
            confirmLabel={asked === 'none' ? t('link.unlink') : t('link.confirm')}
            isActing={act.isActing}
            error={act.error}
            onConfirm={() => onLink(asked === 'none' ? null : asked.id)}
            onCancel={close}
            onReload={() => {
              close();
              onReload();
            }}
            actionWords={changeWords}
          />
        )}
        {asked !== null || !isPicking ? null : <PowerPicker suggested={of.powerCode ?? of.name.slice(0, 80)} onPick={setAsked} />}
        {of.powerId === null || asked !== null ? null : (
          <div className="row">
            {isPicking ? null : <Button onClick={() => setPicking(true)}>{t('link.other')}</Button>}
            <Button onClick={() => setAsked('none')}>{t('link.unlink')}</Button>
          </div>
        )}
      </div>
    </Panel>
  );
}

/** In a list: the power that a line speaks of, by its code alone where the line says its name already. */
export function LinkedPowerCell({ of }: { readonly of: Linked }) {
  const { t } = useTranslation('directory');
  if (of.powerId === null) return <span className="secondary">{t('link.unlinked')}</span>;
  return (
    <>
      {of.powerName === of.name ? null : <div>{of.powerName}</div>}
      <span className="secondary">{of.powerCode}</span>
    </>
  );
}
