/** What a form says about one of its numbers. */
import type { FormIndicator } from './form-indicators.ts';
import { GAP_WORDS, type TemplateWords } from './words.ts';

const isWhole = ({ values }: FormIndicator) => values.data_type === 'int';

/** Lowest and highest number allowed; null where the catalogue sets no bound. */
export const boundsOf = ({ values }: FormIndicator) => ({
  min: values.range_min,
  max: values.range_max,
});

function rangeText(of: FormIndicator, print: (min: string, max: string) => string): string {
  const { min, max } = boundsOf(of);
  return min === null || max === null ? '' : print(String(min), String(max));
}

/** Beside the cell while it is chosen. */
export function promptOf(of: FormIndicator, w: TemplateWords): { title: string; text: string } {
  const p = w.prompt(of.values.name_zh ?? '');
  if (of.words.length > 0)
    return {
      title: p.title,
      text: p.words([...of.words, ...GAP_WORDS.map(([word]) => word)].join('、')),
    };
  const kind = isWhole(of) ? p.integer : p.decimal;
  const unit = p.unit(of.values.unit_zh ?? '');
  return { title: p.title, text: kind + unit + rangeText(of, p.range) + p.gaps };
}

/** When something else was typed. */
export function refusalOf(of: FormIndicator, w: TemplateWords): { title: string; text: string } {
  const { refusal } = w;
  if (of.words.length > 0) return { title: refusal.title, text: refusal.words };
  const range = rangeText(of, refusal.range) + (isWhole(of) ? refusal.integer : '');
  return { title: refusal.title, text: refusal.number(range) };
}

/** Lines about what is counted, for the heading's comment and the sheet of notes. */
export function definitionOf(of: FormIndicator, w: TemplateWords): readonly string[] {
  const { unit_zh, measure_kind, definition_zh, basis } = of.values;
  const c = w.comment;
  const kind =
    measure_kind === 'stock' || measure_kind === 'flow' ? c.kind[measure_kind] : c.kind.other;
  const range = [rangeText(of, (min, max) => `${min}—${max}`), isWhole(of) ? c.integer : '']
    .filter((part) => part !== '' && of.words.length === 0)
    .join('，');
  const say = (label: string, text: string) => (text === '' ? [] : [`${label}：${text}`]);
  return [
    ...say(c.unit, [unit_zh ?? '', kind].filter((part) => part !== '').join('，')),
    ...say(c.definition, definition_zh ?? ''),
    ...say(c.range, range),
    ...say(c.basis, basis ?? ''),
  ];
}
