// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { MarkedName } from '#client/features/catalogue/parts/menu/marked-name.tsx';
import { MenuScreen } from '#client/features/catalogue/screens/menu-screen.tsx';
import { MenuSearch } from '#client/features/catalogue/parts/menu/menu-search.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { fakeNetwork, json, type Network } from '#tests/screens/support/network.ts';
import { person, prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();

function Box({ total }: { readonly total?: number }) {
  const address = useAddress(['q', 'sort']);
  return (
    <>
      <MenuSearch address={address} total={total} resultsId="results" />
      <button type="button" onClick={address.clear}>
        clear
      </button>
      <div id="results">
        <ul>
          <li className="card">
            <a href="/first">first</a>
          </li>
        </ul>
      </div>
    </>
  );
}
const box = (): HTMLInputElement => screen.getByRole('searchbox', { name: '查找事项' });
const type = (value: string, isComposing = false): void => {
  const event = new InputEvent('input', { bubbles: true, isComposing });
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  act(() => {
    setter?.set?.call(box(), value);
    box().dispatchEvent(event);
  });
};

describe('the search box', () => {
  it('searches when somebody pauses, once for all that was typed', async () => {
    const { address } = show(<Box />, { at: '/app/menu?sort=name&cursor=X' });
    for (const text of ['z', 'zy', 'zyg ']) type(text);
    expect(address()).toBe('/app/menu?sort=name&cursor=X');
    await waitFor(() => expect(address()).toBe('/app/menu?sort=name&q=zyg'));
    // The blank may be the beginning of another word.
    expect(box().value).toBe('zyg ');
  });

  it('searches at once with Enter, and leaves what is being composed alone', async () => {
    const { address } = show(<Box />, { at: '/app/menu' });
    type("zhan'yong", true);
    await act(() => new Promise((resolve) => setTimeout(resolve, 260)));
    expect(address()).toBe('/app/menu');
    type('占用');
    fireEvent.submit(screen.getByRole('search'));
    await waitFor(() => expect(decodeURIComponent(address())).toBe('/app/menu?q=占用'));
  });

  it('follows the address when it is cleared, tells the number politely, and an arrow leads to the results', async () => {
    show(<Box total={3} />, { at: '/app/menu?q=zy' });
    expect(screen.getByRole('status').textContent).toBe('找到3项');
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('first');
    fireEvent.click(screen.getByText('clear'));
    await waitFor(() => expect(box().value).toBe(''));
    expect(screen.getByRole('status').textContent).toBe('');
  });
});

it('marks every stretch and loses no character', () => {
  const { container } = show(
    <p>
      <MarkedName
        name="对占用耕地的处罚"
        marks={[
          [1, 3],
          [6, 8],
        ]}
      />
    </p>,
  );
  expect(container.querySelector('p')?.textContent).toBe('对占用耕地的处罚');
  expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['占用', '处罚']);
});

describe('the menu', () => {
  let network: Network;
  const none = {
    category: {},
    departmentId: {},
    statutoryType: {},
    carrier: {},
    difficulty: {},
    liability: {},
    release: {},
    returnable: {},
  };
  const row = (id: string) => ({
    ...{
      id,
      powerId: `power-${id}`,
      code: `NY-${id}`,
      name: `事项${id}`,
      statutoryType: 'penalty',
      category: 'enforcement',
      field: '农业',
    },
    ...{ departmentId: 'd1', departmentName: '农业农村局', carrier: 'transfer', release: 'optional', difficulty: 'easy', liability: 'low' },
    isReturnable: true,
  });
  beforeEach(() => {
    network = fakeNetwork();
    const edition = {
      id: 'e',
      number: 1,
      title: '第一版',
      state: 'published',
      documentNumber: null,
      publishedAt: 0,
      itemCount: 5,
      version: 1,
    };
    const items = ['1', '2', '3', '4', '5'].map(row);
    const facets = { ...none, category: { enforcement: 5 }, departmentId: { d1: 5 } };
    const departments = [{ id: 'd1', name: '农业农村局', count: 5 }];
    network.answer('GET /menu/items', json({ edition, items, nextCursor: null, total: 5, isTotalExact: true, departments, facets }));
    network.answer('GET /menu/badges', json({ items: [] }));
    network.answer('GET /menu/favourites', json({ items: [] }));
  });

  it('shows what is chosen as words that can be taken away, and only values that would find something', async () => {
    const { address } = show(<MenuScreen />, { me: person('auditor'), at: '/app/menu?category=enforcement&standing=favourite' });
    const category = await screen.findByLabelText<HTMLSelectElement>('类别');
    await waitFor(() => expect([...category.options].map(({ text }) => text)).toEqual(['全部', '综合执法 (5)']));
    fireEvent.click(screen.getByRole('button', { name: '取消条件：类别：综合执法' }));
    await waitFor(() => expect(address()).toBe('/app/menu?standing=favourite'));
    fireEvent.click(screen.getByRole('button', { name: '清除全部条件' }));
    await waitFor(() => expect(address()).toBe('/app/menu'));
  });

  it('collects four for a comparison and no fifth', async () => {
    show(<MenuScreen />, { me: person('auditor'), at: '/app/menu' });
    const button = (n: number) => screen.findByRole<HTMLButtonElement>('button', { name: `加入对比：事项${String(n)}` });
    for (const n of [1, 2, 3, 4]) fireEvent.click(await button(n));
    expect((await button(5)).disabled).toBe(true);
    expect(screen.getByRole('link', { name: '开始对比' }).getAttribute('href')).toBe('/app/menu/compare?items=1,2,3,4');
    fireEvent.click(screen.getByRole('button', { name: '移出对比：事项2' }));
    expect((await button(5)).disabled).toBe(false);
  });

  it('says why a star was refused and takes it back', async () => {
    const refusal = json({ type: 'x', title: 'x', status: 409, code: 'too_many_favourites', requestId: 'r' }, 409);
    network.answer('PUT /menu/favourites/power-1', refusal);
    show(<MenuScreen />, { me: person('auditor'), at: '/app/menu' });
    const star = await screen.findByRole('button', { name: '收藏：事项1' });
    fireEvent.click(star);
    await screen.findByText(/收藏已满200项/);
    await waitFor(() => expect(star.getAttribute('aria-pressed')).toBe('false'));
  });
});
