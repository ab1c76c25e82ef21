// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { FileField } from '#client/ui/forms/file-field.tsx';
import { prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();

function Choosing({ error }: { readonly error?: string }) {
  const [file, setFile] = useState<File | null>(null);
  return (
    <FileField id="sheet" label="表格文件" hint="最大 20 MB" error={error} accept=".xlsx" chosen={file?.name ?? null} onChoose={setFile} />
  );
}

const sheet = new File(['x'], '菜单.xlsx');
const browsersOwn = (): HTMLInputElement => {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('there is no input for files');
  return input;
};

describe('choosing a file', () => {
  it('is a button in words of ours, which opens the dialogue of the browser', () => {
    show(<Choosing error="请先选择文件" />);
    const button = screen.getByRole('button', { name: '表格文件：选择文件', description: '最大 20 MB 请先选择文件 还没有选择文件' });
    const opened = vi.spyOn(browsersOwn(), 'click');
    fireEvent.click(button);
    expect(opened).toHaveBeenCalledOnce();
    expect(browsersOwn().hidden).toBe(true);
  });

  it('says which one is chosen, also when it was dropped, and offers another', () => {
    show(<Choosing />);
    fireEvent.change(browsersOwn(), { target: { files: [sheet] } });
    expect(screen.getByRole('status').textContent).toBe('已选择：菜单.xlsx');
    const button = screen.getByRole('button', { name: '表格文件：换一个文件' });
    const files = [new File(['y'], '名册.csv')];
    fireEvent.dragOver(button, { dataTransfer: { files } });
    expect(screen.getByRole('status').textContent).toBe('松开鼠标，选择这个文件');
    fireEvent.drop(button, { dataTransfer: { files } });
    expect(screen.getByRole('status').textContent).toBe('已选择：名册.csv');
  });
});
