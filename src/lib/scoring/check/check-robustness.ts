import { isGroup } from '#lib/model/index.ts';
import type { Assumption, Robustness, Scheme } from '#lib/model/index.ts';
import { chosenScheme } from '../robustness/choose.ts';
import { hierarchyOf } from '../structure/hierarchy.ts';
import { fault } from './fault.ts';
import type { Place, SchemeFault } from './fault.ts';

/**
 * What is wrong with the assumptions about a scheme (R90–R94): levels that nothing has, two
 * assumptions about the same thing, alternatives that are no sound scheme or change nothing.
 *
 * @param check finds what is wrong with a scheme without assumptions
 */
export function checkRobustness(
  scheme: Scheme,
  places: readonly Place[],
  check: (scheme: Scheme) => readonly SchemeFault[],
): SchemeFault[] {
  const { robustness, ...plain } = scheme;
  if (!robustness) return [];
  const known = new Set(check(plain).map(({ path, found }) => `${path} ${found}`));
  const isNew = ({ path, found }: SchemeFault) => !known.has(`${path} ${found}`);
  return robustness.assumptions.flatMap((assumption, i) => {
    const path = `/robustness/assumptions/${i}`;
    return [
      ...absentLevels(scheme, assumption, path),
      ...repeated(robustness, i, path),
      ...tooFew(scheme, assumption, path),
      ...idle(assumption, places, path),
      ...('alternatives' in assumption
        ? assumption.alternatives.flatMap((alternative, j) =>
            unsound(plain, chosen(plain, assumption, j), check, isNew).map((of) => ({
              ...of,
              path: `${path}/alternatives/${j}`,
              found: JSON.stringify(alternative),
            })),
          )
        : []),
    ];
  });
}

const chosen = (scheme: Scheme, assumption: Assumption, alternative: number): Scheme =>
  chosenScheme(scheme, { seed: 0, replicates: 1, assumptions: [assumption] }, [alternative + 1]);

function unsound(
  scheme: Scheme,
  changed: Scheme,
  check: (scheme: Scheme) => readonly SchemeFault[],
  isNew: (of: SchemeFault) => boolean,
): readonly SchemeFault[] {
  if (JSON.stringify(changed) === JSON.stringify(scheme))
    return [
      fault(
        '',
        '',
        '与方案自身的做法相同，只会使其机会加倍；请删除',
        'this is the scheme’s own choice, which it would make twice as likely; remove it',
        'warning',
      ),
    ];
  // Bands are not simulated.
  return check(changed).filter((of) => !of.path.startsWith('/bands') && isNew(of));
}

/** Levels of the elements that an assumption may speak of. */
function levelsOf(scheme: Scheme, { kind }: Assumption): ReadonlySet<number> {
  const { elements } = hierarchyOf(scheme);
  const meant = elements.filter(({ node }, at) => (kind === 'aggregate' ? isGroup(node) : at > 0));
  return new Set(meant.map(({ level }) => level));
}

function absentLevels(scheme: Scheme, assumption: Assumption, path: string): SchemeFault[] {
  if (!('levels' in assumption)) return [];
  const levels = [...levelsOf(scheme, assumption)].sort((a, b) => a - b);
  return (assumption.levels ?? [])
    .filter((level) => !levels.includes(level))
    .map((level) =>
      fault(
        `${path}/levels`,
        level,
        `该层级没有相关元素，可填：${levels.join('、')}`,
        `nothing of this kind is at this level; there are ${levels.join(', ')}`,
      ),
    );
}

/** What an assumption is about; two must not be about the same. */
const subjects = (assumption: Assumption, scheme: readonly number[]): readonly string[] => {
  switch (assumption.kind) {
    case 'weights':
    case 'dirichlet':
      return (assumption.levels ?? scheme).map((level) => `weights ${level}`);
    case 'aggregate':
      return (assumption.levels ?? scheme).map((level) => `aggregate ${level}`);
    case 'leave_out':
      return [`leave_out ${assumption.of}`];
    default:
      return [assumption.kind];
  }
};

/** No tree is deeper. */
const ALL_LEVELS = Array.from({ length: 99 }, (_, i) => i + 1);

function repeated({ assumptions }: Robustness, i: number, path: string): SchemeFault[] {
  const own = new Set(subjects(assumptions[i]!, ALL_LEVELS));
  const earlier = assumptions
    .slice(0, i)
    .findIndex((other) => subjects(other, ALL_LEVELS).some((subject) => own.has(subject)));
  if (earlier < 0) return [];
  return [
    fault(
      path,
      assumptions[i]!.kind,
      `与第 ${earlier + 1} 项假设针对同一事项；请合并，或用 levels 分开`,
      `assumption ${earlier + 1} is about the same thing; join the two or part them by levels`,
    ),
  ];
}

function tooFew(scheme: Scheme, assumption: Assumption, path: string): SchemeFault[] {
  if (assumption.kind !== 'leave_out') return [];
  const { elements, indicators } = hierarchyOf(scheme);
  const count =
    assumption.of === 'indicators'
      ? indicators.length
      : elements.filter(({ parent }) => parent === 0).length;
  return count > 1
    ? []
    : [
        fault(
          `${path}/of`,
          assumption.of,
          '只有一个，去掉后就没有指数了；请删除这项假设',
          'there is only one, and no index without it; remove this assumption',
        ),
      ];
}

/** A default that no indicator follows can be anything. */
function idle(assumption: Assumption, places: readonly Place[], path: string): SchemeFault[] {
  const { kind } = assumption;
  if (kind !== 'normalise' && kind !== 'impute' && kind !== 'treat') return [];
  if (kind === 'normalise' && assumption.alternatives.some(({ range }) => range)) return [];
  const isFollowed = places.some(({ node }) => !isGroup(node) && node[kind] === undefined);
  return isFollowed
    ? []
    : [
        fault(
          path,
          kind,
          '每个指标都自行规定了这一步，默认做法的其他选择没有作用',
          'every indicator says for itself what is done here; other defaults change nothing',
          'warning',
        ),
      ];
}
