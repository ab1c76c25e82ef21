import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingWords } from '#contract/imports/import-findings.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { ImportFinding } from '../api/imports.ts';

interface Bundle {
  readonly finding: Readonly<Record<ImportFinding['code'], string>>;
  readonly gate: Readonly<Record<string, string>> & { readonly unknown: string };
}

const filled = (sentence: string, params: ImportFinding['params']): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? '')).trim();

/** Findings in words, one by one and all at once for a file. */
export function useImportFindingWords() {
  const { t, i18n } = useTranslation('imports');
  const word = useWords();
  const { language } = i18n;
  return useMemo(() => {
    const { finding: sentences, gate: gates } = i18n.getResourceBundle(language, 'imports') as Bundle;
    const sentence = ({ code, params }: Pick<ImportFinding, 'code' | 'params'>): string =>
      filled(code === 'gate' ? (gates[String(params['gate'])] ?? gates.unknown) : sentences[code], params);
    const forFile = (): FindingWords => ({
      headers: [
        t('rows.column.row'),
        t('findings.column.place'),
        t('findings.column.cell'),
        t('findings.column.severity'),
        t('findings.column.what'),
        t('findings.column.proposal'),
      ],
      wholeSheet: t('findings.whole'),
      severities: {
        error: word('importSeverity', 'error'),
        warning: word('importSeverity', 'warning'),
        note: word('importSeverity', 'note'),
      },
      sentences: { ...sentences, ...Object.fromEntries(Object.entries(gates).map(([gate, text]) => [`gate:${gate}`, text])) },
    });
    return { sentence, forFile };
  }, [i18n, language, t, word]);
}
