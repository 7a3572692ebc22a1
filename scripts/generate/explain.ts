/** Notes that the rules of the tables ask for: retired standards and large relative changes. */
import { type Panel, type RawIndicator, STOCKS, UNITS, YEARS } from './panel.ts';

/** Same threshold as the jump rule in data/rules.csv. */
const JUMP = 0.5;

const REASONS = ['主标准器停产，到期未申请复查', '业务量不足，经批准注销'] as const;

function explainRetired(panel: Panel, place: string, year: number, turn: number): void {
  const { value } = panel.get(place, year, 'TZ2X');
  if (!value) return;
  const reason = REASONS[turn % REASONS.length] ?? REASONS[0];
  panel.annotate(place, year, 'TZ2X', `注销${value}项：${reason}`);
}

function explainJump(panel: Panel, place: string, year: number, indicator: RawIndicator): void {
  const before = panel.get(place, year - 1, indicator).value;
  const { value: now, notes } = panel.get(place, year, indicator);
  if (before === null || now === null || before === now || notes) return;
  if (before > 0 && Math.abs(now / before - 1) <= JUMP) return;
  const unit = UNITS[indicator];
  panel.annotate(
    place,
    year,
    indicator,
    before === 0 ? `首次达到${now}${unit}` : `由${before}${unit}变为${now}${unit}，基数小`,
  );
}

/** Adds the notes, place by place and year by year. Run it after every value is settled. */
export function explain(panel: Panel, places: readonly string[]): void {
  places.forEach((place, turn) => {
    for (const year of YEARS) {
      explainRetired(panel, place, year, turn + year);
      if (year > YEARS[0])
        for (const indicator of STOCKS) explainJump(panel, place, year, indicator);
    }
  });
}
