// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MeasureTie } from '#client/features/requests/parts/case/measure-tie.tsx';
import { person, prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();

const penalty = { code: 'CG-CF-001', name: '对占道经营的处罚' };
const blocked = '现在不能批准：请先决定它所服务的处罚权。';

test('a measure whose penalty is missing cannot be approved, and the page says what comes first', () => {
  show(<MeasureTie tie={{ penalties: [{ ...penalty, standing: 'missing' }], ending: [] }} isUndecided />, { me: person('decider') });
  screen.getByText('对占道经营的处罚（CG-CF-001）：乡镇未持有，也未获批准');
  screen.getByText(blocked);
});

test('one whose penalty is approved waits for its hand-over only', () => {
  show(<MeasureTie tie={{ penalties: [{ ...penalty, standing: 'approved' }], ending: [] }} isUndecided />, { me: person('decider') });
  screen.getByText(/须先签署它的交接清单/);
  expect(screen.queryByText(blocked)).toBeNull();
});

test('a swap names the measures that end with the penalty', () => {
  show(<MeasureTie tie={{ penalties: [], ending: [{ grantId: 'g', powerName: '扣押工具' }] }} isUndecided={false} />, {
    me: person('decider'),
  });
  screen.getByText('换出的处罚权终止时，“扣押工具”（行政强制）同日终止。');
});
