import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import { DescriptionList, Prose, type Fact } from '#client/ui/shown/description-list.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import type { HandOverView, PreparationView } from '#client/parts/requests/request-types.ts';
import { HandOverEditor } from './request-hand-over-editor.tsx';
import type { PreparationProps } from './request-preparation-props.ts';
import { useSignatoryWords } from '../case/request-timeline.tsx';

/** What passes from hand to hand, and who has signed for it. */
export function RequestHandOver({ file, preparation, onDone, onReload }: PreparationProps) {
  const { t } = useTranslation('requests');
  const [isEditing, setEditing] = useState(false);
  const { handOver, allowedActions } = preparation;
  const mayEdit = allowedActions.includes('edit_hand_over');
  const open = <Button onClick={() => setEditing(true)}>{handOver.list === null ? t('handOver.edit') : t('handOver.change')}</Button>;
  return (
    <Panel title={t('handOver.title')} actions={mayEdit && !isEditing ? open : undefined}>
      <div className="stack">
        {isEditing ? (
          <HandOverEditor
            file={file}
            handOver={handOver}
            isAllowed={mayEdit}
            onDone={() => onDone('edit_hand_over')}
            onReload={onReload}
            onClose={() => setEditing(false)}
          />
        ) : handOver.list === null ? (
          <p>{t('handOver.none')}</p>
        ) : (
          <HandOverList list={handOver.list} />
        )}
        <Signatures handOver={handOver} department={file.department.name} township={file.township.name} />
      </div>
    </Panel>
  );
}

function HandOverList({ list }: { readonly list: HandOverView }) {
  const { t } = useTranslation('requests');
  const word = useWords();
  const cases = list.pendingCases.map(({ description, owner }, index) => (
    <li key={`${description}${index}`}>{t('handOver.caseLine', { description, owner: word('caseOwner', owner) })}</li>
  ));
  const items: Fact[] = [
    {
      key: 'cases',
      term: t('handOver.pendingCases'),
      isWide: true,
      children: cases.length === 0 ? t('handOver.pendingNone') : <ol className="case-sentences">{cases}</ol>,
    },
    ...(['seals', 'files', 'accounts', 'contact'] as const).map((name): Fact => ({
      key: name,
      term: t(`handOver.${name}`),
      children: <Prose>{list[name]}</Prose>,
    })),
  ];
  return <DescriptionList items={items} />;
}

interface SignaturesProps {
  readonly handOver: PreparationView['handOver'];
  readonly department: string;
  readonly township: string;
}

function Signatures({ handOver, department, township }: SignaturesProps) {
  const { t } = useTranslation('requests');
  const signatory = useSignatoryWords();
  const state = (by: PreparationView['handOver']['signedByTownship']) =>
    by === null ? (
      <StatusTag tone="waiting">{t('handOver.unsigned')}</StatusTag>
    ) : (
      <StatusTag tone="good">{t('handOver.signed', { by: signatory(by) })}</StatusTag>
    );
  return (
    <div className="stack-tight">
      <h3>{t('handOver.signatures')}</h3>
      <DescriptionList
        items={[
          { key: 'department', term: department, children: state(handOver.signedByDepartment) },
          { key: 'township', term: township, children: state(handOver.signedByTownship) },
        ]}
      />
    </div>
  );
}
