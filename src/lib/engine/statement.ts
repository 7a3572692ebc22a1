/**
 * Which SQL of a reader's own is a question and nothing else. The database is locked whatever is
 * asked of it (no files, no network, no settings) and the question is put inside a transaction that
 * cannot write; this says so beforehand, and in a way that can be put into words.
 */

export type StatementFault =
  /** Nothing but blanks and comments. */
  | 'empty'
  /** A quote or a comment that never ends. */
  | 'unclosed'
  /** More than one statement. */
  | 'several'
  /** Begins with something else than SELECT, WITH, DESCRIBE or SHOW. */
  | 'not_a_question'
  /** A word that changes something, or a function that reads from outside. */
  | 'forbidden'
  /** A file in place of a table. */
  | 'file'
  | 'too_long';

export type StatementVerdict =
  | { readonly kind: 'fine'; readonly sql: string }
  | { readonly kind: 'refused'; readonly fault: StatementFault; readonly word: string };

/** The first words of a question. */
export const QUESTION_WORDS = ['select', 'with', 'describe', 'show'] as const;

const MOST_LETTERS = 20_000;

/** Words that do more than ask, wherever they stand outside quotes. */
const FORBIDDEN = new Set(
  `abort alter attach begin call checkpoint commit copy create deallocate delete detach drop execute
  export grant import insert install load merge pragma prepare reset revoke rollback set start
  truncate update use vacuum`.split(/\s+/u),
);

/** Functions that reach out of the tables: files, settings, the machine, other SQL. */
const OUTSIDE =
  /^(?:read_\w+|\w+_scan|scan_\w+|parquet_\w+|sniff_\w+|glob|getenv|query|query_table|pragma_\w+|current_setting|which_secret|duckdb_secrets|duckdb_settings|st_read\w*|nextval|setseed)$/u;

interface Token {
  readonly kind: 'word' | 'text' | 'name' | 'sign';
  readonly text: string;
}

/** Judges a statement; `sql` is it without a closing semicolon. */
export function judgeStatement(text: string): StatementVerdict {
  const refused = (fault: StatementFault, word = ''): StatementVerdict => ({
    kind: 'refused',
    fault,
    word,
  });
  if (text.length > MOST_LETTERS) return refused('too_long');
  // A NUL would end the statement before its end has been looked at.
  if (text.includes('\0')) return refused('unclosed');
  const tokens = tokensOf(text);
  if (tokens === null) return refused('unclosed');
  while (tokens.length > 0 && tokens[tokens.length - 1]?.text === ';') tokens.pop();
  const [first] = tokens;
  if (!first) return refused('empty');
  if (tokens.some(isSemicolon)) return refused('several');
  if (first.kind !== 'word' || !QUESTION_WORDS.some((word) => word === first.text))
    return refused('not_a_question', first.text.slice(0, 40));
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    const isCall = next?.kind === 'sign' && next.text === '(';
    if (token.kind === 'word' && FORBIDDEN.has(token.text)) return refused('forbidden', token.text);
    if (token.kind !== 'text' && isCall && OUTSIDE.test(token.text.toLowerCase()))
      return refused('forbidden', token.text);
    const leads = token.kind === 'word' && (token.text === 'from' || token.text === 'join');
    if (leads && next?.kind === 'text') return refused('file', next.text.slice(0, 40));
  }
  return { kind: 'fine', sql: text.replace(/[\s;]+$/u, '') };
}

const isSemicolon = ({ kind, text }: Token) => kind === 'sign' && text === ';';

/** Words in small letters, quoted text without its quotes, single signs; null where it never ends. */
function tokensOf(sql: string): Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  while (at < sql.length) {
    const rest = sql.slice(at);
    const blank = /^\s+|^--[^\n\r]*/u.exec(rest)?.[0];
    if (blank !== undefined) {
      at += blank.length;
      continue;
    }
    if (rest.startsWith('/*')) {
      const length = commentLength(rest);
      if (length === null) return null;
      at += length;
      continue;
    }
    const found = quoted(rest) ?? plain(rest);
    if (found.length === null) return null;
    tokens.push(found.token);
    at += found.length;
  }
  return tokens;
}

/** Comments nest. */
function commentLength(text: string): number | null {
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/\/\*|\*\//gu)) {
    depth += mark === '/*' ? 1 : -1;
    if (depth === 0) return index + 2;
  }
  return null;
}

interface Found {
  readonly token: Token;
  /** null: it never ends. */
  readonly length: number | null;
}

function quoted(text: string): Found | null {
  const until = (pattern: RegExp, kind: Token['kind']): Found => {
    const whole = pattern.exec(text)?.[0];
    const inner = whole?.replace(/^e?['"]|['"]$/giu, '') ?? '';
    return { token: { kind, text: inner }, length: whole?.length ?? null };
  };
  if (/^e'/iu.test(text)) return until(/^e'(?:[^'\\]|\\[\s\S]|'')*'/iu, 'text');
  if (text.startsWith("'")) return until(/^'(?:[^']|'')*'/u, 'text');
  if (text.startsWith('"')) return until(/^"(?:[^"]|"")*"/u, 'name');
  const tag = /^\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/u.exec(text)?.[0];
  if (tag === undefined) return null;
  const end = text.indexOf(tag, tag.length);
  return {
    token: { kind: 'text', text: end < 0 ? '' : text.slice(tag.length, end) },
    length: end < 0 ? null : end + tag.length,
  };
}

function plain(text: string): Found {
  const word = /^[\p{L}_][\p{L}\p{N}_$]*/u.exec(text)?.[0];
  if (word !== undefined)
    return { token: { kind: 'word', text: word.toLowerCase() }, length: word.length };
  const number = /^\d[\p{L}\p{N}_.]*/u.exec(text)?.[0];
  const sign = number ?? String.fromCodePoint(text.codePointAt(0) ?? 0);
  return { token: { kind: 'sign', text: sign }, length: sign.length };
}
