import { useTranslation } from 'react-i18next';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import type { DraftEditor } from '../../api/draft-editor.ts';
import type { DraftEditorState } from '../../api/draft-state.ts';
import { DraftClash } from './draft-clash.tsx';
import type { Officer } from './draft-officers.tsx';

export interface DraftOrphansProps {
  readonly editor: DraftEditor;
  readonly state: DraftEditorState;
  readonly officers: readonly Officer[] | undefined;
}

/** Powers that somebody else has taken out of the draft while they were being filled in here. */
export function DraftOrphans({ editor, state, officers }: DraftOrphansProps) {
  const { t } = useTranslation('orders');
  const orphans = Object.entries(state.clashes).filter(([itemId]) => !state.order.lines.some((line) => line.itemId === itemId));
  return orphans.map(([itemId, clash]) => {
    const { need, approach } = state.typed[itemId] ?? {};
    const said = [
      { key: 'need', term: t('field.need'), children: <span className="prose">{need}</span> },
      { key: 'approach', term: t('field.approach'), children: <span className="prose">{approach}</span> },
    ].filter(({ key }) => (key === 'need' ? need : approach) !== undefined);
    return (
      <Panel key={itemId} title={clash.powerName}>
        <div className="stack-tight">
          <DraftClash
            itemId={itemId}
            clash={clash}
            news={state.news}
            officers={officers}
            onSettle={(whose) => editor.settle(itemId, whose)}
          />
          <DescriptionList isSingle items={said} />
        </div>
      </Panel>
    );
  });
}
