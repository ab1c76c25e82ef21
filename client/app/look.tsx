import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useLanguage } from '#client/i18n/use-language.ts';
import { theme } from '#client/ui/theme.ts';

export interface LookProps {
  /** From the document; antd's styles are refused by the content security policy without it. */
  readonly nonce: string | undefined;
  readonly children: ReactNode;
}

/** antd in the portal's colours and the reader's language. */
export function Look({ nonce, children }: LookProps) {
  const { language } = useLanguage();
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      {...(nonce === undefined ? {} : { csp: { nonce } })}
    >
      {children}
    </ConfigProvider>
  );
}
