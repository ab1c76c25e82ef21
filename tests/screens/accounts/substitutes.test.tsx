// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CapacityBanner } from '#client/app/capacity-banner.tsx';
import { SubstitutesScreen } from '#client/features/accounts/screens/substitutes-screen.tsx';
import { setClock } from '#client/lib/clock.ts';
import { startOfDay } from '#client/lib/days.ts';
import { actingFor, actFor } from '#client/lib/capacity.ts';
import { fakeNetwork, json, nothing, refusal, type Network } from '#tests/screens/support/network.ts';
import { person, prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();
let network: Network;
beforeEach(() => {
  setClock(() => Date.UTC(2026, 10, 22, 4));
  network = fakeNetwork();
});

const substitution = {
  id: 'x1',
  awayAccountId: 'account-1',
  awayName: '周文静',
  substituteAccountId: 'account-2',
  substituteName: '吴敏',
  fromAt: startOfDay('2026-11-20'),
  toAt: startOfDay('2026-11-26'),
  reason: '培训',
  isEnded: false,
  version: 1,
};
const answer = (...items: readonly object[]) => json({ items, candidates: [{ accountId: 'account-2', name: '吴敏' }] });

describe('substitutes', () => {
  it('are named after it is said what they may do and how it is recorded; a refusal leads to the field', async () => {
    network.answer('GET /me/substitutions', answer());
    network.answer(
      'POST /me/substitutions',
      refusal('substitute_overlap', 409, { errors: [{ pointer: '/firstOn', code: 'substitute_overlap' }] }),
      json(substitution, 201),
    );
    show(<SubstitutesScreen />, { me: person('lead') });
    fireEvent.click(await screen.findByRole('button', { name: '指定 AB 角' }));
    fireEvent.change(screen.getByLabelText('由谁代您办理'), { target: { value: 'account-2' } });
    fireEvent.change(screen.getByLabelText('从哪天起'), { target: { value: '2026-11-25' } });
    fireEvent.change(screen.getByLabelText('到哪天止'), { target: { value: '2026-11-20' } });
    fireEvent.change(screen.getByLabelText('原因'), { target: { value: '培训' } });
    fireEvent.click(screen.getByRole('button', { name: '下一步：核对' }));
    expect(screen.getByRole('alert').textContent).toContain('结束日期不能早于今天');
    fireEvent.change(screen.getByLabelText('到哪天止'), { target: { value: '2026-11-27' } });
    fireEvent.click(screen.getByRole('button', { name: '下一步：核对' }));
    expect(screen.getByText('2026年11月25日至2026年11月27日，吴敏可以以您的名义办理您岗位上的业务。')).toBeTruthy();
    expect(screen.getByText('每一件都记为“吴敏 代 周文静”，责任可以追溯。')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '指定 AB 角' }));
    expect(await screen.findByRole('link', { name: /从哪天起/ })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '下一步：核对' }));
    fireEvent.click(await screen.findByRole('button', { name: '指定 AB 角' }));
    expect(await screen.findByText('已指定 吴敏 为您的 AB 角。')).toBeTruthy();
  });

  it('can be ended at any time', async () => {
    network.answer('GET /me/substitutions', answer(substitution), answer({ ...substitution, isEnded: true }));
    network.answer('DELETE /me/substitutions/x1', nothing());
    show(<SubstitutesScreen />, { me: person('lead') });
    expect(await screen.findByText('进行中')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '结束：吴敏' }));
    expect(screen.getByText('已经以您的名义办理的事项继续有效，记录不变。')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '结束' }));
    expect(await screen.findByText('已结束。')).toBeTruthy();
    expect(await screen.findByText('已结束')).toBeTruthy();
  });

  it('do not pass a borrowed name on, and see on every page in whose name they act', async () => {
    network.answer('GET /me/substitutions', answer());
    const me = { ...person('lead'), actingFor: { accountId: 'account-9', name: '郑海' } };
    actFor('account-9');
    let left = 0;
    show(
      <>
        <CapacityBanner me={me} onTakenOff={() => (left += 1)} />
        <SubstitutesScreen />
      </>,
      { me },
    );
    expect(screen.getByText('您正在代 郑海 办理。办理的每一件都会记为“周文静 代 郑海”。')).toBeTruthy();
    expect(await screen.findByText('您正在代 郑海 办理，不能再转给别人。请先恢复本人身份。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '指定 AB 角' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '恢复本人身份' }));
    expect([actingFor(), left]).toEqual([null, 1]);
  });
});
