// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { switchLanguage } from '#client/i18n/start.ts';
import { NetworkError, ProblemError, StrangeAnswerError } from '#client/lib/call-error.ts';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import type { Problem } from '#contract/problems.ts';
import { prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();

const problem = (code: Problem['code'], status: number, more: Partial<Problem> = {}): ProblemError =>
  new ProblemError({ type: '', title: '', status, instance: 'request-7', code, ...more });

describe('ProblemAlert', () => {
  it('is nothing without an error', () => {
    show(<ProblemAlert error={null} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says a refusal in plain words, takes the focus, and offers no second try', () => {
    show(<ProblemAlert error={problem('not_eligible', 409)} onRetry={() => undefined} />);
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('您所在的乡镇不符合这一事项的承接范围。');
    expect(document.activeElement).toBe(alert);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('uses facts only when all of them arrived', () => {
    const { unmount } = show(<ProblemAlert error={problem('locked_out', 429, { params: { minutes: 5 } })} />);
    expect(screen.getByRole('alert').textContent).toContain('5 分钟后');
    unmount();
    show(<ProblemAlert error={problem('locked_out', 429)} />);
    expect(screen.getByRole('alert').textContent).toContain('请稍后再试');
    expect(screen.getByRole('alert').textContent).not.toContain('{{');
  });

  it('shows a loser of a race what the other did, and keeps what was typed', () => {
    const reload = vi.fn();
    const changes = [{ at: Date.UTC(2026, 10, 22, 6, 5), actor: '王敏', action: 'decide' }];
    show(<ProblemAlert error={problem('version_stale', 412, { changes })} onReload={reload} actionWords={() => '作出决定'} />);
    expect(screen.getByRole('listitem').textContent).toBe('2026年11月22日 14:05，王敏：作出决定');
    expect(screen.getByRole('alert').textContent).toContain('没有丢失');
    fireEvent.click(screen.getByRole('button', { name: '载入最新内容' }));
    expect(reload).toHaveBeenCalledOnce();
  });

  it('admits that a lost change may have been done, and that repeating is safe', () => {
    const retry = vi.fn();
    show(<ProblemAlert error={new NetworkError(null)} onRetry={retry} />);
    expect(screen.getByRole('alert').textContent).toContain('重复提交只会算作一次');
    fireEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it('gives the number to tell the administrator when the server failed', () => {
    show(<ProblemAlert error={problem('internal', 500)} onRetry={() => undefined} />);
    expect(screen.getByRole('alert').textContent).toContain('request-7');
    expect(screen.getByRole('button', { name: '重试' })).toBeTruthy();
  });

  it("has words for answers that are not the portal's, in English too", async () => {
    await switchLanguage('en');
    show(<ProblemAlert error={new StrangeAnswerError(502)} />);
    expect(screen.getByRole('alert').textContent).toContain('status 502');
    expect(document.documentElement.lang).toBe('en');
  });
});
