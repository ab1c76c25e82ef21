// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { NetworkError } from '#client/lib/call-error.ts';
import { DataList, type DataListProps } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();

interface Row {
  readonly id: string;
  readonly name: string;
  readonly cases: number;
}

const rows: readonly Row[] = [
  { id: 'a', name: '临时占道许可', cases: 12 },
  { id: 'b', name: '易腐垃圾处罚', cases: 3 },
];
const columns: readonly Column<Row>[] = [
  { key: 'name', title: '事项', isName: true, sort: 'name', cell: (row) => row.name },
  { key: 'cases', title: '办件量', isEnd: true, cell: (row) => (row.cases > 5 ? row.cases : null) },
];
const base = {
  caption: '事项清单',
  columns,
  keyOf: (row: Row) => row.id,
  empty: { title: '还没有事项', advice: '请先从菜单中选择' },
} as const;

const narrow = (is: boolean): void =>
  void vi.stubGlobal('matchMedia', () => ({ matches: is, addEventListener: () => undefined, removeEventListener: () => undefined }));

function Choosing(props: Pick<DataListProps<Row>, 'rows'>) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return <DataList {...base} {...props} selection={{ chosen, onChange: setChosen, nameOf: (row) => row.name }} />;
}

function Paged() {
  const address = useAddress(['q', 'sort']);
  return (
    <DataList
      {...base}
      rows={rows}
      total={10_482}
      nextCursor={address.cursor === 'c3' ? null : address.cursor === undefined ? 'c2' : 'c3'}
      pages={address.pages}
      sorting={{ value: address.values.sort, onChange: (sort) => address.set({ sort }) }}
    />
  );
}

describe('DataList', () => {
  it('is a table with a caption, and each row has a header', () => {
    narrow(false);
    show(<DataList {...base} rows={rows} />);
    const table = screen.getByRole('table', { name: '事项清单' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual(['事项', '办件量']);
    expect(within(table).getByRole('rowheader', { name: '易腐垃圾处罚' })).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('共 2 条');
  });

  it('becomes cards on a phone and leaves out what is not there', () => {
    narrow(true);
    show(<DataList {...base} rows={rows} />);
    expect(screen.queryByRole('table')).toBeNull();
    const [first, second] = within(screen.getByRole('list', { name: '事项清单' })).getAllByRole('listitem');
    expect(first?.textContent).toBe('临时占道许可办件量12');
    expect(second?.textContent).toBe('易腐垃圾处罚');
  });

  it('says what to do when it is empty, and offers to clear filters when they are the reason', () => {
    narrow(false);
    const clear = vi.fn();
    const { rerender } = show(<DataList {...base} rows={[]} />);
    expect(screen.getByText('请先从菜单中选择')).toBeTruthy();
    rerender(<></>);
    show(<DataList {...base} rows={[]} address={{ hasFilters: true, clear }} />);
    fireEvent.click(screen.getByRole('button', { name: '清除条件' }));
    expect(clear).toHaveBeenCalledOnce();
  });

  it('waits, and offers another try when the answer was lost', () => {
    narrow(false);
    const retry = vi.fn();
    const { unmount } = show(<DataList {...base} rows={undefined} />);
    expect(screen.getByRole('status').textContent).toBe('正在载入');
    unmount();
    show(<DataList {...base} rows={undefined} error={new NetworkError(null)} onRetry={retry} />);
    fireEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it('selects rows by name, and all of the page', () => {
    narrow(false);
    show(<Choosing rows={rows} />);
    fireEvent.click(screen.getByRole('checkbox', { name: '选择：临时占道许可' }));
    expect(screen.getByRole('status').textContent).toBe('共 2 条 · 已选 1 条');
    fireEvent.click(screen.getByRole('checkbox', { name: '选择本页全部' }));
    expect(screen.getByRole('status').textContent).toBe('共 2 条 · 已选 2 条');
    fireEvent.click(screen.getByRole('checkbox', { name: '选择本页全部' }));
    expect(screen.getByRole('status').textContent).toBe('共 2 条');
  });

  it('turns pages and sorts in the address bar, forth and back', async () => {
    narrow(false);
    const { address } = show(<Paged />, { at: '/app/menu?q=垃圾' });
    expect(screen.getByRole('status').textContent).toBe('共 10,482 条');
    expect(screen.queryByRole('button', { name: '上一页' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '下一页' }));
    await waitFor(() => expect(new URLSearchParams(address().split('?')[1]).get('cursor')).toBe('c2'));
    fireEvent.click(screen.getByRole('button', { name: '下一页' }));
    await waitFor(() => expect(address()).toContain('cursor=c3'));
    expect(screen.queryByRole('button', { name: '下一页' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '上一页' }));
    await waitFor(() => expect(address()).toContain('cursor=c2'));
    fireEvent.click(screen.getByRole('button', { name: '排序：事项' }));
    await waitFor(() => expect(address()).toMatch(/sort=name/));
    expect(address()).not.toContain('cursor');
    expect(decodeURIComponent(address())).toContain('q=垃圾');
    expect(screen.getByRole('columnheader', { name: /事项/ }).getAttribute('aria-sort')).toBe('ascending');
  });
});
