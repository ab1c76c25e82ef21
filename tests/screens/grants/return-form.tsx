import { fireEvent, screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
// Loaded lazily in the product; here at once, so that no test waits for it.
import '#client/features/grants/forms/file-return-form.tsx';
import { GrantScreen } from '#client/features/grants/screens/grant-screen.tsx';
import { person, show } from '#tests/screens/support/show.tsx';

export const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }));
export const type = (name: string | RegExp, value: string): void =>
  void fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });

/** The page of a grant with the form opened. */
export async function open() {
  const screenAt = (
    <Routes>
      <Route path="/app/grants/:grantId" element={<GrantScreen />} />
    </Routes>
  );
  const shown = show(screenAt, { at: '/app/grants/g1', me: person('lead') });
  fireEvent.click(await screen.findByRole('button', { name: '退权' }));
  await screen.findByRole('textbox', { name: '说明' }, { timeout: 10_000 });
  return shown;
}

async function choose(field: RegExp, option: string): Promise<void> {
  press(field);
  fireEvent.click(await screen.findByRole('option', { name: option }));
}

/** Everything that is required. */
export async function fill(): Promise<void> {
  await choose(/原因/, '业务量太少');
  type('说明', '  全年只办理了三件。 ');
  type('希望从哪天起退回', '２０２７年１月４日');
}

/** On to what is read once more before it is sent. */
export async function check(): Promise<void> {
  press('下一步：核对');
  await screen.findByRole('region', { name: /退权：核对后确认/ });
}
