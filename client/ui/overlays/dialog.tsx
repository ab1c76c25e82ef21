import { useId, type ReactNode } from 'react';
import { Button as AriaButton, Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { AriaLanguage } from './aria-language.tsx';
import { Sign } from './signs.tsx';
import './overlays.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Below the content, in sight while it scrolls. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Holds the focus until it is closed, gives it back, and never closes by a stray click: something may have been typed in it. */
export function Dialog({ title, isOpen, onClose, actions, children }: DialogProps) {
  const { t } = useTranslation();
  const heading = useId();
  return (
    <AriaLanguage>
      <ModalOverlay className="dialog-ground" isOpen={isOpen} onOpenChange={(next) => (next ? undefined : onClose())}>
        <Modal className="dialog">
          <AriaDialog className="dialog-body" aria-labelledby={heading}>
            <header className="dialog-head">
              <Heading slot="title" level={2} id={heading}>
                {title}
              </Heading>
              <AriaButton className="icon-button" aria-label={t('action.close')} onPress={onClose}>
                <Sign shape="close" />
              </AriaButton>
            </header>
            <div className="dialog-content">{children}</div>
            {actions === undefined ? null : <footer className="dialog-foot row">{actions}</footer>}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </AriaLanguage>
  );
}
