// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { RequestTerms } from '#client/features/requests/parts/case/request-terms.tsx';
import { fakeNetwork, json } from '#tests/screens/support/network.ts';
import { person, prepareScreens, show } from '#tests/screens/support/show.tsx';
import { consequences, requestFile } from './file.ts';

prepareScreens();

beforeEach(() => fakeNetwork().answer('GET /courses', json({ courses: [], sessions: [], kinds: [] })));

test('where the menu has changed since, both versions stand side by side, and only what differs', () => {
  const { terms } = consequences();
  const current = { ...terms, carrier: 'service_window', termMonths: 12 } as const;
  const changed = consequences({ currentTerms: current });
  show(<RequestTerms file={requestFile({ haveTermsChanged: true })} consequences={changed} />, { me: person('decider') });
  const table = screen.getByRole('table', { name: '提交之后，菜单条款有变化' });
  expect(
    within(table)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['赋权方式', '期限']);
  within(table).getByText(/^委托：乡镇以委托部门的名义行使/);
  within(table).getByText(/^服务窗口前移：/);
  within(table).getByText('36个月');
  within(table).getByText('12个月');
});

test('a power that the present menu has dropped is said to be dropped', () => {
  show(<RequestTerms file={requestFile({ haveTermsChanged: true })} consequences={consequences()} />, { me: person('decider') });
  screen.getByText(/现行菜单已没有这个事项/);
  screen.getByText('《兽药管理条例》第二十二条（2020年3月27日版）');
});
