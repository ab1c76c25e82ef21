import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { now } from '#client/lib/clock.ts';
import { dayOf } from '#client/lib/days.ts';
import { useOwnTownship } from '#client/lib/own-township.ts';
import { useAct } from '#client/lib/use-act.ts';
import { Field } from '#client/ui/forms/field.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import type { Suggestion } from '../api/suggestions.ts';

const emptyAnswers = { need: '', casesPerYear: null, approach: '', officerIds: [], startWishOn: null, replacesGrantId: null };
/** As many lines as an order takes. */
const mostLines = 50;

interface IntoDraftProps {
  readonly items: readonly Suggestion[];
  readonly chosen: ReadonlySet<string>;
}

/** One act: what is ticked, with all that has to come along, becomes a named draft, which opens. */
export function IntoDraft({ items, chosen }: IntoDraftProps) {
  const { t } = useTranslation('suggestions');
  const format = useFormat();
  const navigate = useNavigate();
  const [typed, setTyped] = useState<string | null>(null);
  const { named } = useOwnTownship();
  const name = typed ?? t('draft.newName', { day: format.day(dayOf(now())) });
  const order = useAct('POST /orders', {
    refreshes: ['GET /orders', 'GET /menu/badges'],
    onDone: ({ id }) => void navigate(pathTo('draft', { orderId: id })),
  });
  const picked = items.filter(({ itemId }) => chosen.has(itemId));
  const itemIds = [...new Set(picked.flatMap(({ itemId, companions }) => [itemId, ...companions.map((one) => one.itemId)]))];
  const along = itemIds.length - picked.length;
  return (
    <form
      className="into-draft no-print"
      onSubmit={(event) => {
        event.preventDefault();
        order.act({ body: { name: name.trim(), ...named, lines: itemIds.map((itemId) => ({ itemId, ...emptyAnswers })) } });
      }}
    >
      <p role="status">
        {itemIds.length === 0 ? t('draft.nothing') : t('draft.count', { count: itemIds.length })}
        {along > 0 ? ` ${t('draft.along', { count: along })}` : null}
      </p>
      <div className="row">
        <Field id="suggestion-draft" label={t('draft.name')} error={name.trim() === '' ? t('draft.nameMissing') : undefined}>
          {(control) => (
            <input {...control} className="input" maxLength={60} value={name} onChange={(event) => setTyped(event.target.value)} />
          )}
        </Field>
        <Button
          type="primary"
          htmlType="submit"
          loading={order.isActing}
          disabled={itemIds.length === 0 || itemIds.length > mostLines || name.trim() === ''}
        >
          {t('draft.make')}
        </Button>
      </div>
      <ProblemAlert error={order.error} />
    </form>
  );
}
