import { plainLine } from '../values/text.ts';
import { isDay } from '../time/time.ts';

/** One basis as a cell names it; the day of the version is null where the cell does not say it. */
export interface Citation {
  readonly law: string;
  readonly article: string;
  readonly versionOn: string | null;
}

export interface CitationReading {
  readonly citations: readonly Citation[];
  /** Parts in which no law with an article can be found. */
  readonly unclear: readonly string[];
}

const digits = '零一二三四五六七八九';

/** A number as statutes write it, 1 to 9999: 第一百零五条, 第十条. */
export function chineseNumeral(number: number): string {
  const places = ['', '十', '百', '千'];
  const figures = [...String(number)].map(Number);
  let text = '';
  let hasGap = false;
  figures.forEach((figure, index) => {
    const place = places[figures.length - 1 - index] ?? '';
    if (figure === 0) {
      hasGap = text !== '';
      return;
    }
    text += `${hasGap ? '零' : ''}${digits.charAt(figure)}${place}`;
    hasGap = false;
  });
  return text.replace(/^一十/, '十');
}

const numeral = '[0-9]{1,4}|[零〇○一二三四五六七八九十百千两]{1,9}';
/** 第十条、第十条第二款第（三）项、第十条之一: one article with what is narrower than it. */
const articlePattern = new RegExp(`第?(?:${numeral})条(?:之(?:${numeral}))?(?:第?[（(]?(?:${numeral})[）)]?(?:款|项|目))*`, 'gu');

/** An article as it is kept: Chinese numerals, items in brackets (RULES.md 3.49). */
function plainArticle(text: string): string {
  return text
    .replaceAll(/\s/g, '')
    .replaceAll(/第?[（(]?([0-9]{1,4}|[零〇○一二三四五六七八九十百千两]{1,9})[）)]?(条|款|项|目)/gu, (_, number: string, unit: string) => {
      const numeral = /^[0-9]+$/.test(number) ? chineseNumeral(Number(number)) : number.replaceAll(/[〇○]/g, '零');
      return unit === '项' ? `第（${numeral}）项` : `第${numeral}${unit}`;
    })
    .replace(/之([0-9]{1,4})/u, (_, number: string) => `之${chineseNumeral(Number(number))}`);
}

const dayInBrackets = /^(?:(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})日?)/;
/** The day of a version behind a title: （2019-08-26）, (2019年8月26日修正); a year alone is no day. */
function versionIn(text: string): string | null {
  const [, year = '', month = '', date = ''] = dayInBrackets.exec(text.replaceAll(/\s/g, '')) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

const withBookMarks = /《([^《》]{2,120})》\s*(?:[（(]([^（）()]{4,30})[）)])?([^《]*)/gu;
const bareTitle = /^([^第《》（(]{2,60}(?:法|条例|规定|办法|决定|细则|规则))\s*(?:[（(]([^（）()]{4,30})[）)])?(.*)$/u;

/**
 * The bases that one cell names: several laws, several articles of one law, Arabic or Chinese numerals, with or without book marks; a
 * law without an article is unclear, since it could not be looked up (RULES.md 3.49).
 */
export function readCitations(cell: string): CitationReading {
  const text = plainLine(cell.replaceAll(/[\r\n]+/g, '；'))
    .replaceAll('＜', '《')
    .replaceAll('＞', '》')
    .replaceAll('<', '《')
    .replaceAll('>', '》');
  if (text === '') return { citations: [], unclear: [] };
  const citations: Citation[] = [];
  const unclear: string[] = [];
  const take = (whole: string, law: string, brackets: string | undefined, rest: string): void => {
    const articles = [...rest.matchAll(articlePattern)].map(([found]) => found);
    // What stands between the articles must be nothing but their joints, or it would be lost.
    const between = articles
      .reduce((left, article) => left.replace(article, ''), rest)
      .replaceAll(/[、，,；;。.和及与以\s]|的规定|规定/gu, '');
    const isVersion = brackets === undefined || versionIn(brackets) !== null;
    if (articles.length === 0 || between !== '' || !isVersion) unclear.push(whole.replace(/[；;，,、。\s]+$/u, ''));
    else
      for (const article of articles)
        citations.push({ law: law.trim(), article: plainArticle(article), versionOn: brackets === undefined ? null : versionIn(brackets) });
  };
  if (!text.includes('《')) {
    for (const part of text.split(/[；;]/).filter((one) => one.trim() !== '')) {
      const [, law = '', brackets, rest = ''] = bareTitle.exec(part.trim()) ?? [];
      if (law === '') unclear.push(part.trim());
      else take(part.trim(), law, brackets, rest);
    }
    return { citations, unclear };
  }
  const before = text.slice(0, text.indexOf('《')).replaceAll(/[依据根：:、，；\d.\s（()）]/gu, '');
  if (before !== '') unclear.push(text.slice(0, text.indexOf('《')));
  for (const [whole, law = '', brackets, rest = ''] of text.matchAll(withBookMarks))
    take(whole, law, brackets, rest.replace(/[（(\d]+[.、）)]\s*$/u, ''));
  return { citations, unclear };
}

/** A basis as a cell writes it; reading it gives the same. */
export const writeCitation = ({ law, article, versionOn }: Citation): string =>
  `《${law}》${versionOn === null ? '' : `（${versionOn}）`}${article}`;

const country = '中华人民共和国';

/** A title as it is known elsewhere: laws of the nation are named with and without 中华人民共和国; null where no known title is meant. */
export function knownTitle(title: string, isKnown: (title: string) => boolean): string | null {
  const others = title.startsWith(country) ? [title.slice(country.length)] : [`${country}${title}`];
  return [title, ...others].find(isKnown) ?? null;
}
