// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react';
import '#client/ui/pieces/pieces-screen.tsx';
import { describe, expect, it } from 'vitest';
import { PiecesInDemo } from '#client/app/pieces-in-demo.tsx';
import { switchLanguage } from '#client/i18n/start.ts';
import { person, prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();

const me = person('clerk');
const patience = { timeout: 10_000 };

describe('the page of all pieces', () => {
  it('does not exist in production', () => {
    show(<PiecesInDemo />, { at: '/app/pieces', me: { ...me, county: { ...me.county, isDemo: false } } });
    screen.getByRole('heading', { level: 1, name: '没有这个页面' });
  });

  it('shows every piece in the demo, in the language chosen, and leaves the focus alone', async () => {
    show(<PiecesInDemo />, { at: '/app/pieces', me });
    await screen.findByRole('heading', { level: 1, name: '界面构件' }, patience);
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(8);
    expect(screen.queryByRole('alert')).toBeNull();
    await switchLanguage('en');
    await screen.findByRole('heading', { level: 1, name: 'Pieces of the interface' }, patience);
  });

  it('has a dialog that keeps what is typed until it is closed on purpose, and a toast that stays', async () => {
    show(<PiecesInDemo />, { at: '/app/pieces', me });
    fireEvent.click(await screen.findByRole('button', { name: '打开对话框' }, patience));
    const dialog = await screen.findByRole('dialog', { name: '添加承接人员' }, patience);
    fireEvent.pointerDown(document.body);
    fireEvent.pointerUp(document.body);
    fireEvent.change(within(dialog).getByRole('combobox'), { target: { value: '欧阳明远' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '添加' }));
    await screen.findByText('已添加承接人员：欧阳明远', undefined, patience);
    expect(screen.queryByRole('dialog')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    expect(screen.queryByText('已添加承接人员：欧阳明远')).toBeNull();
  });

  it('has tabs that the keyboard moves through, and buttons that do nothing while they are off', async () => {
    show(<PiecesInDemo />, { at: '/app/pieces', me });
    const first = await screen.findByRole('tab', { name: '法律依据' }, patience);
    first.focus();
    fireEvent.keyDown(first, { key: 'ArrowRight' });
    fireEvent.keyUp(first, { key: 'ArrowRight' });
    expect(screen.getByRole('tab', { name: '承接条件' }).getAttribute('aria-selected')).toBe('true');
    const busy = screen.getByRole('button', { name: '正在提交' });
    expect([busy.getAttribute('aria-disabled'), busy.getAttribute('aria-busy'), busy.hasAttribute('disabled')]).toEqual([
      'true',
      'true',
      false,
    ]);
  });
});
