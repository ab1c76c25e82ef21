import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/i18n/use-language.ts';

/** Offers the other language in its own words, marked as such for screen readers. */
export function LanguageButton({ className }: { readonly className: string }) {
  const { t } = useTranslation();
  const { language, switchTo } = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" className={className} lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => switchTo(other)}>
      {t('switchLanguage')}
    </button>
  );
}
