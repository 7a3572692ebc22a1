/** Words of the options of exported files, and of what the options leave in them. */
import type { Locale } from '#lib/model/index.ts';

const zh = {
  size: '图片尺寸',
  presets: {
    auto: '随内容，宽 1600 像素',
    wide: '幻灯片 16:9，1600 × 900 像素',
    standard: '幻灯片 4:3，1600 × 1200 像素',
    a4: '公文版心，宽 156 毫米',
    'a4-half': '公文半版心，宽 78 毫米',
  },
  background: '背景',
  backgrounds: { paper: '白底', transparent: '透明' },
  png: (density: string) => `PNG ${density}`,
  pngLabel: (density: string, pixels: string) => `保存 PNG 图片，${density}，${pixels}`,
  width: (pixels: number) => `宽 ${pixels} 像素`,
  pixels: (width: number, height: number) => `${width} × ${height} 像素`,
  svgText: 'SVG 文字',
  svgTextHint: '可改、可搜',
  svgTextLabel: '保存 SVG 矢量图，文字仍是文字，可改、可搜',
  svgOutline: 'SVG 轮廓',
  svgOutlineHint: '没有字体也一样',
  svgOutlineLabel: '保存 SVG 矢量图，文字转为轮廓，电脑上没有字体也一样',
  letters: '正在取字形…',
  lettersFailed: '字形未能下载，文字没有转为轮廓。请检查网络后重试，或改存“SVG 文字”。',
  lettersKept: (letters: string) => `字库里没有“${letters}”，仍作文字。`,
  copy: '复制图片',
  copied: '图片已复制',
  copiedTransparent:
    '图片已复制，背景透明。若粘贴后背景发黑，请改选白底再复制，或保存 PNG 后插入。',
  copyFailed: '浏览器不允许复制图片，请改为保存 PNG。',
  names: { transparent: '透明', outline: '轮廓', watermark: '水印' },
  watermark: {
    choose: '加水印',
    text: '水印文字（单位、日期）',
    placeholder: '某某市计量院',
    addDay: (day: string) => `填入 ${day}`,
    empty: '还没有文字，文件暂不加水印。',
    on: (text: string) => `此后保存、复制的图和表都有水印“${text}”。`,
    nature: '水印只作标示，不防复制、改动。',
    line: (text: string) => `水印：${text}`,
    heading: '水印',
  },
};

export type ExportOptionWords = typeof zh;

const en: ExportOptionWords = {
  size: 'Picture size',
  presets: {
    auto: 'By content, 1600 pixels wide',
    wide: 'Slide 16:9, 1600 × 900 pixels',
    standard: 'Slide 4:3, 1600 × 1200 pixels',
    a4: 'Text width on A4, 156 mm',
    'a4-half': 'Half the text width, 78 mm',
  },
  background: 'Background',
  backgrounds: { paper: 'White', transparent: 'Transparent' },
  png: (density) => `PNG ${density}`,
  pngLabel: (density, pixels) => `Save as PNG, ${density}, ${pixels}`,
  width: (pixels) => `${pixels} px wide`,
  pixels: (width, height) => `${width} × ${height} px`,
  svgText: 'SVG, text',
  svgTextHint: 'to edit and search',
  svgTextLabel: 'Save as SVG with text as text, to edit and search',
  svgOutline: 'SVG, outlines',
  svgOutlineHint: 'needs no font',
  svgOutlineLabel: 'Save as SVG with text as outlines, which needs no font',
  letters: 'Fetching letter shapes…',
  lettersFailed:
    'The letter shapes could not be fetched, so the text is not outlined. Check the network and try again, or save “SVG, text”.',
  lettersKept: (letters) => `The font lacks “${letters}”, which stays text.`,
  copy: 'Copy picture',
  copied: 'Picture copied',
  copiedTransparent:
    'Picture copied with a transparent background. Where it is pasted on black, copy it with a white one, or save the PNG and insert it.',
  copyFailed: 'The browser does not allow copying pictures; save the PNG instead.',
  names: { transparent: 'transparent', outline: 'outlines', watermark: 'watermark' },
  watermark: {
    choose: 'Add a watermark',
    text: 'Watermark (institution, date)',
    placeholder: 'Institute of Metrology',
    addDay: (day) => `Add ${day}`,
    empty: 'No text yet, so files get no watermark.',
    on: (text) => `Pictures and tables saved or copied from now on carry “${text}”.`,
    nature: 'A watermark is a label only; it does not prevent copying or changes.',
    line: (text) => `Watermark: ${text}`,
    heading: 'Watermark',
  },
};

export const exportOptionWords = (locale: Locale): ExportOptionWords => (locale === 'zh' ? zh : en);
