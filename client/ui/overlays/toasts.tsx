import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, type NoticeProps } from '../shown/notice.tsx';
import { Button } from '../forms/button.tsx';
import './overlays.css';

interface Toast {
  readonly id: number;
  readonly tone: NonNullable<NoticeProps['tone']>;
  readonly text: string;
}

/** More at once would cover the page. */
const most = 3;
let shown: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Tells what has been done where the place it was done in is gone, e.g. a dialog that closed. */
export function showToast(tone: Toast['tone'], text: string): void {
  last += 1;
  change([...shown, { id: last, tone, text }].slice(-most));
}

/** Stays until it is closed: a slow reader, or one who was looking elsewhere, misses nothing (WCAG 2.2.1). */
export function Toasts() {
  const { t } = useTranslation();
  const toasts = useSyncExternalStore(subscribe, () => shown);
  return (
    <div className="toasts no-print" role="status" aria-live="polite">
      {toasts.map(({ id, tone, text }) => (
        <Notice key={id} tone={tone} className="toast">
          <span>{text}</span>
          <Button kind="quiet" onPress={() => change(shown.filter((toast) => toast.id !== id))}>
            {t('action.close')}
          </Button>
        </Notice>
      ))}
    </div>
  );
}
