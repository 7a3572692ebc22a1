/** Words of the page that makes reports. */
import type { Locale } from '#lib/model/index.ts';

const zh = {
  title: '报告',
  finding:
    '选好模板和范围，生成 Word 文档、可编辑的幻灯片或图片包；一切在本机完成，文件不离开浏览器。',
  templates: '模板',
  template: {
    notice: {
      name: '通报',
      about: '排名通报：总体情况、全部名次、得分构成、各维度情况、未参与排名的机构、说明。',
    },
    counties: {
      name: '一县一页',
      about:
        '每家机构一页，按名次排列：名次与得分、各维度与同级对比、历年得分、强弱项、目标、数据缺口。',
    },
    review: {
      name: '年度分析',
      about: '排名概况、历年变化、社会公用计量标准、目标完成情况、数据缺口、说明。',
    },
    collection: {
      name: '自选图表（报告篮）',
      about: '从各页加入的图和表，自己排序、改图注、写段落。',
    },
  },
  format: '格式',
  formats: { docx: 'Word 文档（.docx）', pptx: '幻灯片（.pptx）', zip: '图片与表格（.zip）' },
  formatNote: {
    docx: 'A4，版心 156 × 225 mm；标题小标宋，正文仿宋，表格宋体；图表编号为域，可自动更新。',
    pptx: '16:9；条形图、折线图为可编辑的图表，内嵌数据表；备注页写明来源。',
    zip: '每幅图一个 PNG（300 dpi，版心宽）和一个 SVG，每张表一个 CSV，来源见“说明.txt”。',
  },
  make: '生成',
  cancel: '取消',
  preparing: '正在读取数据并计算…',
  drawing: (done: number, total: number) => `正在绘图：${done} / ${total}`,
  writing: '正在写文件…',
  saved: (name: string) => `已保存 ${name}`,
  cancelled: '已取消，没有生成文件。',
  failed: '未能生成文件。请重试；仍不行时换一种格式，或改用命令行 npm run report。',
  notLoaded: '生成程序未能下载。请检查网络后重试。',
  noData: '数据未能读取，原因见上。',
  fonts: '所用字体由打开文件的电脑提供；没有方正小标宋简体时以宋体代替。',
};

export type ReportPageMessages = typeof zh;

const en: ReportPageMessages = {
  title: 'Reports',
  finding:
    'Choose a template and a scope for a Word document, editable slides or pictures; all of it is made on this machine, no file leaves the browser.',
  templates: 'Template',
  template: {
    notice: {
      name: 'Ranking notice',
      about:
        'Summary, all places, what the scores are made of, dimensions, who is not ranked, notes.',
    },
    counties: {
      name: 'One page each',
      about:
        'A page for each institution in the order of places: place and score, dimensions against peers, history, strong and weak points, targets, gaps.',
    },
    review: {
      name: 'Year review',
      about: 'Ranking, changes over the years, measurement standards, targets, gaps, notes.',
    },
    collection: {
      name: 'My selection (report tray)',
      about: 'Figures and tables added from any page, in your own order, with your own captions.',
    },
  },
  format: 'Format',
  formats: {
    docx: 'Word document (.docx)',
    pptx: 'Slides (.pptx)',
    zip: 'Pictures and tables (.zip)',
  },
  formatNote: {
    docx: 'A4 with a type area of 156 × 225 mm; numbers of figures and tables are fields.',
    pptx: '16:9; bars and lines are charts that can be edited, with their workbooks; sources in the notes.',
    zip: 'A PNG (300 dpi, width of a page) and an SVG of every figure, a CSV of every table; sources in README.txt.',
  },
  make: 'Make',
  cancel: 'Cancel',
  preparing: 'Reading and computing…',
  drawing: (done, total) => `Drawing ${done} / ${total}`,
  writing: 'Writing the file…',
  saved: (name) => `Saved ${name}`,
  cancelled: 'Cancelled; no file was made.',
  failed:
    'The file could not be made. Try again, try the other format, or use npm run report on the command line.',
  notLoaded:
    'The program that makes reports could not be fetched. Check the network and try again.',
  noData: 'The data could not be read; see above why.',
  fonts: 'Fonts are those of the computer that opens the file.',
};

const MESSAGES: Readonly<Record<Locale, ReportPageMessages>> = { zh, en };

export const reportPageMessages = (locale: Locale): ReportPageMessages => MESSAGES[locale];
