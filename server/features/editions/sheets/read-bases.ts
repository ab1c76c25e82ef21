import { knownTitle, readCitations, writeCitation, type Citation } from '#server/domain/law/legal-citations.ts';
import type { MenuReference } from './import-reference.ts';
import type { ItemTerms } from '../queries.ts';
import type { RowReader } from '#server/spreadsheets/row-reader.ts';

type Basis = ItemTerms['legalBases'][number];

/** The bases of a row: laws that the county knows under their full title, each with the day of its version. */
export function readBases(reader: RowReader, reference: MenuReference): Basis[] {
  const { citations, unclear } = readCitations(reader.raw('bases'));
  for (const part of unclear) reader.say('error', 'bases', 'article_not_understood', { part: part.slice(0, 200) }, proposed(part));
  const ofRow = reader.day('statuteVersion');
  const bases = citations.flatMap((citation) => basisOf(reader, citation, ofRow, reference));
  if (bases.length > 10) reader.say('error', 'bases', 'too_many_entries', { count: bases.length, most: 10 });
  const isComplete = unclear.length === 0 && bases.length === citations.length;
  if (isComplete && !reader.isFaulty()) noteArticles(reader, citations);
  return bases;
}

function basisOf(reader: RowReader, citation: Citation, ofRow: string | null, { statutes }: MenuReference): Basis[] {
  const law = knownTitle(citation.law, (title) => statutes.has(title)) ?? citation.law;
  if (law !== citation.law) reader.say('note', 'bases', 'statute_title_completed', { before: citation.law, after: law });
  if (law.length > 120 || citation.article.length > 60) {
    reader.say('error', 'bases', 'article_not_understood', { part: citation.article.slice(0, 200) });
    return [];
  }
  const said = citation.versionOn ?? ofRow;
  if (said !== null) return [{ law, article: citation.article, versionOn: said }];
  const inForce = statutes.get(law) ?? null;
  if (inForce === null) {
    reader.say('error', 'bases', 'statute_version_unknown', { law }, `《${law}》（yyyy-mm-dd）${citation.article}`);
    return [];
  }
  reader.say('note', 'bases', 'statute_version_taken', { law, day: inForce });
  return [{ law, article: citation.article, versionOn: inForce }];
}

/** A law without an article can at least be named. */
const proposed = (part: string): string => (/《[^》]+》\s*$/.test(part) ? `${part}第…条` : '');

/** Numerals and joints that were read otherwise than they stand; a day that only the row says does not count. */
function noteArticles(reader: RowReader, citations: readonly Citation[]): void {
  const bare = (text: string): string =>
    text
      .replaceAll(/\s|[、，,；;。和及与]|的?规定/g, '')
      .replaceAll(/[（(][^（）()]*\d{4}[^（）()]*[）)]/g, '')
      .replaceAll(/[()]/g, (one) => (one === '(' ? '（' : '）'));
  const stands = bare(reader.raw('bases'));
  let law = '';
  const read = citations
    .map((citation) => {
      const isSame = citation.law === law;
      law = citation.law;
      return isSame ? citation.article : `《${citation.law}》${citation.article}`;
    })
    .join('');
  if (stands !== bare(read)) reader.noteReading('bases', citations.map(writeCitation).join('；'));
}

const superseded = /取代|废止|失效/;
const amended = /修订|修正|修改|未复核/;

/** What a sheet says of its bases having been changed; taken for what it is, a warning to look. */
export function readStatuteStatus(reader: RowReader): void {
  const text = reader.raw('statuteStatus');
  if (text === '') return;
  const by = /《([^》]+)》/.exec(text)?.[1] ?? '';
  const on = /\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? '';
  if (superseded.test(text)) reader.say('warning', 'statuteStatus', 'statute_superseded', { by, on, text });
  else reader.say('warning', 'statuteStatus', amended.test(text) ? 'statute_amended' : 'not_understood', { text });
}
