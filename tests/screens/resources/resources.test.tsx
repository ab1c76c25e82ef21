// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { ResourcesScreen } from '#client/features/resources/screens/resources-screen.tsx';
import { fakeNetwork, json, refusal, type Network } from '#tests/screens/support/network.ts';
import { person, prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();
let network: Network;

const one = {
  id: 'm1',
  requestId: 'r1',
  key: 'car',
  township: { id: 'organisation-1', kind: 'township', name: '柳河镇人民政府', shortName: '柳河镇' },
  organisation: { id: 'o2', kind: 'department', name: '县林业局', shortName: '县林业局' },
  powerName: '森林防火检查',
  kind: 'funds',
  unit: 'yuan_per_year',
  amount: 30_000,
  description: '办案经费',
  dueAt: 1_700_000_000_000,
  state: 'delivered',
  isOverdue: false,
  evidence: '拨款凭证12号',
  deliveredAt: 1_690_000_000_000,
  confirmedAt: null,
  disputeText: null,
  allowedActions: ['confirm', 'dispute'],
  version: 2,
};
const page = (...items: readonly object[]) => json({ items, nextCursor: null, total: items.length, isTotalExact: true });

beforeEach(() => {
  network = fakeNetwork();
  network.answer('GET /organisations', json({ items: [] }));
  network.answer('GET /commitments', page(one));
});

describe('resources', () => {
  it('lead from a task to the one commitment, confirmed only after it is said what follows', async () => {
    network.answer('POST /commitments/m1/confirmation', json({ ...one, state: 'confirmed', allowedActions: [], version: 3 }));
    show(<ResourcesScreen />, { at: '/app/resources?commitment=m1', me: person('lead') });
    expect(await screen.findByText('拨款凭证12号')).toBeTruthy();
    expect(screen.getAllByText('经费 3万元/年：办案经费').length).toBe(2);
    expect(network.sentTo('GET /commitments').some(({ query }) => query.get('commitmentId') === 'm1')).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: '确认收到' }));
    expect(network.sentTo('POST /commitments/m1/confirmation')).toEqual([]);
    expect(screen.getByText('确认后不能撤销；有出入请先提出异议。')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '确认收到' }));
    expect(await screen.findByText('已确认收到，这项配套已经落实。')).toBeTruthy();
    expect(network.sentTo('POST /commitments/m1/confirmation')[0]?.headers['if-match']).toBe('"2"');
  });

  it('keep the words of a dispute that the server refused', async () => {
    network.answer('POST /commitments/m1/dispute', refusal('commitment_confirmed', 409));
    show(<ResourcesScreen />, { at: '/app/resources?commitment=m1', me: person('lead') });
    fireEvent.click(await screen.findByRole('button', { name: '提出异议' }));
    fireEvent.click(screen.getByRole('button', { name: '下一步：核对' }));
    expect(screen.getByRole('alert').textContent).toContain('请写明哪里与承诺不符');
    fireEvent.change(screen.getByLabelText('哪里与承诺不符'), { target: { value: '只到了一半' } });
    fireEvent.click(screen.getByRole('button', { name: '下一步：核对' }));
    fireEvent.click(await screen.findByRole('button', { name: '提出异议' }));
    expect((await screen.findByRole('alert')).textContent).toContain('已经确认');
    fireEvent.click(screen.getByRole('button', { name: '取消' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('哪里与承诺不符').value).toBe('只到了一半');
  });

  it('say what to expect when nothing was promised yet, and when a link leads nowhere', async () => {
    network.answer('GET /commitments', page());
    show(<ResourcesScreen />, { at: '/app/resources?commitment=gone', me: person('lead') });
    expect(await screen.findByText('没有找到这项配套，或您无权查看。')).toBeTruthy();
    expect(await screen.findByText('没有资源配套')).toBeTruthy();
  });
});
