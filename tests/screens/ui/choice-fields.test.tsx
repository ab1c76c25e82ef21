// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { SearchField } from '#client/ui/fields/search-field.tsx';
import { SelectField } from '#client/ui/fields/select-field.tsx';
import { Holder, type } from '#tests/screens/support/holder.tsx';
import { prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();

describe('a choice from a list', () => {
  it('has the label and what is chosen in its name', async () => {
    const told = vi.fn();
    show(
      <Holder<'a' | 'b' | null> first={null} told={told}>
        {(value, set) => (
          <SelectField
            id="s"
            label="原因"
            error="请选择"
            options={[
              { value: 'a', label: '人手不足' },
              { value: 'b', label: '业务量太少' },
            ]}
            value={value}
            onChange={set}
          />
        )}
      </Holder>,
    );
    const button = screen.getByRole('button', { name: /原因/ });
    expect(button.id).toBe('s');
    expect(button.getAttribute('aria-describedby')).toContain('s-error');
    fireEvent.click(button);
    fireEvent.click(await screen.findByRole('option', { name: '业务量太少' }));
    expect(told).toHaveBeenLastCalledWith('b');
    await screen.findByRole('button', { name: /业务量太少.*原因/ });
  });
});

const people = [
  { value: 'p1', label: '周文静', hint: '青石镇' },
  { value: 'p2', label: '陈立', hint: '白塘镇' },
  { value: 'p3', label: '陈立', hint: '县农业农村局' },
];

describe('a search for somebody', () => {
  const field = (told: (value: string | null) => void) =>
    show(
      <Holder<string | null> first={null} told={told}>
        {(value, set) => <SearchField id="p" label="承办人" options={people} value={value} onChange={set} />}
      </Holder>,
    );

  it('finds by the body as well, and tells two of one name apart', async () => {
    const told = vi.fn();
    field(told);
    const input = type('承办人', '农业');
    fireEvent.click(await screen.findByRole('option', { name: /陈立/ }));
    expect(told).toHaveBeenLastCalledWith('p3');
    await waitFor(() => expect(input).toHaveProperty('value', '陈立'));
    expect(told).toHaveBeenLastCalledWith('p3');
  });

  it('takes a name written out in full, unless two have it', () => {
    const told = vi.fn();
    field(told);
    type('承办人', '周文静');
    expect(told).toHaveBeenLastCalledWith('p1');
    type('承办人', '陈立');
    expect(told).toHaveBeenLastCalledWith(null);
  });

  it('keeps what was typed and not chosen, and says that it is no choice', async () => {
    field(vi.fn());
    const input = type('承办人', '周');
    fireEvent.blur(input);
    await screen.findByText('请从列表中选择一项');
    expect(input).toHaveProperty('value', '周');
  });

  it('leaves the page around its list to screen readers, whose buttons can still be reached', async () => {
    const { container } = field(vi.fn());
    type('承办人', '陈');
    await screen.findAllByRole('option');
    expect(container.closest('[aria-hidden="true"]')).toBeNull();
    expect(container.querySelector('[aria-hidden="true"] button')).toBeNull();
  });
});
