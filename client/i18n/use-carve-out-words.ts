import { useTranslation } from 'react-i18next';
import type { CarveOut } from '#contract/words.ts';
import { useFormat } from './use-format.ts';

/** 吊销许可证件除外, with the reason where one was given. */
export function useCarveOutWords(): (carveOut: CarveOut) => string {
  const { t } = useTranslation();
  return ({ part, reason }) => (reason === '' ? t('carveOut.line', { part }) : t('carveOut.because', { part, reason }));
}

/** One fact for a list of facts: what does not go down with the power. None where nothing is kept out. */
export function useCarveOutFact(): (carveOuts: readonly CarveOut[]) => {
  readonly key: string;
  readonly term: string;
  readonly isWide: boolean;
  readonly children: string;
}[] {
  const { t } = useTranslation();
  const words = useCarveOutWords();
  const format = useFormat();
  return (carveOuts) =>
    carveOuts.length === 0
      ? []
      : [{ key: 'carveOuts', term: t('carveOut.title'), isWide: true, children: format.list(carveOuts.map(words)) }];
}
