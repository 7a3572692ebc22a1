/** The meaning of a heading from all the rows of its header. */
import { answerCode, headingKey } from '../mapping/keys.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Period } from '../period.ts';
import { isUnitOnly, splitPath, withoutUnit } from './heading-text.ts';
import { groupIgnoredAs, isTheme } from './heading-words.ts';
import type { IndicatorNames, KnownIndicator } from './indicator-names.ts';
import { likeness } from './likeness.ts';
import { meaningOf, type Meaning } from './one-heading.ts';
import type { HeadingMatch, Proposal, RecognisedBy } from './recogniser.ts';
import { spell } from './spelling.ts';
import { isTotalText } from './totals.ts';

export interface HeadingContext {
  readonly names: IndicatorNames;
  readonly mapping: Mapping;
  /** A lane under the name of a place is that place's, which the caller has to take apart first. */
  readonly isPlace: (text: string) => boolean;
}

/** Words under an indicator's name that only say that its number follows. */
const ITS_NUMBER =
  /^(?:数值|数量|值|数|数据|个数|总数|总量|实际|实际数|实际值|实有|实有数|现有|现有数|本期|本期数|本期值|当期|当期数|本年|本年度|本年数|当年|当年数|全年|期末|期末数|年末|年末数|年底|年底数|填报数|填报值|完成数|完成值)$/;

/** 强检项目 / 项目数 counts what it is under; 服务企业 / 人数 does not. */
const isItsNumber = (child: string, { unit }: KnownIndicator): boolean =>
  ITS_NUMBER.test(child) || (unit === '项' && /^项目?数$/.test(child));

/** Words under a name that stand before it in a sentence: 社会公用计量标准 / 新建. */
const QUALIFIES =
  /^(?:本年度?|本期|当年)?(?:新建|新增|注销|撤销|最高等级|最高|一级|二级|1级|2级|在研|获批|已建|应建|在用|有效|开展|已开展|应开展|授权)(?:总数|数量|人数|数)?$/;

type Resolved = Meaning | 'unclear' | null;

function named(indicator: KnownIndicator, by: RecognisedBy, period: Period | null): HeadingMatch {
  const kind = indicator.computed ? 'computed' : 'indicator';
  return { kind, indicator: indicator.code, by, ...(period && { period }) };
}

function toMatch(meaning: Meaning, period: Period | null): HeadingMatch | null {
  switch (meaning.kind) {
    case 'named':
      return named(meaning.indicator, meaning.by, period);
    case 'several':
      return null;
    case 'role': {
      // A value under a year is the year's lane.
      if (period) return meaning.role === 'value' ? { kind: 'period', period } : null;
      const { role, or } = meaning;
      return or === undefined ? { kind: 'role', role } : { kind: 'role', role, or };
    }
    case 'ignored':
    case 'total':
      return meaning;
  }
}

const last = (rows: readonly string[]) => rows[rows.length - 1] ?? '';
const withoutCount = (text: string) => text.replace(/(?:总数|数量|数)$/, '');

/** 公用标准 + 总数, 强制检定/项目数, 最高 + 公用标准: the rows read as one name. */
function joined(rows: readonly string[], names: IndicatorNames): Meaning | null {
  for (let from = 0; from < rows.length - 1; from += 1) {
    const some = rows.slice(from).map((row) => withoutUnit(row) ?? row);
    const [above, below] = [some.slice(0, -1).join(''), last(some)];
    const written = rows.slice(from).join('');
    const candidates = [
      ...[some, [above + below], [written]],
      ...(QUALIFIES.test(below) ? [[below + above], [withoutCount(below) + above]] : []),
    ];
    for (const name of candidates) {
      const found = names.find(...name);
      if (found && 'indicator' in found) {
        const outer = rows.slice(0, from);
        return outer.some((row) => !isNeutral(row, found.indicator, names))
          ? null
          : { kind: 'named', ...found };
      }
    }
    const whole = meaningOf(written, names);
    if (whole?.kind === 'role' && from === 0) return whole;
  }
  return null;
}

/** True where a group's name does not change what an indicator's name under it says. */
function isNeutral(group: string, child: KnownIndicator, names: IndicatorNames): boolean {
  const meaning = meaningOf(group, names);
  if (meaning?.kind === 'named') return meaning.indicator.dimension === child.dimension;
  if (meaning?.kind === 'role') return meaning.role === 'indicator' || meaning.role === 'value';
  return meaning === null && isTheme(withoutUnit(group) ?? group);
}

function resolveRows(rows: readonly string[], context: HeadingContext): Resolved {
  const { names } = context;
  const [only] = rows;
  if (only === undefined) return null;
  if (rows.length === 1) return meaningOf(only, names);
  const groups = rows.slice(0, -1);
  const child = last(rows);
  if (groups.some((group) => context.isPlace(group))) return 'unclear';

  const whole = joined(rows, names);
  if (whole) return whole;
  if (groups.some(isTotalText)) return { kind: 'total' };
  const why = groups.map(groupIgnoredAs).find((one) => one !== null);
  if (why) return { kind: 'ignored', why };

  const above = resolveRows(groups, context);
  const meaning = meaningOf(child, names);
  if (above !== null && above !== 'unclear' && above.kind === 'named') {
    if (child === above.indicator.unit) return above;
    if (meaning?.kind === 'ignored') return meaning;
    if (isItsNumber(withoutUnit(child) ?? child, above.indicator) || isUnitOnly(child))
      return above;
    // 合计 under an indicator may be the indicator, or the sum over years.
    if (meaning?.kind === 'total') return 'unclear';
    if (meaning?.kind === 'role')
      return meaning.role === 'note' || meaning.role === 'missing_reason' ? meaning : 'unclear';
  } else if (isUnitOnly(child)) return above;
  if (above !== null && above !== 'unclear' && above.kind === 'role' && above.role === 'note')
    return above;
  if (meaning?.kind !== 'named') return meaning;
  if (above !== null && above !== 'unclear' && above.kind === 'named') {
    // A row of codes and a row of names have to say the same.
    const coded = above.by === 'code' || meaning.by === 'code';
    if (coded && above.indicator !== meaning.indicator) return 'unclear';
  }
  return groups.every((group) => isNeutral(group, meaning.indicator, names)) ? meaning : 'unclear';
}

function fromMapping(
  path: readonly string[],
  rows: readonly string[],
  period: Period | null,
  { mapping, names }: HeadingContext,
): HeadingMatch | null {
  if (mapping.headings.size === 0) return null;
  const answer =
    mapping.headings.get(headingKey(path)) ??
    mapping.headings.get(headingKey(rows.map((row) => withoutUnit(row) ?? row)));
  if (answer === undefined) return null;
  if (answer === 'ignore') return { kind: 'ignored', why: 'mapping' };
  const indicator = names.byCode.get(answer.indicator);
  if (!indicator) return null;
  const match = named(indicator, 'mapping', period);
  return answer.previous && match.kind === 'indicator' ? { ...match, previous: true } : match;
}

const YEAR_BEFORE = '(?:上一?年度?|去年度?|上年同期|去年同期|上期|上一期)';
const IS_BEFORE = new RegExp(`^${YEAR_BEFORE}(?:数|值|数据|数量|实际|实际数|完成数|末数?|底数?)?$`);
const ENDS_BEFORE = new RegExp(`^(.+?)[-_:/(]*${YEAR_BEFORE}(?:数|值|数量|数据)?\\)?$`);
const STARTS_BEFORE = new RegExp(`^${YEAR_BEFORE}[的:_-]?(.{2,})$`);

/** The rows without the one word that says “of the year before”; null where none does. */
function withoutYearBefore(rows: readonly string[]): readonly string[] | null {
  for (const [at, row] of rows.entries()) {
    const rest = IS_BEFORE.test(row)
      ? ''
      : (ENDS_BEFORE.exec(row)?.[1] ?? STARTS_BEFORE.exec(row)?.[1]);
    if (rest === undefined) continue;
    return [...rows.slice(0, at), rest, ...rows.slice(at + 1)].filter((text) => text !== '');
  }
  return null;
}

/** 强检项目数/上年 may be the number of the year before: proposed, as the year is not written. */
function proposePrevious(rows: readonly string[], context: HeadingContext): readonly Proposal[] {
  const rest = withoutYearBefore(rows);
  const meant = rest === null || rest.length === 0 ? null : resolveRows(rest, context);
  if (meant === null || meant === 'unclear' || meant.kind !== 'named') return [];
  const { code, name, computed } = meant.indicator;
  if (computed) return [];
  const answer = answerCode({ indicator: code, previous: true });
  return [{ code: answer, name: `${name}（上年）`, likeness: 1 }];
}

/** The rows with the innermost one once more alone, since it says most. */
function propose(
  rows: readonly string[],
  resolved: Resolved,
  names: IndicatorNames,
): readonly Proposal[] {
  const text = rows.map((row) => withoutUnit(row) ?? row).join('');
  if (resolved !== null && resolved !== 'unclear' && resolved.kind === 'several')
    return resolved.several
      .filter(({ computed }) => !computed)
      .map(({ code, name }) => ({ code, name, likeness: likeness(spell(text), spell(name)) }))
      .sort((a, b) => b.likeness - a.likeness || (a.code < b.code ? -1 : 1));
  return names.propose(text);
}

/** Likeness is looked for when somebody asks: of thousands of unknown texts few are ever shown. */
function unknown(find: () => readonly Proposal[]): HeadingMatch {
  let found: readonly Proposal[] | null = null;
  return {
    kind: 'unknown',
    get proposals() {
      return (found ??= find());
    },
  };
}

export function matchHeading(path: readonly string[], context: HeadingContext): HeadingMatch {
  const split = splitPath(path);
  const { rest: rows } = split;
  const period = split.period === 'conflict' ? null : split.period;
  const mapped = fromMapping(path, rows, period, context);
  if (mapped) return mapped;
  if (rows.length === 0 && period) return { kind: 'period', period };
  const resolved = split.period === 'conflict' ? 'unclear' : resolveRows(rows, context);
  const match = resolved === null || resolved === 'unclear' ? null : toMatch(resolved, period);
  if (match) return match;
  return unknown(() => {
    const before = proposePrevious(rows, context);
    return before.length > 0 ? before : propose(rows, resolved, context.names);
  });
}

/** A cell that names an indicator; units and numbering do not matter, roles are none. */
export function matchIndicator(text: string, context: HeadingContext): HeadingMatch {
  const match = matchHeading([text], context);
  if (match.kind === 'indicator' || match.kind === 'computed' || match.kind === 'unknown')
    return match;
  if (match.kind === 'ignored' || match.kind === 'total') return match;
  return unknown(() => context.names.propose(text));
}
