// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { SessionScreen } from '#client/features/training/screens/session-screen.tsx';
import { setClock } from '#client/lib/clock.ts';
import { fakeNetwork, json, lost, refusal, type Network } from '#tests/screens/support/network.ts';
import { person, prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();
let network: Network;

const session = {
  id: 's1',
  courseId: 'c1',
  courseName: '行政审批实务',
  title: '第一期',
  startsOn: '2026-11-20',
  endsOn: '2026-11-21',
  place: '党校',
  capacity: 10,
  enrolled: 2,
  state: 'open',
  version: 4,
};
const attendee = (officerId: string, name: string) => ({ officerId, name, townshipName: '柳河镇', result: null, score: null });
const file = { session, attendees: [attendee('a', '张三'), attendee('b', '李四')] };
const course = {
  id: 'c1',
  name: '行政审批实务',
  description: '',
  hours: 8,
  certificateKindId: 'k1',
  certificateKindName: '审批合格证',
  validMonths: 24,
  isActive: true,
  version: 1,
};

beforeEach(() => {
  setClock(() => Date.UTC(2026, 10, 22, 4));
  network = fakeNetwork();
  network.answer('GET /sessions/s1', json(file));
  network.answer('GET /courses', json({ courses: [course], sessions: [session], kinds: [] }));
});

const open = (role: 'training_officer' | 'clerk') =>
  show(
    <Routes>
      <Route path="/app/training-sessions/:sessionId" element={<SessionScreen />} />
    </Routes>,
    { at: '/app/training-sessions/s1', me: person(role) },
  );

async function fillIn(): Promise<void> {
  open('training_officer');
  fireEvent.click(await screen.findByRole('button', { name: '登记结果' }));
  fireEvent.change(screen.getByLabelText('张三的结果'), { target: { value: 'passed' } });
  fireEvent.change(screen.getByLabelText('李四的结果'), { target: { value: 'absent' } });
  fireEvent.click(screen.getByRole('button', { name: '下一步：核对' }));
}

describe('a session', () => {
  it('says who will hold which certificate before results are recorded, and sends the version seen', async () => {
    network.answer('POST /sessions/s1/results', json(file));
    await fillIn();
    expect(await screen.findByText('1人合格，从2026年11月21日起持有“审批合格证”24个月：张三。')).toBeTruthy();
    expect(screen.getByText('1人不合格或缺席，不发证。')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '登记结果' }));
    await screen.findByText('结果已登记，合格人员的证书已生效。');
    const [sent] = network.sentTo('POST /sessions/s1/results');
    expect(sent?.headers['if-match']).toBe('"4"');
    expect(sent?.body).toEqual({
      heldOn: '2026-11-21',
      results: [
        { officerId: 'a', result: 'passed', score: null },
        { officerId: 'b', result: 'absent', score: null },
      ],
    });
  });

  it('keeps what was typed when somebody else was faster, and sends the same key after a lost answer', async () => {
    const conflict = refusal('version_stale', 412, {
      changes: [{ at: Date.UTC(2026, 10, 22, 3), actor: '柳河镇 王五', action: 'officers_enrolled' }],
    });
    network.answer('POST /sessions/s1/results', lost, conflict);
    await fillIn();
    fireEvent.click(await screen.findByRole('button', { name: '登记结果' }));
    expect((await screen.findByRole('alert')).textContent).toContain('连接不上服务器');
    fireEvent.click(screen.getByRole('button', { name: '重试' }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('柳河镇 王五：报名'));
    const keys = network.sentTo('POST /sessions/s1/results').map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(1);
    fireEvent.click(screen.getByRole('button', { name: '载入最新内容' }));
    expect(await screen.findByText('已载入最新内容')).toBeTruthy();
    expect(screen.getByLabelText<HTMLSelectElement>('张三的结果').value).toBe('passed');
  });

  it('is over for the townships once its days are gone by', async () => {
    open('clerk');
    await screen.findByText('待登记结果');
    expect(screen.queryByRole('button', { name: '报名' })).toBeNull();
    expect(screen.getByRole('button', { name: '取消报名：张三' })).toBeTruthy();
  });
});
