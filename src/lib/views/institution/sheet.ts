/** The profile and its parts as table files: full numbers, the words of the screen beside. */
import type { Sheet } from '#lib/export/index.ts';
import { missingReasonText } from '#lib/ui/value-words.ts';
import { placeText, type ProfileContext } from './context.ts';

type Cell = Sheet['rows'][number][number];

export function historySheet(context: ProfileContext): Sheet {
  const { model, locale, m, w } = context;
  const h = w.history;
  return {
    columns: [h.year, h.place, h.of, m.ranking.withUnit(h.score, h.unitPoints), h.remark],
    rows: model.history.map((year) => [
      year.period,
      year.place,
      year.of,
      year.score,
      [
        ...(year.place === null ? [placeText(year, context)] : []),
        ...year.breaks.map((text) => text[locale]),
      ].join(m.finding.join) || null,
    ]),
  };
}

export function dimensionSheet({ model, locale, m, w }: ProfileContext): Sheet {
  const d = w.dimensions;
  const unit = (label: string) => m.ranking.withUnit(label, w.history.unitPoints);
  return {
    columns: [
      d.dimension,
      unit(d.own),
      d.place,
      w.history.of,
      ...[d.min, d.median, d.max].map(unit),
    ],
    rows: model.dimensions.map(({ name, score, place, of, peers }) => [
      name[locale],
      score,
      place,
      of,
      peers?.min ?? null,
      peers?.median ?? null,
      peers?.max ?? null,
    ]),
  };
}

/** Everything of the page in long form: part, item, value, unit, remark. */
export function profileSheet(context: ProfileContext): Sheet {
  const { model, locale, m, w } = context;
  const { identity: i, standing: s } = model;
  const points = w.history.unitPoints;
  const rows: Cell[][] = [];
  const add = (part: string, item: string, value: Cell, unit = '', remark = '') =>
    rows.push([part, item, value, unit || null, remark || null]);

  const about = w.identity;
  add(about.title, m.export.columns.id, i.id);
  add(about.title, about.name, i.institution[locale]);
  add(about.title, about.region, i.region?.[locale] ?? null, '', i.regionCode);
  add(about.title, about.level, w.levels[i.level]);
  add(about.title, about.legalForm, w.legalForm[i.legalForm]);
  add(about.title, about.class, i.class, '', i.classScheme ?? '');
  add(about.title, about.peerGroup, i.peerGroup?.[locale] ?? null);
  for (const { name, code, to } of i.former)
    add(about.title, about.former, name[locale], '', `${code} ${to ?? ''}`.trim());
  if (s) {
    const part = w.standing.title;
    add(part, w.standing.place, s.place, w.history.unitPlaces, w.standing.of(s.place, s.of));
    if (s.inCity) add(part, w.standing.inCity, s.inCity.place, w.history.unitPlaces);
    add(part, w.standing.score, s.score, points);
    if (s.possible) {
      add(part, m.export.columns.possibleFrom, s.possible.from, w.history.unitPlaces);
      add(part, m.export.columns.possibleTo, s.possible.to, w.history.unitPlaces);
    }
  } else add(w.standing.title, w.standing.place, null, '', w.standing.unranked);
  for (const year of model.history)
    add(
      w.history.title,
      year.period,
      year.score,
      points,
      [placeText(year, context), ...year.breaks.map((text) => text[locale])].join(m.finding.join),
    );
  for (const { name, score, place } of model.dimensions)
    add(
      w.dimensions.title,
      name[locale],
      score,
      points,
      place === null ? '' : w.history.place1(place),
    );
  for (const [part, list] of [
    [w.indicators.strongest, model.against.strongest],
    [w.indicators.weakest, model.against.weakest],
  ] as const)
    for (const { name, unit, value, medianValue } of list)
      add(part, name[locale], value, unit?.[locale] ?? '', `${w.dimensions.median} ${medianValue}`);
  for (const target of model.targets)
    add(
      w.targets.title,
      target.name[locale],
      target.cell?.value ?? null,
      target.unit,
      `${w.targets.comparator[target.comparator]?.(String(target.value)) ?? ''} ${w.targets[target.verdict]}`.trim(),
    );
  for (const { name, reason } of model.gaps)
    add(w.gaps.title, name[locale], null, '', missingReasonText(reason, m));
  const words = w.sheet;
  return { columns: [words.part, words.item, words.value, words.unit, words.remark], rows };
}
