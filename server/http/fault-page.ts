interface Words {
  readonly title: string;
  readonly text: string;
  readonly home: string;
}
type Languages = { readonly zh: Words; readonly en: Words };

const pagesOf: Readonly<Record<'address' | 'missing' | 'busy' | 'internal', Languages>> = {
  address: {
    zh: { title: '地址无法识别', text: '请检查网址，或从首页重新进入。', home: '返回首页' },
    en: { title: 'This address cannot be read', text: 'Check it, or start from the first page.', home: 'First page' },
  },
  missing: {
    zh: { title: '没有这个页面', text: '网址可能有误，或页面已经移走。', home: '返回首页' },
    en: { title: 'There is no such page', text: 'The address may be wrong, or the page has moved.', home: 'First page' },
  },
  busy: {
    zh: { title: '系统暂时无法服务', text: '已提交的内容不受影响，请稍后再试。', home: '返回首页' },
    en: { title: 'The portal cannot serve you just now', text: 'What was submitted is safe. Try again in a while.', home: 'First page' },
  },
  internal: {
    zh: { title: '系统出错', text: '请稍后再试；如仍出错，请联系管理员。', home: '返回首页' },
    en: { title: 'Something went wrong', text: 'Try again in a while. If it goes on, tell the administrator.', home: 'First page' },
  },
};

function wordsFor(status: number): Languages {
  if (status === 404) return pagesOf.missing;
  if (status === 503) return pagesOf.busy;
  return status < 500 ? pagesOf.address : pagesOf.internal;
}

const block = (language: string, { title, text, home }: Words): string =>
  `<section lang="${language}"><h1>${title}</h1><p>${text}</p><p><a href="/">${home}</a></p></section>`;

/** Complete in itself: it stands also where the client is not built, and takes nothing from the request. */
export function faultPage(status: number, nonce: string): string {
  const { zh, en } = wordsFor(status);
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${zh.title} · ${en.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${nonce}">body{margin:0 auto;max-width:40rem;padding:3rem 1rem;font:1rem/1.6 system-ui,sans-serif;color:#1f2329}
section+section{margin-top:2rem;border-top:1px solid #d0d3d6}h1{font-size:1.25rem}a{color:#0b57a4}</style></head>
<body><main>${block('zh-CN', zh)}
${block('en', en)}</main></body></html>
`;
}
