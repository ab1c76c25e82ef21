import { useTranslation } from 'react-i18next';
import type { Language } from '#client/lib/format.ts';
import { switchLanguage } from './start.ts';

export function useLanguage(): { readonly language: Language; readonly switchTo: (language: Language) => void } {
  const { i18n } = useTranslation();
  return {
    language: i18n.language === 'en' ? 'en' : 'zh',
    switchTo: (language) => void switchLanguage(language),
  };
}
