import { readFileSync } from 'node:fs';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { LocalText, Locale, Scheme } from '#lib/model/index.ts';
import { checkScheme } from '#lib/scoring/index.ts';
import type { SchemeFault } from '#lib/scoring/index.ts';
import { adviceFor } from './scheme-advice.ts';
import { standIn } from './stand-in-scheme.ts';

const SCHEMA = new URL('../../src/lib/model/scheme.schema.json', import.meta.url);

let compiled: ValidateFunction<Scheme> | undefined;

function validator(): ValidateFunction<Scheme> {
  if (compiled) return compiled;
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, strictRequired: false });
  addFormats(ajv);
  compiled = ajv.compile<Scheme>(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
  return compiled;
}

/** What a file says, the parts of it that are wrong, and the scheme if it can be used. */
export interface SchemeReading {
  readonly scheme: Scheme | null;
  /** In the order of the file; warnings leave the scheme usable. */
  readonly faults: readonly SchemeFault[];
}

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

// An `if` that failed says nothing that the branch it led to does not say better.
const isEcho = ({ keyword }: ErrorObject): boolean => keyword === 'if';

const faultOf = (error: ErrorObject): SchemeFault => {
  const { missingProperty, additionalProperty } = error.params as Record<string, unknown>;
  const key = additionalProperty ?? missingProperty;
  const path = `${error.instancePath}${typeof key === 'string' ? `/${key}` : ''}` || '/';
  const data = error.data as Record<string, unknown>;
  const found =
    missingProperty !== undefined ? '' : show(typeof key === 'string' ? data[key] : data);
  return { severity: 'error', path, found, advice: adviceFor(error) };
};

/**
 * Checks a parsed scheme against its JSON Schema and against the rules that a schema cannot state,
 * these also for what is left of a scheme whose form is wrong. Every fault is collected.
 */
export function validateScheme(value: unknown): SchemeReading {
  const validate = validator();
  if (!validate(value)) {
    const faults = (validate.errors ?? []).filter((error) => !isEcho(error)).map(faultOf);
    return { scheme: null, faults: [...faults, ...faultsOfTheRest(value, faults)] };
  }
  const faults = checkScheme(value);
  const isUsable = faults.every(({ severity }) => severity === 'warning');
  return { scheme: isUsable ? value : null, faults };
}

/** What is wrong besides the form, as far as it can be told with stand-ins for what is malformed. */
function faultsOfTheRest(value: unknown, faults: readonly SchemeFault[]): SchemeFault[] {
  const rest = standIn(
    value,
    faults.map(({ path }) => path),
  );
  if (!rest || !validator()(rest.value)) return [];
  const isReplaced = (path: string) =>
    rest.replaced.some((part) => path === part || path.startsWith(`${part}/`));
  return checkScheme(rest.value).filter(({ path }) => !isReplaced(path));
}

/** Reads a scheme from the text of a file; text that is not JSON is a fault like any other. */
export function parseScheme(text: string): SchemeReading {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { scheme: null, faults: [syntaxFault(text, error as SyntaxError)] };
  }
  return validateScheme(value);
}

function syntaxFault(text: string, error: SyntaxError): SchemeFault {
  const position = Number(/position (\d+)/.exec(error.message)?.[1] ?? text.length);
  const before = text.slice(0, position).split('\n');
  const place: LocalText = {
    zh: `第 ${before.length} 行第 ${before.at(-1)!.length + 1} 列`,
    en: `line ${before.length}, column ${before.at(-1)!.length + 1}`,
  };
  return {
    severity: 'error',
    path: '/',
    found: show(text.slice(position, position + 20)),
    advice: {
      zh: `${place.zh}处不是有效的 JSON，请检查逗号、引号和括号`,
      en: `not valid JSON at ${place.en}: check commas, quotes and brackets`,
    },
  };
}

const WORDS = {
  zh: {
    error: '错误',
    warning: '警告',
    found: (what: string) => `（当前为 ${what}）：`,
    nothing: '：',
  },
  en: {
    error: 'error',
    warning: 'warning',
    found: (what: string) => ` (found ${what}): `,
    nothing: ': ',
  },
} as const;

/** One line a fault: file, JSON path, what stands there, what to do. */
export function formatFault(file: string, fault: SchemeFault, locale: Locale): string {
  const words = WORDS[locale];
  const found = fault.found === '' ? words.nothing : words.found(fault.found);
  return `${words[fault.severity]} ${file}#${fault.path}${found}${fault.advice[locale]}`;
}
