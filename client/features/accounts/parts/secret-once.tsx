import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PrintFrame } from '#client/ui/page/print-frame.tsx';

interface SecretOnceProps {
  readonly name: string;
  readonly username: string;
  /** Absent when the answer was a repeated one: the secret is never given twice. */
  readonly secret: string | null;
}

/** The initial secret, to be copied or printed and handed over; nothing keeps it. */
export function SecretOnce({ name, username, secret }: SecretOnceProps) {
  const { t } = useTranslation('administration');
  const [copying, setCopying] = useState<'copied' | 'copyFailed' | null>(null);
  if (secret === null) return <Notice tone="warn">{t('account.secretLost')}</Notice>;
  const copy = (): void => {
    navigator.clipboard.writeText(secret).then(
      () => setCopying('copied'),
      () => setCopying('copyFailed'),
    );
  };
  return (
    <PrintFrame actions={<Button onClick={copy}>{t('account.copy')}</Button>}>
      <Notice tone="warn" announce="status" title={t('account.secretOf', { name, username })}>
        <p>
          <code className="secret">{secret}</code>
        </p>
        <p>{t('account.secretOnce')}</p>
        {copying === null ? null : <p role="status">{t(`account.${copying}`)}</p>}
      </Notice>
    </PrintFrame>
  );
}
