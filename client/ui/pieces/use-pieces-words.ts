import { pieces as en } from '#client/i18n/en/pieces.ts';
import { pieces as zh } from '#client/i18n/zh/pieces.ts';
import { useLanguage } from '#client/i18n/use-language.ts';

export function usePiecesWords(): typeof en {
  return { zh, en }[useLanguage().language];
}
