import type { ErrorObject } from 'ajv/dist/2020.js';
import type { LocalText } from '#lib/model/index.ts';

type Params = Readonly<Record<string, unknown>>;
type Advice = (params: Params, error: ErrorObject) => readonly [zh: string, en: string];

const TYPES: Readonly<Record<string, string>> = {
  object: '对象 {…}',
  array: '数组 […]',
  string: '文字',
  number: '数字',
  boolean: 'true 或 false',
};

const list = (words: unknown): string =>
  (words as unknown[]).map((w) => JSON.stringify(w)).join(', ');

const unknownKey: Advice = (params) => {
  const key = String(params['additionalProperty']);
  return [
    `没有 ${key} 这一项，请删去或改正拼写`,
    `${key} is not an option here: remove or correct it`,
  ];
};

/** What to do about each kind of schema error. */
const ADVICE: Readonly<Record<string, Advice>> = {
  required: ({ missingProperty: key }) => [
    `缺少 ${String(key)}，请补上`,
    `${String(key)} is missing: add it`,
  ],
  type: ({ type }) => [
    `应为${TYPES[String(type)] ?? String(type)}`,
    `must be of type ${String(type)}`,
  ],
  enum: ({ allowedValues }) => [
    `只能取 ${list(allowedValues)}`,
    `must be one of ${list(allowedValues)}`,
  ],
  const: ({ allowedValue }) => [
    `只能取 ${list([allowedValue])}`,
    `must be ${list([allowedValue])}`,
  ],
  minimum: ({ limit }) => [`须不小于 ${String(limit)}`, `must be at least ${String(limit)}`],
  maximum: ({ limit }) => [`须不大于 ${String(limit)}`, `must be at most ${String(limit)}`],
  exclusiveMinimum: ({ limit }) => [`须大于 ${String(limit)}`, `must be above ${String(limit)}`],
  exclusiveMaximum: ({ limit }) => [`须小于 ${String(limit)}`, `must be below ${String(limit)}`],
  minLength: () => ['不能为空', 'must not be empty'],
  minItems: ({ limit }) => [
    `至少要有 ${String(limit)} 项`,
    `needs at least ${String(limit)} items`,
  ],
  maxItems: ({ limit }) => [`最多 ${String(limit)} 项`, `takes at most ${String(limit)} items`],
  uniqueItems: () => ['有重复项', 'holds the same item twice'],
  format: () => ['应为 YYYY-MM-DD 形式的有效日期', 'must be a real day, YYYY-MM-DD'],
  pattern: ({ pattern }, { instancePath }) =>
    PATTERNS[instancePath] ?? [
      `应符合 ${String(pattern)}：不能为空，首尾不能有空格`,
      `must match ${String(pattern)}: not empty, no space at either end`,
    ],
  additionalProperties: unknownKey,
};

const PATTERNS: Readonly<Record<string, readonly [string, string]>> = {
  '/id': [
    '只用小写字母、数字和连字符，以字母开头',
    'lower-case letters, digits, hyphens; a letter first',
  ],
  '/version': ['应为三段版本号，例如 1.0.0', 'must be a three-part version such as 1.0.0'],
};

/** What to do about an error of the JSON Schema, in both languages. */
export function adviceFor(error: ErrorObject): LocalText {
  const advice = ADVICE[error.keyword];
  const [zh, en] = advice?.(error.params, error) ?? [
    '不符合方案格式',
    error.message ?? error.keyword,
  ];
  return { zh, en };
}
