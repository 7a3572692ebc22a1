/** The pictures of targets: how far each is met, and where each institution or year stands. */
import type { TargetBarsInput, TargetRowInput, TargetTone } from '#lib/charts/index.ts';
import { provenanceOf, type FigureSubject } from '#lib/figure/index.ts';
import {
  actualText,
  distanceText,
  reasonText,
  wantedText,
  type TargetWords,
} from '#lib/frame/target-words.ts';
import { formatPlain } from '#lib/i18n/index.ts';
import type { Layer, Manifest } from '#lib/model/index.ts';
import { targetTotals, type Evaluation, type IndexedEvidence } from '#lib/state/targets/index.ts';
import { missingReasonText, rawValueText } from '#lib/ui/value-words.ts';
import { groupFinding } from './finding.ts';
import { shareOf, type TargetGroup } from './model.ts';
import { targetNative } from './native.ts';
import { memberSheet, targetSheet } from './sheet.ts';

/** More rows than this are no picture any more; the table and the CSV hold them all. */
export const FIGURE_ROWS = 60;

const TONES: Readonly<Record<Evaluation['verdict'], TargetTone>> = {
  met: 'met',
  not_met: 'not_met',
  undecided: 'open',
  bounds_only: 'open',
};

interface Setting {
  readonly manifest: Manifest;
  readonly words: TargetWords;
  readonly asOf: { readonly period: string; readonly day: string };
  /** Query string of the page, so that an exported file can lead back to it. */
  readonly search: string;
  /** The figure's number on the page. */
  readonly number: number;
}

const base = (layer: Layer, { manifest, words: { m, locale }, asOf, search }: Setting) => ({
  locale,
  layer,
  provenance: provenanceOf(manifest, layer, null, search),
  text: {
    source: m.layerSource[layer],
    cutoff: asOf.day,
    scheme: '',
    edition: manifest.edition.id,
  },
});

const common = ({ t, locale }: TargetWords) => ({
  empty: t.finding.none,
  missing: t.actual.none,
  missingNote: t.figure.hatch,
  locale,
});

/** How far the targets of a group are met, as shares of their goals. */
export function overviewFigure(group: TargetGroup, title: string, setting: Setting): FigureSubject {
  const { words, asOf, number } = setting;
  const { t, m } = words;
  const { layer } = group.evidence;
  const { text, ...rest } = base(layer, setting);
  return {
    ...rest,
    name: group.key === 'demo' ? 'targets' : `targets-${group.key}`,
    text: {
      ...text,
      title: `${t.figure.number(number)} ${t.figure.overview(title, asOf.period)}`,
      subtitle: groupFinding(group, t),
      unit: t.figure.share,
      note: t.figure.shareNote,
    },
    chart: (charts) => charts.targetBars(overviewInput(group, words)),
    sheet: () => targetSheet(group, words),
    native: () =>
      targetNative({ ...overviewInput(group, words), unit: t.figure.share }, t.figure.share),
    fileParts: [m.layer[layer], t.title, title, asOf.period],
  };
}

/** A remark in brackets at the end of a name. */
const REMARK = /\s*[(（][^()（）]*[)）]$/u;

function overviewInput(group: TargetGroup, words: TargetWords): TargetBarsInput {
  const { t, m, locale } = words;
  const many = new Set(group.evaluations.map(({ target }) => target.region_code)).size > 1;
  return {
    ...common(words),
    rows: group.evaluations.slice(0, FIGURE_ROWS).map((one): TargetRowInput => {
      const { target, verdict } = one;
      const place = many ? (group.evidence.regions[target.region_code]?.[locale] ?? '') : '';
      const name = [place, locale === 'zh' ? target.name_zh : target.name_en]
        .filter((part) => part !== '')
        .join(m.colon);
      const value = shareOf(one);
      return {
        id: target.target_id,
        // That a target is an example stands above the picture.
        name: group.key === 'demo' ? name.replace(REMARK, '') : name,
        value,
        label: [actualText(one, words), t.verdict[verdict]].filter((part) => part !== '').join(' '),
        tone: TONES[verdict],
        sentence: [
          name,
          wantedText(one, words),
          actualText(one, words),
          t.verdict[verdict],
          reasonText(one, words) || distanceText(one, words),
        ]
          .filter((part) => part !== '' && part !== t.distance.none)
          .join(t.finding.join),
      };
    }),
    marks: 'bars',
    goal: { value: 100, label: t.figure.line('100%') },
    unit: '%',
    counts: t.count(group.evaluations.length, group.evaluations.length),
  };
}

/** Each institution, or each year's sum, against the goal; null for targets without such numbers. */
export function detailFigure(
  evaluation: Evaluation,
  evidence: IndexedEvidence,
  setting: Setting,
): FigureSubject | null {
  const { words, asOf, number } = setting;
  const { m, t, locale, unitOf } = words;
  const input = detailInput(evaluation, evidence, words);
  if (!input) return null;
  const { target } = evaluation;
  const name = [
    evidence.regions[target.region_code]?.[locale] ?? '',
    locale === 'zh' ? target.name_zh : target.name_en,
  ].join(m.colon);
  const { text, ...rest } = base(evidence.layer, setting);
  const shown = input.rows.length;
  const all = evaluation.measure.kind === 'each' ? evaluation.measure.members.length : shown;
  return {
    ...rest,
    name: `target-${target.target_id}`,
    text: {
      ...text,
      title: `${t.figure.number(number)} ${
        evaluation.measure.kind === 'total'
          ? t.figure.years(name)
          : t.figure.members(name, asOf.period)
      }`,
      subtitle: input.counts,
      unit: unitOf(evaluation),
      note: all > shown ? t.figure.firstOnly(shown, all) : '',
    },
    chart: (charts) => charts.targetBars(input),
    sheet: () => memberSheet(evaluation, words),
    native: () => targetNative(input, name),
    fileParts: [m.layer[evidence.layer], t.title, name, asOf.period],
  };
}

function detailInput(
  evaluation: Evaluation,
  evidence: IndexedEvidence,
  words: TargetWords,
): TargetBarsInput | null {
  const { target, measure } = evaluation;
  if (target.value === null) return null;
  if (measure.kind === 'each') return memberInput(evaluation, target.value, words);
  if (measure.kind === 'total') return yearInput(evaluation, target.value, evidence, words);
  return null;
}

function memberInput(
  evaluation: Evaluation,
  goal: number,
  words: TargetWords,
): TargetBarsInput | null {
  const { t, m, locale, unitOf } = words;
  const { measure } = evaluation;
  if (measure.kind !== 'each' || measure.members.length === 0) return null;
  const unit = unitOf(evaluation);
  // Lowest first: whoever falls short stands at the top. Who did not report comes last.
  const sorted = [...measure.members].sort(
    (a, b) => (a.cell?.value ?? Infinity) - (b.cell?.value ?? Infinity),
  );
  return {
    ...common(words),
    rows: sorted.slice(0, FIGURE_ROWS).map(({ id, name, cell, status }): TargetRowInput => {
      const value = cell?.value ?? null;
      const text =
        cell && value !== null
          ? rawValueText({ value, qualifier: cell.qualifier }, unit, m)
          : missingReasonText(cell?.missing_reason ?? null, m);
      const label = `${text} ${t.member[status]}`;
      return {
        id,
        name: name[locale],
        value,
        label,
        tone: status === 'unknown' ? 'open' : status,
        sentence: [name[locale], label].join(t.finding.join),
      };
    }),
    marks: 'dots',
    goal: { value: goal, label: t.figure.line(`${formatPlain(goal)}${unit === '%' ? '%' : ''}`) },
    ...(unit === '%' ? { max: 100 } : {}),
    unit,
    counts: t.figure.counts(measure.met, measure.notMet, measure.unknown),
  };
}

function yearInput(
  evaluation: Evaluation,
  goal: number,
  evidence: IndexedEvidence,
  words: TargetWords,
): TargetBarsInput | null {
  const { t, unitOf } = words;
  const { outlook } = evaluation;
  const unit = unitOf(evaluation);
  const totals = targetTotals(evaluation, evidence);
  if (totals.length === 0) return null;
  const rowOf = (id: string, name: string, value: number | null, tone: TargetTone) => {
    const label = value === null ? t.reason.missing : `${formatPlain(value, 1)} ${unit}`;
    return { id, name, value, label, tone, sentence: [name, label].join(t.finding.join) };
  };
  return {
    ...common(words),
    rows: [
      ...totals.map(({ period, value }) =>
        rowOf(period, period, value, value === null ? 'open' : value >= goal ? 'met' : 'not_met'),
      ),
      ...(outlook.kind === 'projected'
        ? [rowOf('projected', t.figure.projected(outlook.dueYear), outlook.value, 'open' as const)]
        : []),
    ],
    marks: 'bars',
    goal: { value: goal, label: t.figure.line(`${formatPlain(goal)} ${unit}`) },
    unit,
    counts: t.figure.yearCount(totals.length),
  };
}
