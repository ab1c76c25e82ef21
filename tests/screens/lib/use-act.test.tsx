// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useAct } from '#client/lib/use-act.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { fakeNetwork, json, lost, type Network } from '#tests/screens/support/network.ts';
import { prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();
let network: Network;
beforeEach(() => {
  network = fakeNetwork();
});

const route = 'POST /requests/{requestId}/withdrawal';

function Form() {
  const withdraw = useAct(route, { refreshes: ['GET /tasks/count'] });
  const count = useAnswer('GET /tasks/count');
  return (
    <>
      <output>{withdraw.error === null ? (withdraw.isDone ? 'done' : 'idle') : withdraw.error.kind}</output>
      <p>{count.data?.open}</p>
      <button type="button" onClick={() => withdraw.act({ params: { requestId: 'r1' }, body: { text: 'x' }, version: 1 })}>
        withdraw
      </button>
    </>
  );
}

const keys = (): readonly (string | undefined)[] =>
  network.sentTo('POST /requests/r1/withdrawal').map((sent) => sent.headers['idempotency-key']);
const press = (): void => void fireEvent.click(screen.getByRole('button'));

describe('useAct', () => {
  beforeEach(() => network.answer('GET /tasks/count', json({ open: 7, overdue: 0, isExact: true })));

  it('sends once however often it is pressed', async () => {
    let arrive: (answer: Response) => void = () => undefined;
    network.answer('POST /requests/r1/withdrawal', new Promise<Response>((resolve) => (arrive = resolve)));
    show(<Form />);
    press();
    press();
    press();
    await waitFor(() => expect(keys()).toHaveLength(1));
    act(() => arrive(json({})));
    await screen.findByText('done');
  });

  it('repeats a lost attempt with the same key, and takes a new one after success', async () => {
    network.answer('POST /requests/r1/withdrawal', lost, json({}), json({}));
    show(<Form />);
    press();
    await screen.findByText('network');
    press();
    await screen.findByText('done');
    press();
    await waitFor(() => expect(keys()).toHaveLength(3));
    const [first, second, third] = keys();
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('asks again for the answers that the change made stale', async () => {
    network.answer('POST /requests/r1/withdrawal', json({}));
    show(<Form />);
    await screen.findByText('7');
    network.answer('GET /tasks/count', json({ open: 6, overdue: 0, isExact: true }));
    press();
    await screen.findByText('6');
  });
});

describe('useAnswer', () => {
  it('asks again only when the connection was lost', async () => {
    network.answer('GET /tasks/count', lost, json({ open: 5, overdue: 0, isExact: true }));
    show(<Form />);
    await screen.findByText('5', {}, { timeout: 3000 });
    expect(network.sentTo('GET /tasks/count')).toHaveLength(2);
  });
});
