import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import axe from 'axe-core';
import { EngineError } from '#lib/engine/index.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import type { DatasetRows } from '#lib/state/dataset.ts';
import { mapOptions, type MapView } from '#lib/state/map-view.ts';
import { MANIFEST, nonsense, rowsOf, SCHEME, sessionOf } from '#lib/state/testing/world.ts';
import '#lib/ui/base.css';
import { mapModel } from './model.ts';
import View from './View.svelte';

/** Squares in rows of `cols`; the last one lacks `b`. */
function placed(n: number, cols = 3): DatasetRows {
  const rows = rowsOf(n, true);
  return {
    ...rows,
    institutions: rows.institutions.map((one, i) => ({
      ...one,
      region_code: String(990101 + i),
      tile_row: 1 + Math.floor(i / cols),
      tile_col: 1 + (i % cols),
    })),
  };
}

interface Setting {
  rows: DatasetRows;
  view?: Partial<MapView>;
  fault?: EngineError;
  silent?: boolean;
}

function show({ rows, view = {}, fault, silent }: Setting) {
  const { session, dataset, result, scheme } = sessionOf({ rows, fault, silent });
  const options = mapOptions(MANIFEST, [SCHEME], {});
  let asked: MapView = { ...options.defaults, ...view };
  const props = {
    m: messagesFor('zh'),
    locale: 'zh' as const,
    session,
    options,
    view: asked,
    initial: mapModel(dataset, scheme, result, options.defaults),
    choices: { synthetic: { periods: ['2025', '2024'], cities: [] } },
    theme: 'light' as const,
    search: '',
    hydrated: true,
    hrefs: {
      institution: (id: string) => `/institutions/${id}/`,
      compare: (ids: readonly string[]) => `/compare/?pick=${ids.join(',')}`,
      trends: null,
    },
    onView: (next: MapView) => {
      asked = next;
      void screen.then((shown) => shown.rerender({ view: next }));
    },
  };
  const screen = render(View, props);
  return screen;
}

const tile = (name: RegExp) => page.getByRole('button', { name });
const focused = () => (document.activeElement as HTMLElement | null)?.dataset['tile'];

describe('the tile map', () => {
  it('has a square and a row for everybody, the same numbers in both', async () => {
    await show({ rows: placed(5) });
    await expect.element(tile(/^u0县，0\.05 分，第 1 名/)).toBeVisible();
    await expect.element(tile(/^u4县，缺，/)).toBeVisible();
    expect(document.querySelectorAll('[data-tile]')).toHaveLength(5);
    expect(document.querySelectorAll('[data-map-table] tbody tr')).toHaveLength(5);
    await expect
      .element(page.getByText('示意图，不表示行政区域界线', { exact: true }))
      .toBeVisible();
    expect(nonsense()).toBeUndefined();
  });

  it('moves over the squares as they stand, and Enter picks', async () => {
    await show({ rows: placed(5) });
    (document.querySelector('[data-tile="u0"]') as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe('u3');
    await userEvent.keyboard('{ArrowRight}{ArrowUp}');
    expect(focused()).toBe('u1');
    await userEvent.keyboard('{Enter}');
    await expect.element(tile(/^u1县/)).toHaveAttribute('aria-pressed', 'true');
    await expect.element(page.getByText('已选 1 家（最多 5 家）')).toBeVisible();
    expect(focused()).toBe('u1');
  });

  it('is one stop for the Tab key', async () => {
    await show({ rows: placed(5) });
    expect(document.querySelectorAll('[data-tile][tabindex="0"]')).toHaveLength(1);
  });

  it('picks in the table too, says when it is full, and leads to the comparison', async () => {
    await show({ rows: placed(7), view: { pick: ['u0', 'u1', 'u2', 'u3'] } });
    await page.getByRole('checkbox', { name: '选取 u4县' }).click({ force: true });
    await expect.element(tile(/^u4县/)).toHaveAttribute('aria-pressed', 'true');
    await tile(/^u5县/).click();
    await expect.element(page.getByText('最多选 5 家；请先取消一家。')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: '比较所选机构' }))
      .toHaveAttribute('href', '/compare/?pick=u0,u1,u2,u3,u4');
  });

  it('lights the row of a square and the square of a row', async () => {
    await show({ rows: placed(5) });
    await tile(/^u2县/).hover();
    await expect.element(page.getByRole('row', { name: /u2县/ })).toHaveClass(/lit/);
    await page.getByRole('row', { name: /u1县/ }).hover();
    await expect.element(tile(/^u1县/)).toHaveClass(/lit/);
  });

  it('fits a phone without scrolling sideways', async () => {
    await page.viewport(360, 740);
    await show({ rows: placed(33, 7) });
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    const grid = document.querySelector('[data-tiles]')!;
    expect(grid.scrollWidth).toBeLessThanOrEqual(grid.clientWidth);
    const clipped = [...document.querySelectorAll<HTMLElement>('[data-tile] .value')].filter(
      (value) => value.scrollWidth > value.parentElement!.clientWidth,
    );
    expect(clipped).toEqual([]);
    await page.viewport(1280, 800);
  });

  it('draws thousands', async () => {
    await show({ rows: placed(2900, 60) });
    await expect.poll(() => document.querySelectorAll('[data-tile]').length).toBe(2900);
    expect(document.querySelectorAll('[data-map-table] tbody tr')).toHaveLength(300);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1280);
  });

  it('says that nobody is there', async () => {
    await show({ rows: placed(0) });
    await expect.element(page.getByText('该范围内没有机构。请放宽筛选条件。')).toBeVisible();
    expect(nonsense()).toBeUndefined();
  });

  it('keeps the last good map while another year loads, and when it cannot be had', async () => {
    await show({ rows: placed(3), view: { period: '2024' }, silent: true });
    expect(document.querySelector('[data-state]')?.getAttribute('data-state')).toBe('loading');
    expect(document.querySelectorAll('[data-tile]')).toHaveLength(3);
    const fault = new EngineError('fetch_failed', 'x');
    await show({ rows: placed(3), view: { period: '2024' }, fault });
    await expect.element(page.getByRole('alert').first()).toHaveTextContent('无法连接服务器');
  });

  it('has nothing that axe finds wrong', async () => {
    await show({ rows: placed(5), view: { pick: ['u0'] } });
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});

describe('boundaries of the reader’s own', () => {
  const geojson = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      ['990101', '甲'],
      ['110101', '别处'],
    ].map(([adcode, name], i) => ({
      type: 'Feature',
      properties: { adcode, name },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [120 + i, 28],
            [121 + i, 28],
            [121 + i, 29],
          ],
        ],
      },
    })),
  });

  async function supply(content: string, number: string) {
    (document.querySelector('[data-geo]') as HTMLDetailsElement).open = true;
    await userEvent.upload(
      page.getByLabelText('GeoJSON 文件'),
      new File([content], 'mine.geojson'),
    );
    await page.getByLabelText('审图号').fill(number);
    await page.getByRole('button', { name: '显示底图' }).click();
  }

  it('are refused without a review number', async () => {
    await show({ rows: placed(3) });
    await supply(geojson, '');
    await expect.element(page.getByText('请填写审图号。没有审图号的地图不能显示。')).toBeVisible();
    await page.getByLabelText('审图号').fill('随便');
    await page.getByRole('button', { name: '显示底图' }).click();
    await expect.element(page.getByText(/审图号格式不对/)).toBeVisible();
    expect(document.querySelectorAll('[data-tile]')).toHaveLength(3);
  });

  it('say what is wrong with the file', async () => {
    await show({ rows: placed(3) });
    await supply('<svg/>', 'GS(2024)1234号');
    await expect.element(page.getByText(/文件不是 JSON/)).toBeVisible();
    await supply(geojson.replaceAll('990101', '440101'), 'GS(2024)1234号');
    await expect.element(page.getByText(/没有一个图形能按代码或名称对应/)).toBeVisible();
  });

  it('are drawn with their number, list what did not match, and can be taken away', async () => {
    await show({ rows: placed(3) });
    await supply(geojson, 'GS（2024）1234号');
    await expect
      .element(page.getByText('正在使用底图 mine.geojson，审图号：GS(2024)1234号'))
      .toBeVisible();
    await expect.element(page.getByText('1 个图形没有对应的地区：别处。')).toBeVisible();
    await expect.element(page.getByText('2 个地区没有图形，只见于表：u1县、u2县。')).toBeVisible();
    const drawing = () => document.querySelector('[data-figure="map"] svg')?.textContent ?? '';
    await expect.poll(drawing).toContain('审图号：GS(2024)1234号');
    expect(document.querySelectorAll('[data-tile]')).toHaveLength(0);
    expect(document.querySelector('[data-not-boundaries]')?.textContent).toContain(
      'GS(2024)1234号',
    );
    await page.getByRole('button', { name: '移除底图，恢复方格' }).click();
    await expect.poll(() => document.querySelectorAll('[data-tile]').length).toBe(3);
  });
});
