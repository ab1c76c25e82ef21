import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { keyOf } from '#client/lib/keys.ts';
import { useAct } from '#client/lib/use-act.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { draftReads, useChangeWords, useTyped, type EditionItem, type Finding } from '#client/parts/editions/editions.ts';
import { TermsBases } from './edition-terms-bases.tsx';
import { TermsCarrier } from './edition-terms-carrier.tsx';
import { TermsEligibility } from './edition-terms-eligibility.tsx';
import { useTermsFaults, useTermsFields } from './edition-terms-faults.ts';
import { TermsResponsibilities, TermsSuitability } from './edition-terms-judgement.tsx';
import { TermsPeriod } from './edition-terms-period.tsx';
import { TermsPrerequisites } from './edition-terms-prerequisites.tsx';
import { TermsRelations } from './edition-terms-relations.tsx';
import { TermsResources } from './edition-terms-resources.tsx';
import { TermsSection } from './edition-terms-section.tsx';
import { changedTerms, termsOf, typedTerms } from './edition-terms-typed.ts';

interface EditionItemFormProps {
  readonly item: EditionItem;
  readonly findings: readonly Finding[];
  readonly onSaved: () => void;
  readonly onReload: () => void;
}

const parts = [
  ['carrier', TermsCarrier],
  ['bases', TermsBases],
  ['eligibility', TermsEligibility],
  ['prerequisites', TermsPrerequisites],
  ['resources', TermsResources],
  ['responsibilities', TermsResponsibilities],
  ['suitability', TermsSuitability],
  ['period', TermsPeriod],
  ['relations', TermsRelations],
] as const;

/** The terms of an item on the draft. Saving says which of them it changes against what is saved now. */
export function EditionItemForm({ item, findings, onSaved, onReload }: EditionItemFormProps) {
  const { t } = useTranslation('editions');
  const client = useQueryClient();
  const changeWords = useChangeWords();
  const params = { editionId: item.editionId, itemId: item.id };
  const typed = useTyped(`edition-item:${item.id}`, typedTerms(item.terms));
  const act = useAct('PUT /editions/{editionId}/items/{itemId}', {
    refreshes: draftReads,
    onDone: (answer) => {
      typed.forget();
      client.setQueryData(keyOf('GET /editions/{editionId}/items/{itemId}', { params }), answer);
      onSaved();
    },
  });
  const terms = termsOf(typed.value);
  const changes = changedTerms(item.terms, terms);
  const found = useTermsFaults()(typed.value);
  const part = {
    typed: typed.value,
    change: (next: Partial<typeof typed.value>) => typed.set({ ...typed.value, ...next }),
  };
  return (
    <div className="form-wide">
      <ActFrame
        act={act}
        faults={found.length === 0 && changes.length === 0 ? [{ message: t('item.nothing') }] : found}
        fields={useTermsFields(typed.value)}
        consequences={[t('item.willChange', { fields: changes.map((name) => t(`field.${name}`)).join(' · ') }), t('item.willDraft')]}
        confirmTitle={t('item.confirmTitle')}
        confirmLabel={t('item.save')}
        isAllowed
        isRestored={typed.isRestored}
        onSend={() => act.act({ params, version: item.version, body: { terms } })}
        onReload={onReload}
        onDiscard={typed.forget}
        actionWords={changeWords}
      >
        {(errorOf) =>
          parts.map(([section, Part]) => (
            <TermsSection key={section} section={section} findings={findings}>
              <Part {...part} errorOf={errorOf} />
            </TermsSection>
          ))
        }
      </ActFrame>
    </div>
  );
}
