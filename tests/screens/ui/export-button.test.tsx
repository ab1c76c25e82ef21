// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { useSheet } from '#client/i18n/use-sheet.ts';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { fakeNetwork, refusal } from '#tests/screens/support/network.ts';
import { prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();

interface Row {
  readonly code: string;
  readonly state: string;
  readonly place: { readonly name: string } | null;
  readonly bases: readonly { readonly law: string; readonly article: string }[];
}

function Export() {
  const sheet = useSheet<Row>();
  const columns = [
    sheet.text('code', '编码'),
    sheet.text('place.name', '乡镇'),
    sheet.word('state', '状态', 'sessionState'),
    sheet.flag('code', '有'),
    sheet.each('bases', ['law', 'article'], '依据'),
  ];
  const query = { state: 'trial', townshipId: undefined, q: '', cursor: 'page-2', limit: '25' };
  return <ExportButton list="GET /grants" query={query} sheet={{ name: '赋权', columns }} />;
}

describe('exporting a list', () => {
  it('asks for what is filtered, not for the page that is shown, in the words of the screen', async () => {
    const network = fakeNetwork();
    network.answer(
      'POST /list-files',
      new Response('bytes', { headers: { 'content-disposition': "attachment; filename*=UTF-8''a.xlsx" } }),
    );
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }));
    show(<Export />);
    fireEvent.click(screen.getByRole('button', { name: '导出表格' }));
    await waitFor(() => expect(network.sentTo('POST /list-files')).toHaveLength(1));
    const [sent] = network.sentTo('POST /list-files');
    expect(sent?.headers['idempotency-key']).toBeTruthy();
    expect(sent?.body).toMatchObject({ list: '/grants', name: '赋权' });
    expect((sent?.body as { query: unknown }).query).toEqual({ state: 'trial' });
    expect((sent?.body as { columns: unknown }).columns).toEqual([
      { title: '编码', at: 'code', as: 'text' },
      { title: '乡镇', at: 'place.name', as: 'text' },
      expect.objectContaining({ as: 'words', words: expect.objectContaining({ open: '可报名' }) as unknown }),
      expect.objectContaining({ words: { true: '是', false: '否' } }),
      { title: '依据', at: 'bases', parts: ['law', 'article'], as: 'text' },
    ]);
  });

  it('says why where there is too much', async () => {
    fakeNetwork().answer('POST /list-files', refusal('list_too_long', 422, { params: { most: 20_000 } }));
    show(<Export />);
    fireEvent.click(screen.getByRole('button', { name: '导出表格' }));
    expect(await screen.findByText(/先缩小查询条件/)).toBeTruthy();
  });
});
