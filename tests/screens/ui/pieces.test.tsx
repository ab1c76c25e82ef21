// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { setClock } from '#client/lib/clock.ts';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { PrintFrame } from '#client/ui/page/print-frame.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { Timeline } from '#client/ui/shown/timeline.tsx';
import { prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();

describe('pieces', () => {
  it('PageHeader is the one h1, the title of the document, and the way here', () => {
    show(
      <PageHeader
        title="易腐垃圾处罚"
        crumbs={[{ title: '赋权事项', to: '/app/grants' }]}
        status={<StatusTag tone="info">试运行</StatusTag>}
      />,
    );
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('易腐垃圾处罚');
    expect(document.title).toBe('易腐垃圾处罚 · 基层点单 · 县级赋权');
    expect(
      within(screen.getByRole('navigation', { name: '所在位置' }))
        .getByRole('link')
        .getAttribute('href'),
    ).toBe('/app/grants');
  });

  it('StatusTag says its status in words; its sign is not read out', () => {
    const { container } = show(<StatusTag tone="bad">已逾期</StatusTag>);
    expect(container.textContent).toBe('已逾期');
    expect(container.querySelector('[aria-hidden="true"]')).not.toBeNull();
  });

  it('Panel is a region named by its heading', () => {
    show(<Panel title="基本情况">内容</Panel>);
    expect(within(screen.getByRole('region', { name: '基本情况' })).getByRole('heading', { level: 2 })).toBeTruthy();
  });

  it('Timeline is an ordered list that marks where the case stands', () => {
    show(
      <Timeline
        label="办理过程"
        items={[
          { key: '1', title: '提交申请', tone: 'good' },
          { key: '2', title: '法制审核', tone: 'waiting', isCurrent: true },
        ]}
      />,
    );
    const steps = within(screen.getByRole('list', { name: '办理过程' })).getAllByRole('listitem');
    expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, 'step']);
  });

  it('DescriptionList pairs terms and facts', () => {
    show(<DescriptionList items={[{ key: 'a', term: '主管部门', children: '城市管理局' }]} />);
    expect(screen.getByRole('term').textContent).toBe('主管部门');
    expect(screen.getByRole('definition').textContent).toBe('城市管理局');
  });

  it('PrintFrame prints, with the day', () => {
    const restore = setClock(() => Date.UTC(2026, 10, 21, 16));
    show(<PrintFrame>记录</PrintFrame>);
    restore();
    expect(screen.getByRole('button', { name: '打印' })).toBeTruthy();
    expect(screen.getByText(/打印日期：2026年11月22日/)).toBeTruthy();
  });
});
