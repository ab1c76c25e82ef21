// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { switchLanguage } from '#client/i18n/start.ts';
import { DayField } from '#client/ui/fields/day-field.tsx';
import { FigureField } from '#client/ui/fields/figure-field.tsx';
import { MonthField } from '#client/ui/fields/month-field.tsx';
import { TextArea } from '#client/ui/fields/text-area.tsx';
import { Holder, type } from '#tests/screens/support/holder.tsx';
import { prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();

describe('a long text', () => {
  it('is counted as the contract counts, and may be too long until it is checked', () => {
    const told = vi.fn();
    show(
      <Holder first="" told={told}>
        {(value, set) => <TextArea id="a" label="说明" max={5} value={value} onChange={set} />}
      </Holder>,
    );
    const area = type('说明', ' 一二三四五\n');
    screen.getByText('已输入5字，最多5字');
    fireEvent.change(area, { target: { value: '一二三四五六七' } });
    expect(told).toHaveBeenLastCalledWith('一二三四五六七');
    expect(area).toHaveProperty('value', '一二三四五六七');
    screen.getByText('已输入7字，最多5字，超出2字');
    expect(screen.getByRole('status').textContent).toBe('已超过5字，请删减');
    expect(area.getAttribute('aria-describedby')).toContain('a-count');
    expect(area.hasAttribute('maxlength')).toBe(false);
  });
});

describe('a figure', () => {
  it('is understood with full-width digits and its unit, and shown with its thousands when it is left', () => {
    const told = vi.fn();
    show(
      <Holder<number | string | null> first={null} told={told}>
        {(value, set) => <FigureField id="f" label="经费" unit="元" value={value} onChange={set} />}
      </Holder>,
    );
    const input = type('经费', '３万元');
    expect(told).toHaveBeenLastCalledWith(30_000);
    expect(input).toHaveProperty('value', '３万元');
    fireEvent.blur(input);
    expect(input).toHaveProperty('value', '30,000');
  });

  it('that is none stays as it was typed, and says so only once it is left', () => {
    const told = vi.fn();
    show(
      <Holder<number | string | null> first={null} told={told}>
        {(value, set) => <FigureField id="f" label="经费" unit="元" value={value} onChange={set} />}
      </Holder>,
    );
    const input = type('经费', '约三万');
    expect(screen.queryByText(/无法识别为数字/)).toBeNull();
    fireEvent.blur(input);
    screen.getByText(/无法识别为数字/);
    expect(input).toHaveProperty('value', '约三万');
    expect(told).toHaveBeenLastCalledWith('约三万');
    fireEvent.change(input, { target: { value: '' } });
    expect(told).toHaveBeenLastCalledWith(null);
  });
});

describe('a day', () => {
  const field = (told: (value: string | null) => void, first: string | null = null) =>
    show(
      <Holder first={first} told={told}>
        {(value, set) => <DayField id="d" label="日期" min="2026-11-20" value={value} onChange={set} />}
      </Holder>,
    );

  it('is typed as one writes it and shown in the language of the interface', async () => {
    const told = vi.fn();
    field(told);
    const input = type('日期', '20261122');
    expect(told).toHaveBeenLastCalledWith('2026-11-22');
    fireEvent.blur(input);
    expect(input).toHaveProperty('value', '2026年11月22日');
    await switchLanguage('en');
    await waitFor(() => expect(input).toHaveProperty('value', '22 Nov 2026'));
  });

  it('that does not exist stays, with a word about it', () => {
    const told = vi.fn();
    field(told);
    const input = type('日期', '2026年11月31日');
    fireEvent.blur(input);
    expect(told).toHaveBeenLastCalledWith('2026年11月31日');
    expect(input).toHaveProperty('value', '2026年11月31日');
    screen.getByText('无法识别为日期，请按“2026年11月22日”填写');
  });

  it('is picked from a calendar that begins on Monday, offers no day before the first, and closes', async () => {
    const told = vi.fn();
    field(told, '2026-11-22');
    fireEvent.click(screen.getByRole('button', { name: '从日历中选择：日期' }));
    const dialog = await screen.findByRole('dialog', { name: '从日历中选择：日期' });
    expect(within(dialog).getAllByRole('columnheader', { hidden: true })[0]?.textContent).toBe('周一');
    expect(
      within(dialog)
        .getByRole('button', { name: /11月19日/ })
        .getAttribute('aria-disabled'),
    ).toBe('true');
    fireEvent.click(within(dialog).getByRole('button', { name: /11月24日/ }));
    expect(told).toHaveBeenLastCalledWith('2026-11-24');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('a month', () => {
  it('is typed, or picked in another year', async () => {
    const told = vi.fn();
    show(
      <Holder<string | null> first={null} told={told}>
        {(value, set) => <MonthField id="m" label="月份" value={value} onChange={set} />}
      </Holder>,
    );
    const input = type('月份', '2026.11');
    expect(told).toHaveBeenLastCalledWith('2026-11');
    fireEvent.blur(input);
    expect(input).toHaveProperty('value', '2026年11月');
    fireEvent.click(screen.getByRole('button', { name: '选择月份：月份' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '上一年' }));
    fireEvent.click(within(dialog).getByRole('option', { name: '3月' }));
    expect(told).toHaveBeenLastCalledWith('2025-03');
  });
});
