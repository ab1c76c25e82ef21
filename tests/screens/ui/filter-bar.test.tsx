// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();

const names = ['q', 'type', 'on'] as const;

function Bar() {
  const address = useAddress(names);
  return (
    <FilterBar
      address={address}
      filters={[
        { kind: 'text', name: 'q', label: '名称' },
        { kind: 'choice', name: 'type', label: '类型', options: [{ value: 'penalty', label: '行政处罚' }] },
        { kind: 'day', name: 'on', label: '日期' },
      ]}
    />
  );
}

const valueOf = (label: string): string => screen.getByLabelText<HTMLInputElement>(label).value;

describe('FilterBar', () => {
  it('shows what stands in the address bar', () => {
    show(<Bar />, { at: '/list?q=abc&type=penalty&on=2026-11-22' });
    expect([valueOf('名称'), valueOf('类型'), valueOf('日期')]).toEqual(['abc', 'penalty', '2026-11-22']);
  });

  it('takes a text with the button and a choice at once, and leaves the page of the old list', async () => {
    const { address } = show(<Bar />, { at: '/list?cursor=c2' });
    fireEvent.change(screen.getByLabelText('名称'), { target: { value: ' 垃圾 ' } });
    expect(address()).toBe('/list?cursor=c2');
    fireEvent.submit(screen.getByRole('search'));
    await waitFor(() => expect(decodeURIComponent(address())).toBe('/list?q=垃圾'));
    fireEvent.change(screen.getByLabelText('类型'), { target: { value: 'penalty' } });
    await waitFor(() => expect(address()).toContain('type=penalty'));
  });

  it('keeps both of two choices that follow each other before anything is drawn', async () => {
    const { address } = show(<Bar />, { at: '/list' });
    act(() => {
      fireEvent.change(screen.getByLabelText('类型'), { target: { value: 'penalty' } });
      fireEvent.change(screen.getByLabelText('日期'), { target: { value: '2026-11-22' } });
    });
    await waitFor(() => expect(address()).toBe('/list?type=penalty&on=2026-11-22'));
  });

  it('does not ask about the year 202 while somebody types 2026', async () => {
    const { address } = show(<Bar />, { at: '/list' });
    fireEvent.change(screen.getByLabelText('日期'), { target: { value: '0202-11-22' } });
    expect(address()).toBe('/list');
    fireEvent.change(screen.getByLabelText('日期'), { target: { value: '2026-11-22' } });
    await waitFor(() => expect(address()).toBe('/list?on=2026-11-22'));
  });

  it('clears everything, also what stands in the fields', async () => {
    const { address } = show(<Bar />, { at: '/list?q=abc&type=penalty&on=2026-11-22' });
    fireEvent.click(screen.getByRole('button', { name: '清除条件' }));
    await waitFor(() => expect(address()).toBe('/list'));
    expect([valueOf('名称'), valueOf('类型'), valueOf('日期')]).toEqual(['', '', '']);
    expect(screen.queryByRole('button', { name: '清除条件' })).toBeNull();
  });
});
