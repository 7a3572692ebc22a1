import { describe, expect, it } from 'vitest';
import { PAGES } from './lib/pages.ts';
import { hydrated, useSite } from './lib/site.ts';

const site = useSite();

describe.each([...PAGES, 'en/'])('page %j', (route) => {
  it('loads from its own folder alone, without an error or a violated policy', async () => {
    site.server.clearLog();
    const tab = await site.visit(route);
    await hydrated(tab.page);
    await tab.page.waitForLoadState('networkidle');
    tab.recorder.assertClean();
    const outside = tab.recorder.requests.filter((url) => !url.startsWith(site.server.url()));
    expect(outside.filter((url) => !/^(data|blob):/.test(url))).toEqual([]);
    expect(site.server.log.length).toBeGreaterThan(3);
    await tab.close();
  });

  it('carries a policy that allows its own files and no string as code', async () => {
    const tab = await site.visit(route, { javaScriptEnabled: false });
    const policy = await tab.page
      .locator('meta[http-equiv="content-security-policy" i]')
      .getAttribute('content');
    const directives = new Map(
      (policy ?? '').split(';').map((directive) => {
        const [name = '', ...sources] = directive.trim().split(/\s+/);
        return [name, sources];
      }),
    );
    expect(directives.get('default-src')).toEqual(["'self'"]);
    expect(directives.get('object-src')).toEqual(["'none'"]);
    expect(directives.get('base-uri')).toEqual(["'none'"]);
    const scripts = directives.get('script-src') ?? [];
    expect(scripts).toContain("'wasm-unsafe-eval'");
    for (const source of scripts) expect(source).toMatch(/^'(self|wasm-unsafe-eval|sha256-.+)'$/);
    expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/);
    await tab.close();
  });
});
