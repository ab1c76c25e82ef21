// @ts-check
/**
 * The word list of the house as a lint: comments and names are plain technical English and the words of the field. Texts that
 * people read and kinds that stand in stored rows are strings, and not looked at.
 *
 * @typedef {{ readonly pattern: RegExp, readonly instead: string }} Ban
 */

/** Parts of a name, as camelCase, snake_case and kebab-case divide it. @type {ReadonlyMap<string, string>} */
const namesToAvoid = new Map([
  ['hat', 'membership or role'],
  ['hats', 'memberships or roles'],
  ['ride', 'follow the end of the penalty'],
  ['rides', 'follows the end of the penalty'],
  ['riding', 'following'],
  ['bear', 'carry, hold, support'],
  ['bears', 'carries, holds, supports'],
  ['bearer', 'holder'],
  ['born', 'created'],
  ['bars', 'blocking conditions'],
  ['barred', 'blocked'],
  ['desk', 'inbox, office or screen size, as it is meant'],
  ['sounds', 'validity or wellFormed'],
  ['spell', 'interval'],
  ['spells', 'intervals'],
  ['hot', 'prepared (statements) or frequent'],
  ['nobody', 'none'],
  ['whoever', 'the role or the person meant'],
  ['kept', 'stored, prepared, cached or saved, as it is meant'],
]);

/** Words that are no name by themselves, though they may be a part of one. @type {ReadonlyMap<string, string>} */
const wholeNamesToAvoid = new Map([['no', 'refusal']]);

/** Attributes of HTML and kinds that stand in stored rows: their names are not ours to choose. */
const isGiven = (/** @type {string} */ name) => name === 'spellCheck' || (name.includes('_') && name === name.toLowerCase());

/** @type {readonly Ban[]} */
const commentsToAvoid = [
  { pattern: /\b(hats?|rides?|riding)\b/i, instead: 'membership, role; follows the end of the penalty' },
  { pattern: /\b(bears?|bearing|born|borne)\b/i, instead: 'carries, holds; created' },
  { pattern: /\bbars\b/i, instead: 'blocks, blocking conditions' },
  { pattern: /\bdesks?\b/i, instead: 'inbox, office, or 1366 x 768' },
  { pattern: /\bsounds\b/i, instead: 'is valid, is well formed' },
  { pattern: /\b(spells?|spelled|spelt)\b/i, instead: 'interval; written' },
  { pattern: /\b(brings?|brought) .{0,20}\bhome\b/i, instead: 'returns, resolves' },
  { pattern: /\bhot\b/i, instead: 'frequent; prepared statements' },
  { pattern: /\b(nobody|whoever)\b/i, instead: 'no account, no role, the person who …' },
  { pattern: /^\W*answers\b/i, instead: 'Returns …' },
];

/** @param {string} name @returns {string[]} in lower case */
const partsOf = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_$\d]+/);

/** @type {import('eslint').Rule.RuleModule} */
export const plainWords = {
  meta: { type: 'suggestion', schema: [], messages: { word: '"{{ found }}" is no word of this house: {{ instead }}.' } },
  create(context) {
    const { sourceCode } = context;
    return {
      Program() {
        for (const [place, token] of sourceCode.ast.tokens.entries()) {
          if (token.type !== 'Identifier' && token.type !== 'JSXIdentifier') continue;
          // `{ yes, no }` is data.
          const isKey =
            sourceCode.ast.tokens[place + 1]?.value === ':' && [',', '{'].includes(sourceCode.ast.tokens[place - 1]?.value ?? '');
          if (isGiven(token.value) || (token.value === 'no' && isKey)) continue;
          const part = partsOf(token.value).find((one) => namesToAvoid.has(one)) ?? '';
          const instead = namesToAvoid.get(part) ?? wholeNamesToAvoid.get(token.value);
          if (instead !== undefined) context.report({ loc: token.loc, messageId: 'word', data: { found: token.value, instead } });
        }
        for (const comment of sourceCode.getAllComments()) {
          for (const { pattern, instead } of commentsToAvoid) {
            const found = pattern.exec(comment.value);
            if (found !== null && comment.loc)
              context.report({ loc: comment.loc, messageId: 'word', data: { found: found[0].trim(), instead } });
          }
        }
      },
    };
  },
};
