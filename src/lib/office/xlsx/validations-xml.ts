/** What may be entered in which cells. */
import { element, xmlText } from '../xml.ts';
import { rangeAddress } from './references.ts';
import type { Validation } from './workbook-model.ts';

/** Longer ones make spreadsheets call the file damaged. */
const LONGEST = { title: 32, text: 255, formula: 255 };

function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '') + '…';
}

function conditions(rule: Validation): { attributes: Record<string, string>; formulas: string[] } {
  switch (rule.kind) {
    case 'whole':
    case 'decimal':
      return {
        attributes: { type: rule.kind, operator: 'between' },
        formulas: [String(rule.min), String(rule.max)],
      };
    case 'list':
    case 'custom':
      return { attributes: { type: rule.kind }, formulas: [rule.formula] };
  }
}

function validationXml(rule: Validation): string {
  const { attributes, formulas } = conditions(rule);
  const long = formulas.find((formula) => formula.length > LONGEST.formula);
  if (long !== undefined) throw new RangeError(`A validation cannot hold the formula ${long}.`);
  const { prompt, refusal } = rule;
  return element(
    'dataValidation',
    {
      ...attributes,
      allowBlank: true,
      showInputMessage: true,
      showErrorMessage: true,
      errorTitle: refusal && shorten(refusal.title, LONGEST.title),
      error: refusal && shorten(refusal.text, LONGEST.text),
      promptTitle: prompt && shorten(prompt.title, LONGEST.title),
      prompt: prompt && shorten(prompt.text, LONGEST.text),
      sqref: rangeAddress(rule.range),
    },
    formulas.map((formula, i) => `<formula${i + 1}>${xmlText(formula)}</formula${i + 1}>`).join(''),
  );
}

export const validationsXml = (rules: readonly Validation[]): string =>
  rules.length === 0
    ? ''
    : element('dataValidations', { count: rules.length }, rules.map(validationXml).join(''));
