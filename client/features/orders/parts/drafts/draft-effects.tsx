import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { Panel } from '#client/ui/page/panel.tsx';
import type { OrderCheck, OrderView } from '../../api/draft-answers.ts';

/** What the whole order sets going, before anybody signs it. */
export function DraftEffects({ order, check }: { readonly order: OrderView; readonly check: OrderCheck }) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const owes = useOwed(check);
  const bodies = (stages: readonly string[]): string => {
    const names = check.lines.flatMap(({ route }) =>
      route.filter(({ stage }) => stages.includes(stage)).map((step) => step.organisation.shortName),
    );
    return format.list([...new Set(names)]);
  };
  const firsts = [...new Set(check.lines.flatMap(({ route }) => route.slice(0, 1).map((step) => step.organisation.shortName)))];
  const lastDay = check.lines
    .flatMap(({ route }) => route.map(({ dueOn }) => dueOn))
    .sort()
    .pop();
  const open = check.lines.flatMap(({ prerequisites }) => prerequisites.filter(({ holds }) => !holds)).length;
  const swaps = order.lines.flatMap(({ replacesPowerName }) => replacesPowerName ?? []);
  const effects = [
    t('review.effect.cases', { count: order.lines.length }),
    ...(lastDay === undefined ? [] : [t('review.effect.route', { who: format.list(firsts), day: format.day(lastDay) })]),
    t('review.effect.holder'),
    ...swaps.map((power) => t('review.effect.swap', { power })),
    open === 0 ? t('review.effect.prerequisitesMet') : t('review.effect.prerequisites', { count: open }),
    owes === '' ? t('review.effect.owesNothing') : t('review.effect.owes', { what: owes }),
    t('review.effect.who', { who: bodies(['department', 'legal', 'county']) }),
  ];
  return (
    <Panel title={t('review.effects')}>
      <ul className="bullets">
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    </Panel>
  );
}

/** The resources of all lines together, alike with alike. */
function useOwed({ lines }: OrderCheck): string {
  const { t } = useTranslation('orders');
  const word = useWords();
  const format = useFormat();
  const sums = new Map<string, OrderCheck['lines'][number]['resources'][number]>();
  for (const resource of lines.flatMap(({ resources }) => resources)) {
    const key = `${resource.kind} ${resource.unit}`;
    sums.set(key, { ...resource, amount: resource.amount + (sums.get(key)?.amount ?? 0) });
  }
  return format.list(
    [...sums.values()].map(({ kind, amount, unit }) =>
      t('review.effect.owed', { kind: word('resourceKind', kind), amount: format.resource(amount, unit) }),
    ),
  );
}
