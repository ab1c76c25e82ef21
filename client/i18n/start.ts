import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#client/lib/format.ts';

type Messages = Readonly<Record<string, object>>;
export interface Locales {
  readonly zh: Messages;
  readonly loadEnglish: () => Promise<Messages>;
}

const storageKey = 'language';
const htmlLanguage = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Language, string>;

let loadEnglish: Locales['loadEnglish'] | undefined;

/** Starts with the language last chosen on this machine; Chinese is there at once, English comes as a chunk of its own. */
export async function startLanguages(locales: Locales): Promise<void> {
  loadEnglish = locales.loadEnglish;
  await i18next.use(initReactI18next).init({
    lng: 'zh',
    fallbackLng: 'zh',
    defaultNS: 'common',
    resources: { zh: locales.zh },
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  });
  markDocument('zh');
  if (remembered() === 'en') await switchLanguage('en');
}

export async function switchLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'common')) {
    const english = await loadEnglish?.();
    for (const [namespace, words] of Object.entries(english ?? {})) i18next.addResourceBundle('en', namespace, words);
  }
  await i18next.changeLanguage(language);
  markDocument(language);
  remember(language);
}

function markDocument(language: Language): void {
  document.documentElement.lang = htmlLanguage[language];
}

// Storage may be switched off by policy on a county PC; the language then lasts for the page.
function remembered(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Nothing to do: the choice was made for this page only.
  }
}
