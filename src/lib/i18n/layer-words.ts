/** What is said of the numbers of each layer, on screens and in files, as the data are. */
import {
  LAYERS,
  layerState,
  type Layer,
  type LayerState,
  type Locale,
  type Manifest,
} from '#lib/model/index.ts';
import { localWords } from './local-data.ts';
import { en } from './messages/en.ts';
import { zh, type Messages } from './messages/zh.ts';

type LayerWords = Pick<Messages, 'layer' | 'layerMark' | 'layerSource' | 'layerOption'>;
/** The words for one layer. */
type Words = Readonly<Record<keyof LayerWords, string>>;

const FILLED: Readonly<Record<Locale, Words>> = {
  zh: {
    layer: '台州市',
    layerMark: '台州市 · 真实区划，数值由各机构报送，未报送的不计',
    layerSource: '台州市各机构报送的统计表',
    layerOption: '台州市',
  },
  en: {
    layer: 'Taizhou',
    layerMark:
      'Taizhou · real divisions, values as the institutions reported them; the others are missing',
    layerSource: 'tables reported by the institutions of Taizhou',
    layerOption: 'Taizhou',
  },
};

const localOf = (layer: Layer, locale: Locale): Words => {
  const words = localWords(locale);
  return {
    layer: words.name[layer],
    layerMark: `${words.mark} · ${words.layer[layer]}`,
    layerSource: words.source[layer],
    layerOption: words.option[layer],
  };
};

/** All texts of a language, with everything that names the nature or source of a layer's numbers put right. */
export function textsWith(
  locale: Locale,
  stateOf: (layer: Layer) => Partial<LayerState>,
): Messages {
  const m = locale === 'en' ? en : zh;
  const changed = LAYERS.flatMap((layer) => {
    const { local = false, filled = false } = stateOf(layer);
    if (local) return [[layer, localOf(layer, locale)] as const];
    return filled ? [[layer, FILLED[locale]] as const] : [];
  });
  if (changed.length === 0) return m;
  const put = (of: keyof LayerWords) => ({
    ...m[of],
    ...Object.fromEntries(changed.map(([layer, words]) => [layer, words[of]])),
  });
  return {
    ...m,
    layer: put('layer'),
    layerMark: put('layerMark'),
    layerSource: put('layerSource'),
    layerOption: put('layerOption'),
  };
}

/** The texts of pages and files made of the data that a manifest lists. */
export const textsOf = (locale: Locale, manifest: Pick<Manifest, 'files' | 'local'>): Messages =>
  textsWith(locale, (layer) => layerState(manifest, layer));
