// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/react';
import { Input } from 'antd';
import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '#client/lib/call-error.ts';
import { ConfirmPanel } from '#client/ui/forms/confirm-panel.tsx';
import { ErrorSummary } from '#client/ui/forms/error-summary.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { useFieldErrors } from '#client/ui/forms/use-field-errors.ts';
import { prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();

const refusedNeed = new ProblemError({
  type: '',
  title: '',
  status: 400,
  instance: '',
  code: 'invalid_input',
  errors: [
    { pointer: '/need', code: 'too_small' },
    { pointer: '/officerIds/2', code: 'invalid_format' },
    { pointer: '/elsewhere', code: 'officer_unknown' },
  ],
});

function Form() {
  const errors = useFieldErrors(refusedNeed, {
    '/need': { id: 'need', label: '急需理由' },
    '/officerIds': { id: 'officers', label: '承接人员' },
  });
  return (
    <>
      <ErrorSummary errors={errors.summary} />
      <Field id="need" label="急需理由" hint="为什么急需" mark="required" error={errors.of('need')}>
        {(control) => <Input {...control} />}
      </Field>
    </>
  );
}

describe('forms', () => {
  it('ties label, hint and error to the control', () => {
    show(<Form />);
    const input = screen.getByLabelText(/急需理由/);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.getAttribute('aria-required')).toBe('true');
    const described = (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);
    expect(described).toEqual(['为什么急需', '填写得太少或数值太小']);
  });

  it('puts the faulty fields of the server into a summary that takes the focus and leads to them', () => {
    show(<Form />);
    const summary = screen.getByRole('alert');
    expect(document.activeElement).toBe(summary);
    expect(summary.textContent).toContain('有 3 处需要修改');
    expect(summary.textContent).toContain('承接人员：格式不对');
    expect(summary.textContent).toContain('在岗名册');
    fireEvent.click(screen.getByRole('link', { name: /急需理由/ }));
    expect(document.activeElement).toBe(screen.getByLabelText(/急需理由/));
  });
});

describe('ConfirmPanel', () => {
  it('says what will happen before it happens', () => {
    const confirm = vi.fn();
    const cancel = vi.fn();
    show(
      <ConfirmPanel
        title="确认退权"
        consequences={['12月1日起由城市管理局行使', '在办案件2件由柳河镇办结']}
        confirmLabel="提交"
        onConfirm={confirm}
        onCancel={cancel}
        isActing={false}
        error={null}
      />,
    );
    expect(screen.getByRole('region', { name: '确认退权' })).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('确认退权');
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: '取消' }));
    expect(confirm).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '提交' }));
    expect([confirm.mock.calls.length, cancel.mock.calls.length]).toEqual([1, 1]);
  });

  it('leaves the focus where the user corrects the errors, until the next attempt', () => {
    const need = { fieldId: 'need', message: '请填写' };
    const view = (errors: readonly (typeof need)[], attempt: number) => (
      <>
        <ErrorSummary errors={errors} attempt={attempt} />
        <input id="need" aria-label="理由" />
      </>
    );
    const { rerender } = render(view([need, need], 1));
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    screen.getByLabelText('理由').focus();
    rerender(view([need], 1));
    expect(document.activeElement).toBe(screen.getByLabelText('理由'));
    rerender(view([need], 2));
    expect(document.activeElement).toBe(screen.getByRole('alert'));
  });
});
