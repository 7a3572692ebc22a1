import { makeFinding, readJson, type Finding, type InputFile } from '#lib/intake/index.ts';
import type { SchemeInput } from '#lib/publish/index.ts';
import { validateScheme } from '../lib/validate-scheme.ts';

/** Scheme files against the scheme format; a file that is not JSON is reported by intake. */
export function checkSchemes(files: readonly InputFile[]): {
  schemes: SchemeInput[];
  findings: Finding[];
} {
  const schemes: SchemeInput[] = [];
  const findings: Finding[] = [];
  for (const { path, bytes } of files) {
    const json = readJson(path, bytes);
    if (!json.ok) continue;
    const { scheme, faults } = validateScheme(json.value);
    if (scheme) schemes.push({ id: scheme.id, version: scheme.version, path, bytes });
    for (const { severity, path: pointer, found, advice } of faults)
      findings.push(
        makeFinding(
          'scheme_invalid',
          { file: path, column: pointer },
          {
            found,
            severity,
            params: { advice },
          },
        ),
      );
  }
  return { schemes, findings };
}
