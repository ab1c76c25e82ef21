import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import type { PrerequisiteView } from './request-types.ts';
import { usePrerequisiteWords } from '#client/i18n/use-condition-words.ts';

export interface RequestPrerequisitesProps {
  readonly list: readonly PrerequisiteView[];
  /** What may be done about one of them. */
  readonly actsOf?: (one: PrerequisiteView, words: string) => ReactNode;
}

export const isOpen = ({ holds, waivedUntilOn }: PrerequisiteView): boolean => !holds && waivedUntilOn === null;

/** Prerequisites as they stand now: what is needed, what is there, and who counts. */
export function RequestPrerequisites({ list, actsOf }: RequestPrerequisitesProps) {
  const { t } = useTranslation('requests');
  const words = usePrerequisiteWords();
  if (list.length === 0) return <p>{t('prerequisite.none')}</p>;
  return (
    <ul className="case-list">
      {list.map((one) => {
        const sentence = words(one.prerequisite, one.certificateKindName);
        return (
          <li key={one.prerequisite.key} className="stack-tight">
            <div className="row">
              <Standing one={one} />
              {one.isExtra ? <span className="secondary">{t('prerequisite.extra')}</span> : null}
            </div>
            <p>{sentence}</p>
            <Progress one={one} />
            {actsOf?.(one, sentence)}
          </li>
        );
      })}
    </ul>
  );
}

function Standing({ one }: { readonly one: PrerequisiteView }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  if (one.holds) return <StatusTag tone="good">{t('prerequisite.met')}</StatusTag>;
  if (one.waivedUntilOn !== null)
    return <StatusTag tone="ended">{t('prerequisite.waived', { day: format.day(one.waivedUntilOn) })}</StatusTag>;
  return <StatusTag tone="waiting">{t('prerequisite.open')}</StatusTag>;
}

function Progress({ one }: { readonly one: PrerequisiteView }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  if (one.prerequisite.kind === 'attestation') {
    return <p className="secondary">{one.holds ? t('prerequisite.attested') : t('prerequisite.notAttested')}</p>;
  }
  const names = format.list(one.people);
  return (
    <p className="secondary">
      {t('prerequisite.progress', { need: one.need, have: one.have })}
      {names === '' ? null : ` · ${t('prerequisite.people', { names })}`}
    </p>
  );
}
